from dataclasses import replace

import pytest
from support.samples import CHINA, HARBIN, HEILONGJIANG, KHARKIV, UNIVERSITY

from geo.geocoding.search_area import Area, area_of
from geo.model.places import Place, PlaceKind


def test_a_city_reaches_as_far_as_its_inhabitants_need_room() -> None:
    village = replace(HARBIN, population=300)
    giant = replace(HARBIN, population=40_000_000)
    reaches = [area_of(town) for town in (village, KHARKIV, HARBIN, giant)]
    assert [area.radius_km for area in reaches if area] == [15.0, 17.4, 35.3, 60.0]


def test_a_region_has_an_area_and_a_country_has_none() -> None:
    assert area_of(HEILONGJIANG) == Area(48.0, 128.0, 450.0)
    assert area_of(CHINA) is None


def test_an_approximate_position_reaches_as_far_as_it_says() -> None:
    assert area_of(UNIVERSITY) == Area(45.75, 126.65, 20.0)


def test_a_box_holds_the_circle_and_little_more() -> None:
    area = Area(45.0, 126.0, 100.0)
    assert area.box is not None
    (south, west), (north, east) = area.box
    assert (south, north) == pytest.approx((44.1, 45.9), abs=0.01)
    assert (west, east) == pytest.approx((124.71, 127.29), abs=0.02)
    assert area.holds(Place("a", "A", PlaceKind.CITY, 45.89, 126.0))
    assert not area.holds(Place("a", "A", PlaceKind.CITY, south, west))


@pytest.mark.parametrize(
    ("lat", "lon"), [(84.5, 0.0), (-84.5, 0.0), (-17.0, 179.6), (65.0, -179.9)]
)
def test_no_box_where_it_would_cross_a_pole_or_the_antimeridian(lat: float, lon: float) -> None:
    area = Area(lat, lon, 100.0)
    assert area.box is None
    assert area.holds(Place("a", "A", PlaceKind.CITY, lat, -lon if abs(lon) > 170 else lon))
