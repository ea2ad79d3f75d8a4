"""OpenStreetMap's classes of things as kinds of places, and a Nominatim result as a Place."""

import re
from collections.abc import Mapping

from geopy.geocoders import Nominatim

from geo.geocoding.readers.answer_values import code_of, id_of, name_of, number_of, point_of
from geo.geocoding.services import Reading
from geo.model.places import Place, PlaceKind

_OF_TYPE = {
    "continent": PlaceKind.CONTINENT,
    "country": PlaceKind.COUNTRY,
    "state": PlaceKind.REGION, "province": PlaceKind.REGION, "region": PlaceKind.REGION,
    "county": PlaceKind.COUNTY, "district": PlaceKind.COUNTY, "state_district": PlaceKind.COUNTY,
    "city": PlaceKind.CITY, "town": PlaceKind.CITY, "village": PlaceKind.CITY,
    "municipality": PlaceKind.CITY, "hamlet": PlaceKind.CITY, "borough": PlaceKind.CITY,
    "suburb": PlaceKind.CITY, "quarter": PlaceKind.CITY, "neighbourhood": PlaceKind.CITY,
    "isolated_dwelling": PlaceKind.CITY, "city_district": PlaceKind.CITY,
    "island": PlaceKind.PHYSICAL, "islet": PlaceKind.PHYSICAL, "archipelago": PlaceKind.PHYSICAL,
    "sea": PlaceKind.PHYSICAL, "ocean": PlaceKind.PHYSICAL,
    "national_park": PlaceKind.PHYSICAL, "protected_area": PlaceKind.PHYSICAL,
}  # fmt: skip
_OF_CLASS = {
    "natural": PlaceKind.PHYSICAL, "waterway": PlaceKind.PHYSICAL, "water": PlaceKind.PHYSICAL,
    "mountain_pass": PlaceKind.PHYSICAL,
}  # fmt: skip
_BUILT = frozenset({"dam", "weir", "lock_gate", "dock", "boatyard", "fuel"})
"""What of OpenStreetMap's waterways somebody built."""
_OF_RANK = (
    (4, PlaceKind.COUNTRY), (9, PlaceKind.REGION), (13, PlaceKind.COUNTY), (25, PlaceKind.CITY),
)  # fmt: skip
_NUMBER = re.compile(r"[0-9]{1,20}")
OSM_TYPES = frozenset({"node", "way", "relation"})
OWN_ID = "dateline_id"
"""What an answer has that ships with Dateline, in the place of OpenStreetMap's id."""
_OWN_KM = 1.0
"""How far its point may be off."""


class StructuredNominatim(Nominatim):  # type: ignore[misc]  # geopy has no types
    """geopy's Nominatim, which may also be asked for an `amenity` of a town."""

    structured_query_params = frozenset({*Nominatim.structured_query_params, "amenity"})


def kind_of(raw: Mapping[str, object]) -> PlaceKind:
    """The kind of a Nominatim result, from its class, type and rank."""
    sort = str(raw.get("class") or raw.get("category") or "")
    if sort in _OF_CLASS and str(raw.get("type")) not in _BUILT:
        return _OF_CLASS[sort]
    types = (raw.get("type"), raw.get("addresstype")) if sort in {"place", "boundary"} else ()
    for said in types:
        if str(said) in _OF_TYPE:
            return _OF_TYPE[str(said)]
    if sort == "boundary":
        rank = raw.get("place_rank")
        return next(
            (kind for most, kind in _OF_RANK if isinstance(rank, int) and rank <= most),
            PlaceKind.FACILITY,
        )
    return PlaceKind.FACILITY


def place_of(raw: Mapping[str, object]) -> Place:
    """The place a Nominatim result describes; ValueError where it describes none."""
    lat, lon = point_of(raw.get("lat"), raw.get("lon"))
    address = raw.get("address")
    code = code_of(address.get("country_code")) if isinstance(address, Mapping) else ""
    said = raw.get("name")
    own = isinstance(said, str) and said
    name = name_of(said if own else str(raw.get("display_name") or "").split(",")[0])
    radius = _OWN_KM if OWN_ID in raw else None
    return Place(_id(raw, code), name, kind_of(raw), lat, lon, code, radius_km=radius)


def reading_of(raw: Mapping[str, object]) -> Reading:
    """The same with all its names, where they were asked for, and its importance."""
    details = raw.get("namedetails")
    said = details.values() if isinstance(details, Mapping) else ()
    # several alternative names stand in one value, with semicolons between them
    names = tuple(name_of(part) for value in said for part in str(value).split(";") if part.strip())
    return Reading(place_of(raw), names, number_of(raw.get("importance"), most=1.0))


def _id(raw: Mapping[str, object], code: str) -> str:
    """`osm-way-123`; a country whose outline the server lacks has no id but its code.

    What ships with Dateline is `dl-shipped-wawel-1a2b3c4d`, and never another place of its own.
    """
    if OWN_ID in raw:
        return id_of("dl-shipped", raw[OWN_ID])
    sort, number = raw.get("osm_type"), str(raw.get("osm_id"))
    if sort is None and raw.get("type") == "country" and code:
        return f"osm-country-{code}"
    if sort not in OSM_TYPES or not _NUMBER.fullmatch(number):
        raise ValueError(f"no id of OpenStreetMap: {str(sort)[:40]} {number[:40]}")
    return f"osm-{sort}-{number}"
