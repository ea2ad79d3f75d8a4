"""The places of an atlas as GeoJSON features, the only thing about them the map gets to know."""

import json
from functools import lru_cache
from math import sqrt

from dashboard.map.layers.assets import text
from dashboard.map.layers.gate import for_map
from dashboard.records.map_data import PlaceCollection, PlaceFeature, PlaceProperties, Point
from dashboard.wording.certainty import approximate_km, certainty
from geo.geocoding import credits_of
from geo.model.atlas import Atlas, AtlasPlace
from geo.model.places import Place, PlaceKind

SEAM = -169.0
"""Degrees of longitude where the base map begins; it runs to 191."""
MAX_RADIUS = 20.0
ZOOM = {
    PlaceKind.CONTINENT: 3.0,
    PlaceKind.COUNTRY: 5.0,
    PlaceKind.REGION: 4.5,
    PlaceKind.COUNTY: 6.0,
    PlaceKind.CITY: 5.0,
    PlaceKind.PHYSICAL: 4.0,
    PlaceKind.FACILITY: 6.0,
}
"""The zoom at which a place without an outline is seen with what lies around it."""


def feature_collection(atlas: Atlas) -> PlaceCollection:
    """GeoJSON of the atlas's places, most mentioned first."""
    return {"type": "FeatureCollection", "features": [_feature(p) for p in atlas.places if p.count]}


def _feature(found: AtlasPlace) -> PlaceFeature:
    """One place: `r` in pixels, `km` the radius of its approximate position or null."""
    place = found.place
    radius = approximate_km(place)
    properties: PlaceProperties = {
        "name": for_map(place.name),
        "count": found.count,
        "groups": [(group.value, count) for group, count in found.groups.items()],
        "r": _radius(found.count),
        "area": place.kind.is_area,
        "outline": outline_code(place),
        "probability": round(found.probability, 2),
        "certainty": certainty(found.probability).value,
        "zoom": ZOOM[place.kind],
        "km": radius,
    }
    lat, lon = point_of(place)
    point: Point = {"type": "Point", "coordinates": (lon, lat)}
    return {"type": "Feature", "id": place.id, "properties": properties, "geometry": point}


def credit_lines(atlas: Atlas) -> list[str]:
    """What has to be said of whose data is shown, where a place came from an online service."""
    return [for_map(said) for said in credits_of(o.resolution for o in atlas.occurrences)]


def point_of(place: Place) -> tuple[float, float]:
    """Latitude and longitude of a place's symbol, on a map that begins at the SEAM."""
    outline = outline_code(place)
    lat, lon = _badges()[outline] if outline else (place.lat, place.lon)
    return lat, lon + 360 if lon < SEAM else lon


def outline_code(place: Place) -> str:
    """The code of the outline the base map has of this place, or ""."""
    known = place.kind is PlaceKind.COUNTRY and place.country_code in _badges()
    return place.country_code if known else ""


@lru_cache(maxsize=1)
def _badges() -> dict[str, tuple[float, float]]:
    """Latitude and longitude where each outlined country's count stands."""
    rows = json.loads(text("data/labels.json"))["countries"]
    return {code: (lat, lon) for code, _, _, _, lat, lon, _ in rows}


def _radius(count: int) -> float:
    return round(min(MAX_RADIUS, 4.2 + 3.1 * sqrt(count)), 1)
