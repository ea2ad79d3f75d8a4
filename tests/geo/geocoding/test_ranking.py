from dataclasses import replace

import pytest
from support.samples import HARBIN, UNIVERSITY

from geo.geocoding.ranking import agreement, rank
from geo.geocoding.search_area import area_of
from geo.geocoding.services import Asking, Question, Reading
from geo.model.places import PlaceKind

SITE = replace(UNIVERSITY, id="osm-way-1", name="St Anna Church", radius_km=None)
ASKING = Asking("St Anna Church", "St Anna Church in Harbin", 0.8)
QUESTION = Question("St Anna Church", "Harbin", "CN", PlaceKind.FACILITY, area_of(HARBIN))


def probabilities(*readings: Reading, question: Question = QUESTION) -> list[float]:
    return [finding.probability for finding in rank(readings, question, ASKING)]


def test_one_answer_that_fits_has_the_trust_of_its_asking() -> None:
    assert probabilities(Reading(SITE)) == [0.8]


def test_one_answer_that_does_not_fit_is_not_made_likely_by_being_alone() -> None:
    town = replace(SITE, kind=PlaceKind.CITY)
    far = replace(SITE, lat=10.0)
    assert probabilities(Reading(town)) == [pytest.approx(0.24)]
    assert probabilities(Reading(far)) == [pytest.approx(0.24)]
    assert not rank([Reading(far)], QUESTION, ASKING)[0].inside


def test_a_quarter_of_importance_is_ten_to_one() -> None:
    known, unknown = (
        Reading(replace(SITE, id=i), importance=x) for i, x in (("a", 0.5), ("b", 0.25))
    )
    first, second = rank([unknown, known], QUESTION, ASKING)
    assert first.place.id == "a"
    assert first.probability == pytest.approx(10 * second.probability, rel=0.01)
    assert first.probability + second.probability == pytest.approx(0.8, abs=1e-3)


def test_without_importance_the_services_order_counts() -> None:
    first, second, third = (Reading(replace(SITE, id=i)) for i in "abc")
    found = rank([first, second, third], QUESTION, ASKING)
    assert [finding.place.id for finding in found] == ["a", "b", "c"]
    assert found[0].probability == pytest.approx(2 * found[1].probability, abs=1e-3)


def test_importance_of_some_answers_only_is_not_compared() -> None:
    found = rank([Reading(SITE), Reading(replace(SITE, id="b"), importance=0.9)], QUESTION, ASKING)
    assert found[0].place == SITE


@pytest.mark.parametrize("number", [0, 1, 2, 9])
def test_probabilities_add_up_to_no_more_than_the_trust(number: int) -> None:
    readings = [Reading(replace(SITE, id=str(i)), importance=i / 10) for i in range(number)]
    assert sum(probabilities(*readings)) <= 0.8 + 1e-3


@pytest.mark.parametrize(
    ("name", "names", "expected"),
    [
        ("St Sophia Cathedral", ("Saint Sophia Cathedral",), 1.0),
        ("cathedral of St. Sophia", ("Saint Sophia Cathedral",), 1.0),
        ("Kharkov", ("Kharkiv", "Kharkov"), 1.0),
        ("Copiapo", ("Copiapó",), 1.0),
        ("St Sophia", ("Saint Sophia Cathedral",), 0.9),
        ("Fukushima Daiichi", ("Fukushima Daiichi Nuclear Power Plant",), 0.6),
        ("Harbin University", ("Harbin Engineering University",), 0.25),
        ("Harbin University", ("Heilongjiang University",), 0.25),
        ("Old Town Hall", ("Opera",), 0.25),
    ],
)
def test_how_well_names_agree(name: str, names: tuple[str, ...], expected: float) -> None:
    place = replace(SITE, name=names[0])
    assert agreement(name, Reading(place, names), "Harbin") == expected


def test_a_service_that_gives_one_name_may_know_others() -> None:
    assert agreement("Kharkov", Reading(replace(SITE, name="Kharkiv"))) == 0.6


def test_where_no_site_is_named_a_site_is_less_likely() -> None:
    town = replace(SITE, id="b", kind=PlaceKind.CITY)
    question = replace(QUESTION, kind=None)
    assert rank([Reading(SITE), Reading(town)], question, ASKING)[0].place == town
    assert probabilities(Reading(SITE), question=question)[0] < 0.8


def test_an_answer_abroad_is_hardly_trusted() -> None:
    question = Question("St Anna Church", "", "RU", PlaceKind.FACILITY)
    assert probabilities(Reading(SITE), question=question) == [pytest.approx(0.24)]
