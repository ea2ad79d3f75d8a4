"""GeoNames' answers: rows of its table, with the ids the gazetteer has too."""

from collections.abc import Mapping

from geo.gazetteer.importing.feature_kinds import kind_of
from geo.geocoding.readers.answer_values import code_of, name_of, point_of, whole_number_of
from geo.geocoding.services import Reading
from geo.model.places import Place, PlaceKind

_CAPITAL = "PPLC"


def reading_of(raw: Mapping[str, object]) -> Reading:
    """The place a row describes; ValueError where it describes none."""
    number = whole_number_of(raw.get("geonameId"))
    lat, lon = point_of(raw.get("lat"), raw.get("lng"))
    sort, feature = str(raw.get("fcl") or ""), str(raw.get("fcode") or "")
    place = Place(
        f"gn-{number}", name_of(raw.get("name")), _kind(sort, feature), lat, lon,
        code_of(raw.get("countryCode")), number, whole_number_of(raw.get("population") or 0),
        is_capital=feature == _CAPITAL,
    )  # fmt: skip
    return Reading(place)


def _kind(sort: str, feature: str) -> PlaceKind:
    if feature == "CONT":
        return PlaceKind.CONTINENT
    if feature.startswith("PCL") and not feature.endswith("H"):
        return PlaceKind.COUNTRY
    # what an import leaves out (roads, zones, divisions that are no more) is a site here
    return kind_of(sort, feature) or PlaceKind.FACILITY
