"""Every deed refuses whom the settings leave out, whatever showed or hid its button."""

from collections.abc import Callable, Mapping
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from support.samples import sample

from dashboard.engine.intake.intake import Source
from dashboard.engine.permissions import Deed
from dashboard.engine.process import Process, process, replaced
from dashboard.links.article_view import View
from dashboard.links.scope import ArticleScope
from dashboard.page.adding import add_dialog, reading_progress
from dashboard.page.correcting import actions
from dashboard.page.correcting.events import Search, Target, Undo
from dashboard.page.library import deletion
from dashboard.page.search import stored_articles
from dashboard.page.session import keys, library_articles, own_articles, visitor
from dashboard.page.session.shown_articles import Selection, Shown
from geo.errors import AccessError
from geo.model.article import Article

TOKEN = "a" * 22
FEED = "https://news.test/feed"
HERE = {"Host": "127.0.0.1:8501"}
AWAY = {"Host": "news.example.org", "Forwarded": "for=192.0.2.1"}
ANA = {"is_logged_in": True, "sub": "1", "email": "ana@example.org", "email_verified": True}
BO = {"is_logged_in": True, "sub": "2", "email": "bo@example.org", "email_verified": True}
SETTINGS: Mapping[str | None, tuple[bool, bool, bool]] = {
    "nobody": (False, False, False),
    "signed-in": (False, True, True),
    "ana@example.org": (False, True, False),
    "public": (True, True, True),
}
"""Whether nobody who is signed in, Ana and Bo may."""
PARSED = sample()
SCOPE = ArticleScope((PARSED.article,), False, PARSED.article.id, (PARSED.article.id,))
DRAWN = Shown(Selection(View(), SCOPE, ()), (PARSED,), 0)


class Done(Exception):
    """The deed went on to what it is about."""


def _done(*_: object, **__: object) -> Any:
    raise Done


def _source() -> Source:
    return Source("The pasted text", _done)


DEEDS: list[tuple[str, Deed, Callable[[], object]]] = [
    ("add", Deed.BRING, lambda: reading_progress.read_sources([_source()], process().settings)),
    ("look into a feed", Deed.BRING, lambda: add_dialog.look_into(FEED, process().settings)),
    ("share", Deed.SHARE, lambda: library_articles.store(Article("one", "Rain fell."))),
    ("undo", Deed.CORRECT, lambda: actions.correct(Undo(None), DRAWN)),
    ("search", Deed.CORRECT, lambda: actions.correct(Search(Target("sample", 1), "Harbin"), DRAWN)),
    ("delete", Deed.DELETE, lambda: library_articles.delete(TOKEN)),
    ("list", Deed.LIST, stored_articles.index),
]  # fmt: skip
VARIABLE = {
    Deed.BRING: "DATELINE_IMPORTING",
    Deed.SHARE: "DATELINE_IMPORTING",
    Deed.CORRECT: "DATELINE_EDITING",
    Deed.DELETE: "DATELINE_DELETING",
    Deed.LIST: "DATELINE_LISTING",
}


class Session:
    """Makes this a session of somebody; whatever a deed is about says that it was reached."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.state: dict[str, Any] = {}
        monkeypatch.setattr(keys.st, "session_state", self.state)
        monkeypatch.setattr(reading_progress, "quota_refusal", _done)
        monkeypatch.setattr(add_dialog, "quota_refusal", lambda _: "")
        monkeypatch.setattr(add_dialog, "feed_at", _done)
        monkeypatch.setattr(actions, "subject", _done)
        monkeypatch.setattr(actions, "_CHANGES", SimpleNamespace(get=_done))
        monkeypatch.setattr(Process, "library", _done)

    def is_of(
        self, user: Mapping[str, Any], headers: Mapping[str, str], *, is_embedded: bool = False
    ) -> None:
        """Take somebody's place."""
        context = SimpleNamespace(headers=headers, is_embedded=is_embedded)
        fake = SimpleNamespace(get_option=lambda _: "127.0.0.1", context=context, user=user)
        self._patch.setattr(visitor, "st", fake)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    return Session(monkeypatch)


def is_done(do: Callable[[], object]) -> bool:
    """Whether the deed goes on to what it is about; False where it raises AccessError."""
    try:
        with replaced():
            do()
    except Done:
        return True
    except AccessError:
        return False
    raise AssertionError("it neither went on nor refused")


@pytest.mark.parametrize(("name", "deed", "do"), DEEDS, ids=[name for name, *_ in DEEDS])
@pytest.mark.parametrize("said", SETTINGS)
def test_a_deed_asks_the_setting(
    name: str, deed: Deed, do: Callable[[], object], said: str, session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv(VARIABLE[deed], said)
    people = zip(({}, ANA, BO), SETTINGS[said], strict=True)
    for (user, may), headers, is_embedded in product(people, (HERE, AWAY), (False, True)):
        session.is_of(user, headers, is_embedded=is_embedded)
        expected = may and not (is_embedded and deed is not Deed.LIST)
        assert is_done(do) is expected, (name, said, user, headers, is_embedded)


@pytest.mark.parametrize(("name", "deed", "do"), DEEDS, ids=[name for name, *_ in DEEDS])
def test_where_nothing_is_set(
    name: str, deed: Deed, do: Callable[[], object], session: Session
) -> None:
    everybody = deed in {Deed.BRING, Deed.SHARE}
    for user, headers, is_embedded in product(({}, ANA), (HERE, AWAY), (False, True)):
        session.is_of(user, headers, is_embedded=is_embedded)
        expected = (everybody or headers is HERE) and not (is_embedded and deed is not Deed.LIST)
        assert is_done(do) is expected, (name, user, headers, is_embedded)


def test_whoever_stored_an_article_deletes_it_but_not_in_a_frame(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_DELETING", "nobody")
    keys.STORED_ARTICLES.set([TOKEN])
    for is_embedded in (False, True):
        session.is_of({}, AWAY, is_embedded=is_embedded)
        assert is_done(lambda: library_articles.delete(TOKEN)) is not is_embedded
        assert library_articles.may_delete(TOKEN) is not is_embedded


def test_an_article_that_may_not_be_deleted_does_not_keep_the_others(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setenv("DATELINE_DELETING", "nobody")
    monkeypatch.setattr(deletion.st, "toast", said.append)
    session.is_of({}, AWAY)
    own_articles.add(Article("mine", "Snow fell."))
    with replaced():
        deletion.delete([TOKEN, "mine"])
    assert "Only some people may delete" in said[0]
    assert said[1] == "1 article deleted."


def test_looking_into_a_feed_counts_as_an_article_does(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    said: list[str] = []

    def refuse(number: int) -> str:
        asked.append(number)
        return "No more than 3 articles an hour."

    monkeypatch.setattr(add_dialog, "quota_refusal", refuse)
    monkeypatch.setattr(add_dialog, "alert", said.append)
    session.is_of({}, AWAY)
    with replaced():
        assert add_dialog.look_into("https://x.test", process().settings) is None
    assert (asked, said) == ([1], ["No more than 3 articles an hour."])
