"""OpenStreetMap's classes of things as kinds of places, and a Nominatim result as a Place."""

import re
import unicodedata
from collections.abc import Mapping

from geo.places import Place, PlaceKind

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
_OF_RANK = (
    (4, PlaceKind.COUNTRY), (9, PlaceKind.REGION), (13, PlaceKind.COUNTY), (25, PlaceKind.CITY),
)  # fmt: skip
_CODE = re.compile(r"[a-z]{2}")
_NUMBER = re.compile(r"[0-9]{1,20}")
_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{1,20})?")
LONGEST_NAME = 200
"""Characters; longer names are cut."""
_OSM_TYPES = frozenset({"node", "way", "relation"})


def kind_of(raw: Mapping[str, object]) -> PlaceKind:
    """The kind of a Nominatim result, from its class, type and rank."""
    sort = str(raw.get("class") or raw.get("category") or "")
    if sort in _OF_CLASS:
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
    lat, lon = _degrees(raw.get("lat")), _degrees(raw.get("lon"))
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"no point on earth: {lat}, {lon}")
    sort, number = str(raw.get("osm_type")), str(raw.get("osm_id"))
    if sort not in _OSM_TYPES or not _NUMBER.fullmatch(number):
        raise ValueError(f"no id of OpenStreetMap: {sort[:40]} {number[:40]}")
    address = raw.get("address")
    code = str(address.get("country_code", "")) if isinstance(address, Mapping) else ""
    name = _line(raw.get("name")) or _line(str(raw.get("display_name", "")).split(",")[0])
    if not name:
        raise ValueError("a place without a name")
    return Place(
        f"osm-{sort}-{number}", name, kind_of(raw), lat, lon,
        code.upper() if _CODE.fullmatch(code) else "",
    )  # fmt: skip


def _degrees(said: object) -> float:
    text = str(said)[:40]
    if not _DEGREES.fullmatch(text):
        raise ValueError(f"no degrees: {text}")
    return float(text)


def _line(said: object) -> str:
    """A name as one short line: no control, bidi or zero-width characters."""
    if not isinstance(said, str):
        return ""
    seen = (
        c for c in said[: 20 * LONGEST_NAME] if c.isspace() or unicodedata.category(c)[0] != "C"
    )
    return " ".join("".join(seen).split())[:LONGEST_NAME].rstrip()
