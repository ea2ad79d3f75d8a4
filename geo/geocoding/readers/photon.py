"""Photon's answers: GeoJSON features with OpenStreetMap's ids, keys and values."""

from collections.abc import Mapping

from geo.geocoding.readers.answer_values import (  # fmt: skip
    code_of,
    list_of,
    mapping_of,
    name_of,
    point_of,
    whole_number_of,
)
from geo.geocoding.readers.openstreetmap import kind_of
from geo.geocoding.services import Reading
from geo.model.places import Place, PlaceKind

_OSM_TYPES = {"N": "node", "W": "way", "R": "relation"}
_OF_LAYER = {
    "country": PlaceKind.COUNTRY, "state": PlaceKind.REGION, "county": PlaceKind.COUNTY,
    "city": PlaceKind.CITY, "district": PlaceKind.CITY, "locality": PlaceKind.CITY,
}  # fmt: skip


def reading_of(raw: Mapping[str, object]) -> Reading:
    """The place a feature describes; ValueError where it describes none."""
    about = mapping_of(raw.get("properties"))
    lon, lat = list_of(mapping_of(raw.get("geometry")).get("coordinates"))[:2]
    sort = _OSM_TYPES.get(str(about.get("osm_type")))
    if sort is None:
        raise ValueError("no id of OpenStreetMap")
    number = whole_number_of(about.get("osm_id"))
    # a house has no name but its street's
    name = name_of(about.get("name") or about.get("street"))
    code = code_of(about.get("countrycode"))
    return Reading(Place(f"osm-{sort}-{number}", name, _kind(about), *point_of(lat, lon), code))


def _kind(about: Mapping[str, object]) -> PlaceKind:
    key, value = about.get("osm_key"), about.get("osm_value")
    if key == "boundary":  # "administrative" says nothing of the level, the layer does
        return _OF_LAYER.get(str(about.get("type")), PlaceKind.FACILITY)
    return kind_of({"class": key, "type": value})
