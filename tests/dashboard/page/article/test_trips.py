"""How often a page and a click ask for what is dear: articles are parsed, corrections fetched once.

What is counted are the calls, whatever they find in memory.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.engine.parsing.parsed_articles import ParsedArticles
from dashboard.engine.process import Process, replaced
from dashboard.server_settings import ServerSettings
from geo import Geoparser
from geo.library.correction_store import CorrectionStore

APP = str(Path(__file__).parents[4] / "dashboard" / "app.py")


@pytest.fixture
def calls(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, geoparser: Geoparser
) -> Iterator[Counter[str]]:
    """Counts the calls of `reading`, which `parsed` goes by, and of the corrections."""
    counted: Counter[str] = Counter()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.md").write_text("# Rain\n\nIn Harbin it rained. Harbin slept.")
    settings = ServerSettings(
        seeds=tmp_path / "seeds", data_dir=tmp_path / "data", editing="public"
    )
    reading, active = ParsedArticles.reading, CorrectionStore.active

    def counted_reading(self: ParsedArticles, *args: object, **named: object) -> object:
        counted["parsed"] += 1
        return reading(self, *args, **named)  # type: ignore[arg-type]

    def counted_active(self: CorrectionStore) -> object:
        counted["corrections"] += 1
        return active(self)

    monkeypatch.setattr(ParsedArticles, "reading", counted_reading)
    monkeypatch.setattr(CorrectionStore, "active", counted_active)
    with replaced(Process(settings, lambda _: geoparser)):
        yield counted


def test_a_page_parses_once_and_fetches_corrections_once(calls: Counter[str]) -> None:
    app = AppTest.from_file(APP, default_timeout=60).run()
    assert not app.exception
    assert calls == {"parsed": 1, "corrections": 1}


def click(calls: dict[str, int]) -> None:
    """A page on which a reader says that Harbin is no place, and what is drawn after that."""
    from dashboard.engine.process import process
    from dashboard.page.correcting.actions import take
    from dashboard.page.session import article_page, own_articles
    from dashboard.page.session.shown_articles import handed_on, select, shown
    from geo.model.places import Status

    article_page.start()
    at_hand, _ = own_articles.available_articles(process().settings)
    drawn = shown(select(at_hand))
    said = {"article": at_hand[0].id, "mention": "0", "scope": "article"}
    for do, status in (("not a place", Status.NOT_A_PLACE), ("undo", Status.RESOLVED)):
        calls.clear()
        take({"do": do, **said}, drawn)
        drawn = handed_on(at_hand)
        assert drawn is not None
        assert [r.status for r in drawn.parsed[0].resolutions] == [status, status]
        assert calls == {"parsed": 1, "corrections": 1}, do
    take({"do": "not a place", **said}, drawn)
    drawn = handed_on(at_hand)
    assert drawn is not None
    calls.clear()
    take({"do": "reset", **said}, drawn)
    assert calls == {"parsed": 1, "corrections": 1}
    calls.clear()
    take({"do": "search", "words": "Kharkiv", **said}, drawn)
    assert calls == {}


def test_a_correction_parses_once_and_fetches_corrections_once(calls: Counter[str]) -> None:
    app = AppTest.from_function(click, default_timeout=60, kwargs={"calls": calls}).run()
    assert not app.exception
