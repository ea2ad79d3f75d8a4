from support.samples import HARBIN

from dashboard.page.correcting.point_labels import LONGEST, named_point, offered_point
from geo.corrections import is_point, point
from geo.gazetteer import Surroundings

NEAR = Surroundings(HARBIN, 8.2, "north-east")


def test_a_point_carries_its_name_and_what_it_is_near() -> None:
    chosen = point("Zelmirano", 45.8, 126.7)
    named = named_point(chosen, NEAR)
    assert named.name == "Zelmirano, 8 km north-east of Harbin"
    assert (named.id, named.lat, named.lon) == (chosen.id, chosen.lat, chosen.lon)
    assert (named.country_code, named.region_id) == ("CN", "iso-CN-HL")


def test_far_from_everything_it_keeps_its_own() -> None:
    chosen = point("Zelmirano", 10.0, -140.0)
    assert named_point(chosen, None) == chosen


def test_a_name_is_no_longer_than_a_correction_keeps() -> None:
    named = named_point(point("Z" * LONGEST, 45.8, 126.7), NEAR)
    assert len(named.name) == LONGEST
    assert named.name.endswith(", 8 km north-east of Harbin")


def test_a_point_is_offered_with_the_place_that_names_it() -> None:
    here, known = offered_point(45.8, 126.7, NEAR)
    assert is_point(here)
    assert here.name == "This point, 8 km north-east of Harbin"
    assert known == HARBIN
    (alone,) = offered_point(10.0, -140.0, None)
    assert alone.name == "This point, near no known place"
