"""Mapbox's answers (geocoding, version 5): GeoJSON features with types and a context."""

from collections.abc import Iterator, Mapping

from geo.geocoding.readers.answer_values import (  # fmt: skip
    code_of,
    id_of,
    list_of,
    mapping_of,
    name_of,
    point_of,
)
from geo.geocoding.services import Reading
from geo.model.places import Place, PlaceKind

_OF_TYPE = {
    "country": PlaceKind.COUNTRY, "region": PlaceKind.REGION, "district": PlaceKind.COUNTY,
    "place": PlaceKind.CITY, "locality": PlaceKind.CITY, "neighborhood": PlaceKind.CITY,
}  # fmt: skip
"""Every other type ("poi", "address", "postcode") is a site."""


def reading_of(raw: Mapping[str, object]) -> Reading:
    """The place a feature describes; ValueError where it describes none.

    `relevance` says how well the words match: it is no importance.
    """
    lon, lat = list_of(mapping_of(raw.get("geometry")).get("coordinates"))[:2]
    sort = next(iter(list_of(raw.get("place_type"))), "")
    kind = _OF_TYPE.get(str(sort), PlaceKind.FACILITY)
    place_id, name = id_of("mapbox", raw.get("id")), name_of(raw.get("text"))
    code = next((code for code in _codes(raw) if code), "")
    return Reading(Place(place_id, name, kind, *point_of(lat, lon), code))


def _codes(raw: Mapping[str, object]) -> Iterator[str]:
    """The country's code: its own where it is one, else that of the country around it."""
    about = raw.get("properties")
    if isinstance(about, Mapping):
        yield code_of(about.get("short_code"))
    for around in list_of(raw.get("context") or []):
        area = mapping_of(around)
        if str(area.get("id")).startswith("country"):
            yield code_of(area.get("short_code"))
