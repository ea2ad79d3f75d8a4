"""The clock set back by a day: what is stored stays found, and the last word is the last one.

The seam is the name `datetime` of the modules that ask for the time; nothing else is changed.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.asking import Clock, asking
from support.corrections import correction
from support.nominatim_server import result, serve
from support.samples import CHINA, HARBIN

from geo.corrections import by_name, dated_after, decide
from geo.geocoding import Question
from geo.geocoding.cache import answer_cache
from geo.library import Act, Library, article_store, change_log, correction_store
from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.settings import Settings

ARTICLE = Article("a", "Snow fell on Oslo.")
MENTION = Mention("text", 5, 9, "fell", MentionType.LITERAL, (0, 18))
SetBack = Callable[[timedelta], None]


@pytest.fixture
def set_back(monkeypatch: pytest.MonkeyPatch) -> SetBack:
    def by(span: timedelta) -> None:
        class Earlier(datetime):
            @classmethod
            def now(cls, tz=None):
                return datetime.now(tz) - span

        for module in (article_store, correction_store, change_log, answer_cache):
            monkeypatch.setattr(module, "datetime", Earlier)

    return by


def test_stored_articles_and_what_was_changed_stay_in_order(
    tmp_path: Path, set_back: SetBack
) -> None:
    library = Library.open(Settings(data_dir=tmp_path, database_url="", retention_days=1))
    first = library.articles.add(ARTICLE).token
    set_back(timedelta(days=3))
    second = library.articles.add(Article("b", "Rain fell.")).token
    assert library.articles.get(first)
    assert library.articles.forget_old() == 0
    assert {one.id for one in library.index.table().articles} == {first, second}
    found = [(one.act, one.subject) for one in library.changes.latest()]
    assert found == [(Act.STORED, second), (Act.STORED, first)]
    library.close()


def test_what_a_reader_says_last_counts(tmp_path: Path) -> None:
    library = Library.open(Settings(data_dir=tmp_path, database_url=""))
    now = datetime.now(UTC)
    said = ((now, HARBIN), (now - timedelta(days=1), CHINA), (now - timedelta(days=1), HARBIN))
    for when, place in said:
        one = correction(article=ARTICLE, when=when, place=place)
        library.corrections.add([dated_after(one, library.corrections.active())])
        known = by_name(library.corrections.active())
        decided = decide(ARTICLE, (MENTION,), known)[0]
        assert decided.answer is not None
        assert decided.answer.place == place
    library.close()


def test_kept_answers_are_still_read_and_kept(tmp_path: Path, set_back: SetBack) -> None:
    with serve() as server:
        server.knows("Daoli", result("Daoli", 45.75, 126.6))
        service = asking(server.domain, tmp_path, Clock(), rate=1000)
        assert service.find(Question("Daoli"))
        set_back(timedelta(days=3))
        assert [len(service.find(Question(name))) for name in ("Daoli", "Nowhere", "Nowhere")] == [
            1, 0, 0,
        ]  # fmt: skip
        assert server.questions == ["Daoli", "Nowhere"]
