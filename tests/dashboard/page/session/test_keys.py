"""What a session keeps, by its keys."""

import pytest
import streamlit as st

from dashboard.page.session.keys import Key

WORDS: Key[list[str]] = Key("test-words", list)


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    kept: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


def test_reading_a_key_keeps_nothing(session: dict[str, object]) -> None:
    assert WORDS.get() == WORDS.pop() == []
    assert not WORDS.is_set()
    assert session == {}


def test_a_default_that_is_kept_can_be_changed(session: dict[str, object]) -> None:
    WORDS.setdefault().append("dam")
    WORDS.setdefault().append("flood")
    assert session == {"test-words": ["dam", "flood"]}


def test_what_is_taken_is_kept_no_longer(session: dict[str, object]) -> None:
    WORDS.set(["dam"])
    assert WORDS.is_set()
    assert WORDS.pop() == ["dam"]
    assert session == {}
    WORDS.forget()


def test_a_key_without_a_default_is_set_before_it_is_read() -> None:
    key: Key[str] = Key("test-word")
    with pytest.raises(KeyError):
        key.get()
    key.set("dam")
    assert key.get() == "dam"
