from pathlib import Path

import pytest
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder
from geopy.point import Point
from support.toy_gazetteer import toy_gazetteer

from geo.gazetteer.geocoder import GazetteerGeocoder


@pytest.fixture
def geocoder(tmp_path: Path) -> GazetteerGeocoder:
    return GazetteerGeocoder(toy_gazetteer(tmp_path))


def test_it_is_a_geopy_geocoder(geocoder: GazetteerGeocoder) -> None:
    assert isinstance(geocoder, Geocoder)


def test_a_name_becomes_a_location(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode("Kharkov")
    assert location.address == "Kharkiv, Kharkiv Oblast, Ukraine"
    assert (location.latitude, location.longitude) == (49.982, 36.255)
    assert location.raw["id"] == "gn-706483"
    assert location.raw["geonameid"] == 706483
    assert location.raw["kind"] == "city"
    assert location.raw["country_code"] == "UA"
    assert location.raw["match"] == "alternate name"


def test_several_on_request(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.geocode("Paris", exactly_one=False)
    addresses = [location.address for location in found]
    assert addresses == ["Paris, France", "Paris, Texas, United States"]
    assert len(geocoder.geocode("Paris", exactly_one=False, limit=1)) == 1


def test_a_city_and_its_region(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("Paris, Texas").raw["id"] == "gn-4717560"
    assert geocoder.geocode("Paris, France").raw["id"] == "gn-2988507"
    assert geocoder.geocode("Paris, Ukraine") is None


@pytest.mark.parametrize("exactly_one", [True, False])
def test_nothing_found_is_none(geocoder: GazetteerGeocoder, exactly_one: bool) -> None:
    assert geocoder.geocode("Atlantis", exactly_one=exactly_one) is None


@pytest.mark.parametrize("query", [(42.5, 1.52), Point(42.5, 1.52), "42.5, 1.52"])
def test_a_point_becomes_the_nearest_city(
    geocoder: GazetteerGeocoder, query: tuple[float, float] | Point | str
) -> None:
    assert geocoder.reverse(query).raw["name"] == "Andorra la Vella"


def test_the_nearest_come_first(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.reverse((42.5, 1.52), exactly_one=False, limit=3)
    assert [location.raw["name"] for location in found] == [
        "Andorra la Vella",
        "les Escaldes",
        "Paris",
    ]


def test_what_is_no_point_is_a_geopy_error(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(GeocoderQueryError, match="nowhere"):
        geocoder.reverse("nowhere")
