"""Misspelt names: a last resort that finds well-known places only."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.toy_gazetteer import toy_gazetteer

from geo.gazetteer import Gazetteer
from geo.gazetteer.misspellings import is_close, one_slip
from geo.model.places import Match


@pytest.mark.parametrize("slip", ["Khrkiv", "Kharrkiv", "Kharkuv", "Kharikv"])
def test_one_slip_is_forgiven_and_told(tmp_path: Path, slip: str) -> None:
    (first, *_) = toy_gazetteer(tmp_path).lookup(slip)
    assert (first.place.name, first.match) == ("Kharkiv", Match.NORMALISED)


def test_a_name_that_is_known_is_never_a_misspelling(gazetteer: Gazetteer) -> None:
    assert {c.matched for c in gazetteer.lookup("Nigeria")} == {"Nigeria"}
    assert all(c.match is not Match.NORMALISED for c in gazetteer.lookup("Barcelona"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Philadephia", "Philadelphia"), ("Britian", "United Kingdom"), ("Mogadishoo", "Mogadishu")],
)
def test_slips_of_newspapers(gazetteer: Gazetteer, written: str, meant: str) -> None:
    assert gazetteer.lookup(written)[0].place.name == meant


@pytest.mark.parametrize("word", ["Hotel", "Jennifer", "Company", "Smithe", "Microsoft", "Xyz"])
def test_words_and_people_are_no_misspelt_places(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.lookup(word) == ()


@given(st.text("abcde", min_size=2, max_size=6), st.integers(0, 30))
def test_what_is_one_slip_away_is_close(key: str, at: int) -> None:
    slips = list(one_slip(key))
    assert is_close(key, slips[at % len(slips)], 1)


@given(st.text(max_size=12), st.text(max_size=12))
def test_closeness_goes_both_ways(one: str, other: str) -> None:
    assert is_close(one, other, 2) == is_close(other, one, 2)
    assert is_close(one, one, 0)
