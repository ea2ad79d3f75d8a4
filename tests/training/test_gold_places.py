"""What counts as the right place, both ways, and what kind of place a corpus means."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.gold import FRANCE, PARIS, PARIS_TX, span
from support.toy_gazetteer import toy_gazetteer

from geo.model.places import Place, PlaceKind
from training.corpora import GoldSpan
from training.gold_places import GoldKind, Judge, is_right, kilometres

TEXAS = GoldSpan(0, 5, "Texas", "", 31.4, -99.3, 4736286, "ADM1", "A", "Texas")


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    return Judge(toy_gazetteer(tmp_path))


def test_a_place_is_right_by_its_id_however_far_or_by_its_position() -> None:
    gold = span("Paris", "Paris", PARIS)
    assert is_right(replace(PARIS, lat=0.0), gold)
    assert is_right(Place("x", "Versailles", PlaceKind.CITY, 48.8, 2.13, "FR"), gold)
    assert not is_right(PARIS_TX, gold)


def test_161_km_is_near_and_a_little_more_is_not() -> None:
    degree = kilometres(
        Place("x", "x", PlaceKind.CITY, 1.0, 0.0), GoldSpan(0, 1, "x", "", 0.0, 0.0)
    )
    gold = GoldSpan(0, 1, "x", "", 0.0, 0.0)
    assert is_right(Place("x", "x", PlaceKind.CITY, 160.9 / degree, 0.0), gold)
    assert not is_right(Place("x", "x", PlaceKind.CITY, 161.1 / degree, 0.0), gold)


def test_a_country_may_have_its_middle_elsewhere(judge: Judge) -> None:
    gold = span("France", "France", FRANCE)
    assert not is_right(PARIS, gold)
    assert judge.is_right_area(PARIS, gold)
    assert not judge.is_right_area(replace(PARIS, lat=-21.1, lon=55.5), gold)
    assert not judge.is_right_area(replace(PARIS, country_code="BE"), gold)


def test_a_city_is_no_area_though_the_answer_is_one(judge: Judge) -> None:
    gold = span("Paris", "Paris", PARIS)
    assert kilometres(FRANCE, gold) < 600
    assert not judge.is_right_area(FRANCE, gold)


def test_a_division_counts_by_its_id_and_its_neighbour_does_not(judge: Judge) -> None:
    oklahoma = Place("iso-US-OK", "Oklahoma", PlaceKind.REGION, 35.5, -97.5, "US")
    assert 161 < kilometres(PARIS_TX, TEXAS) < 600
    assert judge.is_right_area(PARIS_TX, TEXAS)
    assert 161 < kilometres(oklahoma, TEXAS) < 600
    assert not judge.is_right_area(oklahoma, TEXAS)
    assert not judge.is_right_area(replace(PARIS_TX, lat=45.0), TEXAS)


def test_a_division_without_a_known_id_goes_by_name_and_position(judge: Judge) -> None:
    gold = GoldSpan(0, 7, "Kharkiv", "", 51.6, 37.0, 706482, "ADM1", "A", "Kharkiv Oblast")
    oblast = Place("iso-UA-63", "Kharkiv Oblast", PlaceKind.REGION, 49.8, 36.4, "UA")
    assert not is_right(oblast, gold)
    assert judge.is_right_area(oblast, gold)
    assert not judge.is_right_area(oblast, replace(gold, feature="ADM2"))


@pytest.mark.parametrize(
    ("feature", "feature_class", "kind"),
    [
        ("PCLI", "A", GoldKind.COUNTRY),
        ("ADM1", "A", GoldKind.DIVISION),
        ("ADM2", "A", GoldKind.LOWER),
        ("PPLC", "P", GoldKind.CITY),
        ("STM", "H", GoldKind.PHYSICAL),
        ("CONT", "L", GoldKind.PHYSICAL),
        ("AIRP", "S", GoldKind.FACILITY),
        ("", "", GoldKind.UNKNOWN),
    ],
)
def test_the_feature_code_says_the_kind(
    judge: Judge, feature: str, feature_class: str, kind: GoldKind
) -> None:
    assert judge.kind(GoldSpan(0, 1, "x", "", 0, 0, 1, feature, feature_class)) is kind


def test_without_a_feature_code_the_id_says_the_kind(judge: Judge) -> None:
    assert judge.kind(span("France", "France", FRANCE)) is GoldKind.COUNTRY
    assert judge.kind(span("Paris", "Paris", PARIS)) is GoldKind.CITY
    assert judge.kind(replace(TEXAS, feature="", feature_class="")) is GoldKind.DIVISION
    assert judge.kind(replace(TEXAS, feature="", feature_class="", geonameid=None)) is (
        GoldKind.UNKNOWN
    )
