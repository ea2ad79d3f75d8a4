"""OpenCage's answers: parts of an address, and which of them is meant. Places have no ids."""

from collections.abc import Mapping

from geo.geocoding.readers.answer_values import (  # fmt: skip
    code_of,
    hashed,
    mapping_of,
    name_of,
    number_of,
    point_of,
)
from geo.geocoding.services import Reading
from geo.model.places import Place, PlaceKind

_MOST_CONFIDENCE = 10.0
_OF_TYPE = {
    "continent": PlaceKind.CONTINENT, "country": PlaceKind.COUNTRY, "state": PlaceKind.REGION,
    "region": PlaceKind.REGION, "state_district": PlaceKind.COUNTY, "county": PlaceKind.COUNTY,
    "city": PlaceKind.CITY, "town": PlaceKind.CITY, "village": PlaceKind.CITY,
    "municipality": PlaceKind.CITY, "hamlet": PlaceKind.CITY, "suburb": PlaceKind.CITY,
    "borough": PlaceKind.CITY, "city_district": PlaceKind.CITY, "neighbourhood": PlaceKind.CITY,
    "quarter": PlaceKind.CITY, "district": PlaceKind.CITY,
    "island": PlaceKind.PHYSICAL, "archipelago": PlaceKind.PHYSICAL, "water": PlaceKind.PHYSICAL,
    "body_of_water": PlaceKind.PHYSICAL, "river": PlaceKind.PHYSICAL, "peak": PlaceKind.PHYSICAL,
}  # fmt: skip
_NATURAL = "natural/water"


def reading_of(raw: Mapping[str, object]) -> Reading:
    """The place a result describes; ValueError where it describes none.

    Its id is made of its kind, its position to some ten metres and its name. `confidence` says
    how small the place is, not how sure the answer: it is no importance.
    """
    parts, point = mapping_of(raw.get("components")), mapping_of(raw.get("geometry"))
    lat, lon = point_of(point.get("lat"), point.get("lng"))
    if number_of(raw.get("confidence", 0), most=_MOST_CONFIDENCE) is None:
        raise ValueError("no confidence from 0 to 10")
    sort = str(parts.get("_type") or "")
    name = name_of(parts.get(sort) or str(raw.get("formatted") or "").split(",")[0])
    own_id = f"opencage-{hashed(f'{sort} {lat:.4f} {lon:.4f} {name}')}"
    return Reading(
        Place(own_id, name, _kind(sort, parts), lat, lon, code_of(parts.get("country_code")))
    )


def _kind(sort: str, parts: Mapping[str, object]) -> PlaceKind:
    if parts.get("_category") == _NATURAL:
        return PlaceKind.PHYSICAL
    return _OF_TYPE.get(sort, PlaceKind.FACILITY)
