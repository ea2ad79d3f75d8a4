"""An event does nothing where editing is off, whatever it says."""

import pytest
from support.samples import CHINA, sample

from dashboard.engine.process import Process, replaced
from dashboard.links.article_view import View
from dashboard.links.scope import ArticleScope
from dashboard.page.correcting import actions
from dashboard.page.session import keys
from dashboard.page.session.shown_articles import Selection, Shown
from geo.errors import LibraryError

EVENTS = [
    {"do": do, "article": "sample", "mention": "1", "place": CHINA.id, "scope": "everywhere"}
    for do in ("place", "not a place", "flagged", "confirmed", "undo", "reset", "search")
]
PARSED = sample()
SCOPE = ArticleScope((PARSED.article,), False, PARSED.article.id, (PARSED.article.id,))
DRAWN = Shown(Selection(View(), SCOPE, ()), (PARSED,), 0)


@pytest.mark.parametrize("event", [*EVENTS, None, 7, "text", []], ids=str)
def test_nothing_is_touched(monkeypatch: pytest.MonkeyPatch, event: object) -> None:
    def touched(_: Process) -> None:
        raise AssertionError

    monkeypatch.setenv("DATELINE_EDITING", "nobody")
    for name in ("library", "corrections", "articles"):
        monkeypatch.setattr(Process, name, touched)
    with replaced():
        actions.take(event, DRAWN)


def test_a_library_that_fails_is_said_in_the_panel(monkeypatch: pytest.MonkeyPatch) -> None:
    said: dict[str, object] = {}

    class Parsed:
        place_of = staticmethod({}.get)

        def parsed(self, *_: object) -> list[object]:
            return [sample()]

    def broken(_: Process) -> None:
        raise LibraryError("It is down.")

    monkeypatch.setenv("DATELINE_EDITING", "public")
    monkeypatch.setattr(keys.st, "session_state", said)
    monkeypatch.setattr(Process, "articles", lambda _: Parsed())
    monkeypatch.setattr(Process, "library", broken)
    with replaced():
        actions.take(EVENTS[0], DRAWN)
    assert said["review-said"] == "It is down."
