"""Lookups in the toy gazetteer: how names are matched and ordered."""

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.toy_gazetteer import toy_gazetteer

from geo.gazetteer import Gazetteer
from geo.model.places import Match, PlaceKind


@pytest.fixture
def toy(tmp_path: Path) -> Gazetteer:
    return toy_gazetteer(tmp_path)


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [candidate.place.id for candidate in gazetteer.lookup(name)]


def test_the_larger_of_two_namesakes_comes_first(toy: Gazetteer) -> None:
    assert ids(toy, "Paris") == ["gn-2988507", "gn-4717560"]
    assert len(toy.lookup("Paris", limit=1)) == 1


def test_a_candidate_says_how_it_matched(toy: Gazetteer) -> None:
    (candidate,) = toy.lookup("KHARKOV")
    assert (candidate.match, candidate.matched) == (Match.ALTERNATE, "Kharkov")
    assert toy.lookup("French")[0].match is Match.ADJECTIVE
    assert toy.lookup("Americans")[0].match is Match.DEMONYM
    assert toy.lookup("northern France")[0].match is Match.NORMALISED


def test_a_possessive_is_the_name_itself(toy: Gazetteer) -> None:
    assert toy.lookup("Ukraine's")[0].match is Match.NAME
    assert toy.lookup("Paris’s")[0].place.id == "gn-2988507"


def test_the_word_left_out_says_which_kind_comes_first(toy: Gazetteer) -> None:
    assert ids(toy, "Andorra la Vella")[0] == "gn-3041563"
    assert ids(toy, "Andorra la Vella Parish")[0] == "gn-3041563"
    assert ids(toy, "Andorra la Vella Province")[0] == "iso-AD-07"


def test_places_by_id_code_and_size(toy: Gazetteer) -> None:
    place = toy.place("gn-706483")
    assert place is not None
    assert place.name == "Kharkiv"
    assert toy.place("gn-1") is None
    country = toy.country_place("us")
    assert country is not None
    assert country.id == "iso-US"
    assert [p.name for p in toy.largest(2)] == ["Paris", "Kharkiv"]
    assert [p.name for p in toy.largest(1, kind=PlaceKind.COUNTRY)] == ["United States"]
    assert [p.id for p in toy.largest(5, country_code="US")] == ["gn-4717560"]


def test_search_by_the_beginning_of_a_name(toy: Gazetteer) -> None:
    assert [p.id for p in toy.search("khar")] == ["gn-706483", "iso-UA-63"]
    assert toy.search("") == ()
    assert len(toy.search("a", limit=2)) == 2


@pytest.mark.parametrize(
    ("lat", "lon", "name"),
    [
        (48.9, 2.3, "Paris"),
        (49.0, 37.0, "Kharkiv"),
        (33.0, -95.0, "Paris"),
        (60.0, 99.0, "Kharkiv"),
    ],
)
def test_the_nearest_city_is_found_however_far(
    toy: Gazetteer, lat: float, lon: float, name: str
) -> None:
    assert toy.nearest(lat, lon)[0].name == name


@pytest.mark.parametrize(
    "name",
    ["", "\x00", "x" * 10_000, "' OR 1=1 --", '"; DROP TABLE place; --', "%", "\ud800", "{{7*7}}"],
)
def test_hostile_names_are_names_of_nothing(toy: Gazetteer, name: str) -> None:
    assert toy.lookup(name) == ()
    assert toy.place(name) is None


def test_no_fixed_place_is_told_with_its_reason(toy: Gazetteer) -> None:
    for name in ("the West", "Western", "WESTERN"):
        reason = toy.no_fixed_place(name)
        assert reason is not None
        assert reason.endswith(".")
    assert toy.no_fixed_place("France") is None


@given(name=st.text(max_size=60))
def test_any_text_may_be_looked_up(toy: Gazetteer, name: str) -> None:
    assert isinstance(toy.lookup(name), tuple)
    assert isinstance(toy.search(name), tuple)


def test_threads_share_a_gazetteer(toy: Gazetteer) -> None:
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(ids(toy, "Paris"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["gn-2988507", "gn-4717560"]] * 8
