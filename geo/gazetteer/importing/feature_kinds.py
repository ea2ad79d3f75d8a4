"""What kind of place a feature of GeoNames is, and which features are left out."""

from geo.model.places import PlaceKind

_LEFT_OUT_CLASSES = frozenset({"", "R"})
_LEFT_OUT_CODES = frozenset({"CONT", "ZN", "ZNB"})
_FACILITIES = frozenset({"MILB", "NVB", "INDS", "PRT"})
_OF_CLASS = {
    "A": PlaceKind.COUNTY,
    "H": PlaceKind.PHYSICAL,
    "L": PlaceKind.PHYSICAL,
    "P": PlaceKind.CITY,
    "S": PlaceKind.FACILITY,
    "T": PlaceKind.PHYSICAL,
    "U": PlaceKind.PHYSICAL,
    "V": PlaceKind.PHYSICAL,
}


def kind_of(feature_class: str, feature_code: str) -> PlaceKind | None:
    """The kind of a feature that the gazetteer does not have yet.

    None: it is left out. Countries and continents are all there already; roads and railways,
    zones, and divisions that are no more ("ADM1H") have no place on the map.
    """
    if feature_class in _LEFT_OUT_CLASSES or feature_code in _LEFT_OUT_CODES:
        return None
    if feature_class == "A":
        return _division_kind(feature_code)
    if feature_class == "L" and feature_code in _FACILITIES:
        return PlaceKind.FACILITY
    if feature_class == "L" and feature_code.startswith("RGN"):
        return PlaceKind.REGION
    return _OF_CLASS.get(feature_class)


def _division_kind(feature_code: str) -> PlaceKind | None:
    is_no_more = feature_code.endswith("H") and feature_code != "PRSH"
    if is_no_more or feature_code.startswith("PCL"):
        return None
    return PlaceKind.REGION if feature_code in {"ADM1", "TERR"} else PlaceKind.COUNTY
