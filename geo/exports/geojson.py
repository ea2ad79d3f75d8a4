"""GeoJSON (RFC 7946): one feature a place, its mentions among the properties."""

from collections import Counter
from typing import Any

from geo.exports.json_encoding import dumps
from geo.exports.parse_result import DIGITS
from geo.model.atlas import Atlas, AtlasPlace, Occurrence


def to_geojson(atlas: Atlas) -> str:
    """A FeatureCollection of points, most mentioned place first; positions are lon, lat."""
    features = [_feature(place) for place in atlas.places]
    return dumps({"type": "FeatureCollection", "features": features}, indent=2) + "\n"


def _feature(found: AtlasPlace) -> dict[str, Any]:
    place = found.place
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "id": place.id,
            "name": place.name,
            "kind": place.kind.value,
            "country_code": place.country_code,
            "geonameid": place.geonameid,
            "radius_km": place.radius_km,
            "count": found.count,
            "probability": round(found.probability, DIGITS),
            "groups": {group.value: count for group, count in found.groups.items()},
            "types": dict(Counter(o.mention.type.value for o in found.occurrences)),
            "mentions": [_mention(occurrence) for occurrence in found.occurrences],
        },
    }


def _mention(occurrence: Occurrence) -> dict[str, Any]:
    article, mention = occurrence.article, occurrence.mention
    return {
        "article": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "field": mention.field,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type.value,
        "probability": round(occurrence.resolution.probability, DIGITS),
        "excerpt": "".join(occurrence.excerpt),
    }
