"""Why an answer is wrong, and the listing of all that are."""

from pathlib import Path

from support.gold import PARIS, PARIS_TX, answer, said

from benchmarks.causes import Cause, cause, causes, write

RIGHT = answer(said(PARIS), right_area=True, km=0.0, rank=0, candidates=2)
UNKNOWN = answer(said(PARIS_TX), km=7_700.0, candidates=1)
UNKNOWN_BARE = answer(said(None))
OTHER = answer(said(PARIS_TX, 0.8), km=7_700.0, rank=0, candidates=2)
NONE = answer(said(None), rank=1, candidates=2)
UNREAD = answer(None, rank=0, candidates=2)


def test_the_first_thing_that_went_wrong_is_the_cause() -> None:
    assert cause(RIGHT) is None
    assert cause(UNREAD) is Cause.NOT_RECOGNISED
    assert cause(UNKNOWN) is Cause.NOT_LISTED
    assert cause(UNKNOWN_BARE) is Cause.NOT_LISTED
    assert cause(OTHER) is Cause.WRONG_CANDIDATE
    assert cause(NONE) is Cause.ABSTAINED


def test_right_answers_are_not_counted() -> None:
    assert causes([RIGHT, OTHER, OTHER, NONE]) == {Cause.WRONG_CANDIDATE: 2, Cause.ABSTAINED: 1}


def test_the_listing_says_all_of_each_error(tmp_path: Path) -> None:
    path = tmp_path / "errors.txt"
    write([RIGHT, UNKNOWN, UNKNOWN_BARE, OTHER, NONE, UNREAD], path)
    text = path.read_text("utf-8")
    top, *groups = text.split("\n== ")
    assert "     2 not in the gazetteer\n" in top
    assert "     1 of those not in the gazetteer have no candidate at all\n" in top
    assert [g.splitlines()[0] for g in groups] == list(Cause)
    assert [g.count("given ") for g in groups] == [1, 2, 1, 1]
    wrong = groups[2].splitlines()
    assert wrong[1] == "lgl d: Paris"
    assert wrong[2].strip() == ("given gn-4717560 Paris (city, US), probability 0.80, 7,700 km off")
    assert wrong[3].strip() == (
        "gold 2988507 48.85, 2.35 (populated place); right place is candidate 1 of 2"
    )
    assert wrong[4].strip() == "[[Paris]]"
    assert "given nothing: not recognised" in groups[0]
