"""Which of the library's articles a session has opened."""

from types import SimpleNamespace

import pytest
import streamlit as st

from dashboard.engine.process import Process, replaced
from dashboard.page.session import library_articles
from dashboard.page.session.keys import OPENED_ARTICLES, STORED_ARTICLES
from geo.errors import AccessError, LibraryError
from geo.model.article import Article

ONE, OTHER = "a" * 22, "b" * 22


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    stored = {ONE: Article(ONE, "Rain fell."), OTHER: Article(OTHER, "Snow fell.")}
    articles = SimpleNamespace(
        get=stored.get, delete=lambda token, _: stored.pop(token, None) is not None
    )
    monkeypatch.setattr(Process, "library", lambda _: SimpleNamespace(articles=articles))


def opened() -> list[str]:
    return [article.id for article in library_articles.opened()[0]]


def test_articles_are_opened_by_their_tokens_and_stay_open() -> None:
    assert opened() == []
    library_articles.open_articles([ONE, "01-harbin-visit"])
    assert opened() == [ONE]
    library_articles.open_articles([OTHER])
    library_articles.open_articles([])
    assert opened() == [ONE, OTHER]


def test_the_latest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_articles, "MOST", 1)
    library_articles.open_articles([ONE])
    library_articles.open_articles([OTHER])
    assert OPENED_ARTICLES.get() == [OTHER]


def test_asking_what_is_open_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def down(_: Process) -> None:
        raise LibraryError("It is down.")

    library_articles.open_articles([ONE])
    before = dict(st.session_state)
    with monkeypatch.context() as patch:
        patch.setattr(Process, "library", down)
        assert library_articles.opened() == ([], ["It is down."])
    assert opened() == [ONE]
    assert st.session_state == before


def test_what_is_deleted_is_open_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DELETING", "nobody")
    monkeypatch.setattr(library_articles, "is_embedded", lambda: False)
    library_articles.open_articles([ONE, OTHER])
    with replaced(), pytest.raises(AccessError):
        library_articles.delete(ONE)  # somebody else stored it
    STORED_ARTICLES.set([ONE])
    assert library_articles.delete(ONE)
    assert OPENED_ARTICLES.get() == [OTHER]
