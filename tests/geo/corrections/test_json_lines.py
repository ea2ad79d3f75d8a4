"""Corrections as lines: what is written is read back, and what is not one is refused in words."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.corrections import correction
from support.samples import HARBIN

from geo.corrections import (
    Correction,
    Scope,
    Verdict,
    correction_from_record,
    correction_record,
    point,
    read_lines,
)
from geo.model.article import Article
from geo.model.mentions import MentionType

RAIN = Article("a", "Rain fell in “Łódź” 🌧 {{7*7}}.", source="https://example.org/a?b=1")
ALL = [
    correction("Łódź", article=RAIN, place=HARBIN, who="ana", note="See <b>page</b> 2."),
    correction("Łódź", article=RAIN, place=point("Łódź", 51.77, 19.46), scope=Scope.ARTICLE),
    correction("Łódź", article=RAIN, verdict=Verdict.CONFIRMED, scope=Scope.EVERYWHERE),
    correction("Łódź", article=RAIN, verdict=Verdict.NOT_A_PLACE),
    correction("Łódź", article=RAIN, verdict=Verdict.TYPE, meant=MentionType.DEMONYM),
    correction("Łódź", article=RAIN, verdict=Verdict.FLAGGED),
]


def line(**changes: object) -> bytes:
    return json.dumps(correction_record(ALL[0]) | changes).encode()


@pytest.mark.parametrize("one", ALL, ids=lambda c: c.verdict)
def test_a_line_is_read_back(one: Correction) -> None:
    assert list(read_lines([json.dumps(correction_record(one)).encode()])) == [one]


def test_bad_lines_are_said_by_number_and_the_others_read() -> None:
    lines = [b"", b"{", line(), None, b"[]", b"\xff", line(id="other"), b"x" * 100_000]
    read = list(read_lines(lines))
    assert [r.id for r in read if isinstance(r, Correction)] == [ALL[0].id, "other"]
    said = [r for r in read if isinstance(r, str)]
    assert [s.split(":")[0].split(" is")[0] for s in said] == [
        "Line 2", "Line 4", "Line 5", "Line 6", "Line 8",
    ]  # fmt: skip


PLACE: dict[str, Any] = correction_record(ALL[0])["place"]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"id": None}, "id"), ({"id": "a b"}, "id"), ({"id": "<b>"}, "id"), ({"id": 3}, "id"),
        ({"verdict": "maybe"}, "verdict"), ({"verdict": ["place"]}, "verdict"),
        ({"scope": ""}, "scope"), ({"place": None}, "place"), ({"place": "gn-1"}, "place"),
        ({"place": PLACE | {"lat": 91}}, "lat"), ({"place": PLACE | {"lat": True}}, "lat"),
        ({"place": PLACE | {"lon": float("nan")}}, "lon"), ({"place": PLACE | {"lat": "1"}}, "lat"),
        ({"place": PLACE | {"lon": 10**400}}, "lon"), ({"place": PLACE | {"name": ""}}, "name"),
        ({"place": PLACE | {"id": "../x"}}, "id"), ({"place": PLACE | {"kind": "star"}}, "kind"),
        ({"place": PLACE | {"geonameid": 1.5}}, "geonameid"),
        ({"place": PLACE | {"radius_km": -1}}, "radius_km"),
        ({"verdict": "type", "type": "noun"}, "type"), ({"when": "yesterday"}, "when"),
        ({"when": 5}, "when"), ({"when": "0001-01-01T00:00:00+14:00"}, "when"),
        ({"start": -1}, "start"), ({"start": 1.0}, "start"), ({"start": True}, "start"),
        ({"field": "body"}, "field"), ({"quote": ""}, "quote"), ({"quote": "x" * 1001}, "quote"),
        ({"article": "x" * 64}, "article"), ({"article": "ab"}, "article"),
        ({"prefix": "x" * 201}, "prefix"), ({"note": "x" * 1001}, "note"), ({"who": 1}, "who"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(changes: dict[str, object], key: str) -> None:
    (said,) = read_lines([line(**changes)])
    assert isinstance(said, str)
    assert said.startswith(f'Line 1: "{key}" must be ')
    assert "\n" not in said


def test_names_and_notes_lose_control_characters_and_line_ends() -> None:
    (read,) = read_lines([line(note="a\x00\u001b[31m\nb", who="ana\nbo")])
    assert isinstance(read, Correction)
    assert (read.note, read.who) == ("a[31m b", "ana bo")


def test_deep_nesting_is_no_crash() -> None:
    (said,) = read_lines([b"[" * 60_000])
    assert isinstance(said, str)


@settings(max_examples=300)
@given(
    st.dictionaries(
        st.sampled_from(sorted(correction_record(ALL[0]))),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(sorted(PLACE)), inner),
            max_leaves=8,
        ),
    )
)
def test_any_record_is_a_correction_or_refused_in_one_sentence(changes: dict[str, Any]) -> None:
    line = json.dumps(correction_record(ALL[0]) | changes).encode()
    for read in read_lines([line]):
        if isinstance(read, str):
            assert "\n" not in read
        else:
            assert correction_from_record(correction_record(read)) == read
