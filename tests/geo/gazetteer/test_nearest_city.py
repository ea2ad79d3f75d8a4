"""What a point is called, with the toy gazetteer and with the real one."""

from pathlib import Path

import pytest
from support.toy_gazetteer import toy_gazetteer

from geo.gazetteer import Gazetteer
from geo.gazetteer.geocoder import GazetteerGeocoder
from geo.gazetteer.nearest_city import KM_PER_DEGREE, REACH_KM
from geo.settings import Settings


@pytest.fixture
def toy(tmp_path: Path) -> Gazetteer:
    return toy_gazetteer(tmp_path)


@pytest.fixture(scope="module")
def real() -> Gazetteer:
    return Gazetteer.open(Settings(), progress=False)


@pytest.mark.parametrize(
    ("north", "east", "said"),
    [
        (0.0, 0.0, "in Kharkiv"),
        (0.4, 0.0, "44 km north of Kharkiv"),
        (0.0, 0.4, "29 km east of Kharkiv"),
        (-0.2, -0.31, "31 km south-west of Kharkiv"),
    ],
)
def test_a_point_is_in_a_city_or_some_way_off(
    toy: Gazetteer, north: float, east: float, said: str
) -> None:
    near = toy.reverse(49.982 + north, 36.255 + east)
    assert near is not None
    assert (near.said, near.place.id) == (said, "gn-706483")


def test_beyond_reach_there_is_nothing(toy: Gazetteer) -> None:
    degrees = REACH_KM / KM_PER_DEGREE
    assert toy.reverse(49.982 + degrees - 0.01, 36.255) is not None
    assert toy.reverse(49.982 + degrees + 0.01, 36.255) is None


@pytest.mark.parametrize("lon", [180.0, -180.0, 179.99999, 540.0])
def test_the_date_line_divides_nothing(real: Gazetteer, lon: float) -> None:
    near = real.reverse(-16.8, lon)
    assert near is not None
    assert near.place.country_code == "FJ"


@pytest.mark.parametrize("at", [(90.0, 0.0), (-90.0, 0.0), (-90.0, 179.0), (10.0, -140.0)])
def test_poles_and_open_sea_are_nowhere(real: Gazetteer, at: tuple[float, float]) -> None:
    assert real.reverse(*at) is None


@pytest.mark.parametrize(
    ("at", "name"),
    [((45.8, 126.7), "Harbin"), ((48.85, 2.35), "Paris"), ((40.7128, -74.006), "New York")],
)
def test_the_largest_city_around_a_point_names_it(
    real: Gazetteer, at: tuple[float, float], name: str
) -> None:
    near = real.reverse(*at)
    assert near is not None
    assert near.said.startswith(f"in {name}")


def test_geopy_asks_it_too(toy: Gazetteer) -> None:
    geocoder = GazetteerGeocoder(toy)
    location = geocoder.reverse((50.382, 36.255))
    assert location.address == "Kharkiv, Kharkiv Oblast, Ukraine"
    assert location.raw["said"] == "44 km north of Kharkiv"
    assert location.raw["distance_km"] == pytest.approx(44.5, abs=0.1)
    assert geocoder.reverse((0.0, 0.0)) is None
