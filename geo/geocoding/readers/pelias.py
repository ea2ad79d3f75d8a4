"""Pelias' answers: GeoJSON features of several sources, each in a layer."""

from collections.abc import Mapping

from geo.geocoding.readers.answer_values import (  # fmt: skip
    code_of,
    id_of,
    list_of,
    mapping_of,
    name_of,
    point_of,
    whole_number_of,
)
from geo.geocoding.readers.openstreetmap import OSM_TYPES
from geo.geocoding.services import Reading
from geo.model.places import Place, PlaceKind

_OF_LAYER = {
    "continent": PlaceKind.CONTINENT, "ocean": PlaceKind.PHYSICAL, "marinearea": PlaceKind.PHYSICAL,
    "empire": PlaceKind.COUNTRY, "country": PlaceKind.COUNTRY, "dependency": PlaceKind.COUNTRY,
    "macroregion": PlaceKind.REGION, "region": PlaceKind.REGION,
    "macrocounty": PlaceKind.COUNTY, "county": PlaceKind.COUNTY,
    "locality": PlaceKind.CITY, "localadmin": PlaceKind.CITY, "borough": PlaceKind.CITY,
    "neighbourhood": PlaceKind.CITY, "macrohood": PlaceKind.CITY,
}  # fmt: skip
"""Every other layer ("venue", "street", "address") holds sites."""


def reading_of(raw: Mapping[str, object]) -> Reading:
    """The place a feature describes; ValueError where it describes none.

    `confidence` says how well the words match: it is no importance.
    """
    about = mapping_of(raw.get("properties"))
    lon, lat = list_of(mapping_of(raw.get("geometry")).get("coordinates"))[:2]
    name = name_of(about.get("name"))
    kind = _OF_LAYER.get(str(about.get("layer")), PlaceKind.FACILITY)
    place_id, geonameid = _ids(about)
    code = code_of(about.get("country_code"))
    return Reading(Place(place_id, name, kind, *point_of(lat, lon), code, geonameid))


def _ids(about: Mapping[str, object]) -> tuple[str, int | None]:
    """Our id, and GeoNames' where the place is its: `source` says whose `source_id` it is."""
    source, own = about.get("source"), about.get("source_id")
    if source == "geonames":
        number = whole_number_of(own)
        return f"gn-{number}", number
    if source == "openstreetmap" and isinstance(own, str):
        sort, _, number_text = own.partition("/")
        if sort in OSM_TYPES:
            return f"osm-{sort}-{whole_number_of(number_text)}", None
    return id_of("pelias", about.get("gid")), None
