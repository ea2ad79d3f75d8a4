"""What a reader's event says, whoever sent it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.samples import CHINA, HARBIN, KHARKIV, TITLE, UNIVERSITY, sample

from dashboard.page.correcting.events import Judgement, Reset, Target, event_of, point_in
from dashboard.page.correcting.panel import (
    Change,
    Found,
    change_of,
    correction_of,
    panel_review,
    subject,
)
from geo.corrections import Scope, Verdict, correction_from_record, correction_record, point
from geo.model.mentions import MentionType
from geo.model.places import Place, PlaceKind

PARSED = sample()
HARBIN_AT, SITE_AT, WEST_AT = 1, 4, 12


def place_of(key: str) -> Place | None:
    return {KHARKIV.id: KHARKIV}.get(key)


def made(index: int = HARBIN_AT, **event: object) -> Any:
    said = event_of({"article": "sample", "mention": str(index), **event})
    return correction_of(said, PARSED, place_of, "ana") if isinstance(said, Judgement) else None


def test_another_candidate_for_the_name_in_the_article() -> None:
    one = made(do="place", place=CHINA.id, scope="article", note="  See\nthe map. ")
    assert (one.verdict, one.place, one.scope) == (Verdict.PLACE, CHINA, Scope.ARTICLE)
    assert (one.who, one.note) == ("ana", "See the map.")
    assert (one.anchor.field, one.anchor.quote, one.anchor.start) == (
        "title", "Harbin", TITLE.index("Harbin"),
    )  # fmt: skip
    assert len(one.id) == 22


def test_a_place_of_the_gazetteer() -> None:
    assert made(do="place", place=KHARKIV.id).place == KHARKIV


def test_a_point_is_called_as_the_name_is_and_of_its_kind() -> None:
    one = made(do="place", lat=10, lon=200.5).place
    assert (one.name, one.lat, one.lon, one.kind) == ("Harbin", 10, -159.5, PlaceKind.CITY)
    site = made(SITE_AT, do="place", lat=1.0, lon=2.0).place
    assert (site.name, site.kind) == (UNIVERSITY.name, PlaceKind.FACILITY)


def test_looks_right_keeps_the_place_that_is_there() -> None:
    one = made(do="confirmed", place=CHINA.id)
    assert (one.verdict, one.place) == (Verdict.CONFIRMED, HARBIN)
    assert made(WEST_AT, do="confirmed") is None


def test_the_rest() -> None:
    assert made(do="not a place").verdict is Verdict.NOT_A_PLACE
    assert made(do="flagged", place=CHINA.id).place is None
    assert made(do="type", type="demonym").type is MentionType.DEMONYM
    assert made(do="flagged", type="demonym").type is None


@pytest.mark.parametrize(
    "event",
    [
        {}, {"do": "fly"}, {"do": ["place"]}, {"do": "place"}, {"do": "place", "place": "gn-0"},
        {"do": "place", "place": "CN"}, {"do": "place", "place": 7}, {"do": "type"},
        {"do": "place", "place": "x" * 101}, {"do": "place", "lat": 91, "lon": 0},
        {"do": "place", "lat": float("nan"), "lon": 0}, {"do": "place", "lat": "1", "lon": "2"},
        {"do": "place", "lat": 1e400, "lon": 0}, {"do": "place", "lat": 0, "lon": 10**400},
        {"do": "type", "type": "noun"},
    ],
)  # fmt: skip
def test_what_says_nothing_makes_nothing(event: dict[str, object]) -> None:
    assert made(**event) is None


def test_notes_and_reaches_that_cannot_be_are_left_out() -> None:
    one = made(do="flagged", scope="galaxy", note="x" * 9999)
    assert (one.scope, len(one.note)) == (Scope.MENTION, 300)
    assert made(do="flagged", note=["x"]).note == ""


values = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("place")


@given(
    st.dictionaries(
        st.sampled_from(["do", "place", "lat", "lon", "type", "scope", "note"]), values
    ),
    st.sampled_from(list(Verdict)) | st.text(),
)
def test_whatever_is_made_can_be_kept(event: dict[str, object], do: str) -> None:
    one = made(**event | {"do": do})
    if one is not None:
        assert correction_from_record(correction_record(one)) == one


@pytest.mark.parametrize(
    "event",
    [
        None, 7, "text", [], {}, {"article": "other", "mention": "1"}, {"article": "sample"},
        {"article": "sample", "mention": 1}, {"article": "sample", "mention": "-1"},
        {"article": "sample", "mention": "13"}, {"article": "sample", "mention": "٣"},
        {"article": ["sample"], "mention": "1"}, {"article": "sample", "mention": "9" * 5000},
    ],
)  # fmt: skip
def test_an_event_about_nothing_here_is_dropped(event: object) -> None:
    said = event_of({"do": "flagged", **event} if isinstance(event, dict) else event)
    assert said is None or subject(said.target, [PARSED]) is None  # type: ignore[arg-type]


def test_an_event_says_which_mention_it_is_about() -> None:
    said = event_of({"do": "reset", "article": "sample", "mention": "12"})
    assert said == Reset(Target("sample", 12))
    assert subject(said.target, [PARSED]) == PARSED


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("45.75, 126.65", (45.75, 126.65)), ("-1 2", (-1, 2)), ("+1.5;-2", (1.5, -2)),
        ("10, 190", (10, -170)), ("91, 0", None), ("Paris 12", None), ("", None), ("1", None),
        ("9" * 400 + " 1", None), ("١, ٢", (1, 2)),
    ],
)  # fmt: skip
def test_a_point_can_be_typed(words: str, expected: tuple[float, float] | None) -> None:
    assert point_in(words) == expected


def test_a_change_is_called_by_what_it_did() -> None:
    assert change_of(made(do="place", place=CHINA.id)).said == "“Harbin” is China (this mention)"
    said = change_of(made(do="not a place", scope="everywhere")).said
    assert said == "“Harbin” is not a place (this name everywhere)"


def test_the_panel_gets_what_was_found_and_what_can_be_undone() -> None:
    found = Found("sample", 1, "Kh", (KHARKIV, point("This point", 1, 2)))
    data = panel_review(
        editing=True, found=found, last=Change("x", "It"), said="\u202ebad", place_of=place_of
    )
    assert data["found"]["places"] == [  # type: ignore[index]
        {"place": KHARKIV.id, "name": "Kharkiv (city or town)"},
        {"name": "This point (1.0000, 2.0000)", "lat": 1, "lon": 2},
    ]
    assert (data["last"], data["said"]) == ("It", "bad")
