"""The places of an atlas as GeoJSON features, the only thing about them the map gets to know."""

import json
from functools import lru_cache
from math import sqrt

from dashboard.map.assets import text
from dashboard.map.gate import gate
from geo.atlas import Atlas, AtlasPlace
from geo.places import Place, PlaceKind

SEAM = -169.0
"""Degrees of longitude where the base map begins; it runs to 191."""
SURE = 0.5
"""Below this probability a place is drawn dashed."""
MAX_RADIUS = 20.0


def feature_collection(atlas: Atlas) -> dict[str, object]:
    """GeoJSON of the atlas's places, most mentioned first."""
    return {"type": "FeatureCollection", "features": [_feature(p) for p in atlas.places if p.count]}


def _feature(found: AtlasPlace) -> dict[str, object]:
    """One place: `r` in pixels, `km` the radius of its approximate position or null."""
    place = found.place
    outline = outline_code(place)
    lat, lon = _badges()[outline] if outline else (place.lat, place.lon)
    radius = approximate_km(place)
    properties = {
        "name": gate(place.name),
        "count": found.count,
        "groups": [[group.value, count] for group, count in found.groups.items()],
        "r": _radius(found.count),
        "area": place.kind.is_area,
        "outline": outline,
        "dashed": found.probability < SURE or radius is not None,
        "opacity": round(0.7 + 0.3 * found.probability, 2),
        "km": radius,
    }
    point = {"type": "Point", "coordinates": [_longitude(lon), lat]}
    return {"type": "Feature", "id": place.id, "properties": properties, "geometry": point}


def approximate_km(place: Place) -> float | None:
    """How far the point may be off, where it is approximate.

    None for areas and seas: their extent is no doubt about where they are.
    """
    is_site = place.kind in {PlaceKind.CITY, PlaceKind.FACILITY}
    return place.radius_km if is_site else None


def outline_code(place: Place) -> str:
    """The code of the outline the base map has of this place, or ""."""
    known = place.kind is PlaceKind.COUNTRY and place.country_code in _badges()
    return place.country_code if known else ""


@lru_cache(maxsize=1)
def _badges() -> dict[str, tuple[float, float]]:
    """Latitude and longitude where each outlined country's count stands."""
    rows = json.loads(text("labels.json"))["countries"]
    return {code: (lat, lon) for code, _, _, _, lat, lon, _ in rows}


def _radius(count: int) -> float:
    return round(min(MAX_RADIUS, 4.2 + 3.1 * sqrt(count)), 1)


def _longitude(lon: float) -> float:
    return lon + 360 if lon < SEAM else lon
