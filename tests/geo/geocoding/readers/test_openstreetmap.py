import pytest

from geo.geocoding.readers.openstreetmap import kind_of, place_of
from geo.model.places import PlaceKind


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ({"class": "place", "type": "city"}, PlaceKind.CITY),
        ({"class": "place", "type": "sea"}, PlaceKind.PHYSICAL),
        ({"class": "waterway", "type": "river"}, PlaceKind.PHYSICAL),
        ({"class": "amenity", "type": "university"}, PlaceKind.FACILITY),
        ({"class": "highway", "type": "residential"}, PlaceKind.FACILITY),
        ({"class": "boundary", "type": "administrative", "addresstype": "state"}, PlaceKind.REGION),
        ({"class": "boundary", "type": "administrative", "place_rank": 4}, PlaceKind.COUNTRY),
        ({"class": "boundary", "type": "administrative", "place_rank": 12}, PlaceKind.COUNTY),
        ({"category": "boundary", "type": "administrative", "place_rank": 16}, PlaceKind.CITY),
        ({}, PlaceKind.FACILITY),
    ],
)
def test_classes_of_openstreetmap_are_kinds_of_places(
    raw: dict[str, object], kind: PlaceKind
) -> None:
    assert kind_of(raw) == kind


@pytest.mark.parametrize(
    "broken",
    [{"lat": "x"}, {"lat": "nan"}, {"lon": "181"}, {"osm_id": "1_2"}, {"osm_type": "tree"}],
)
def test_what_is_no_place_is_refused(broken: dict[str, str]) -> None:
    raw = {"lat": "1", "lon": "2", "osm_type": "node", "osm_id": "7", "name": "Here"}
    assert place_of(raw).id == "osm-node-7"
    with pytest.raises(ValueError, match=r"no |could not"):
        place_of(raw | broken)
