"""Two replicas on one database, each with what it keeps in memory: what one does the other sees."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from support.corrections import correction
from support.samples import CHINA, HARBIN, KHARKIV, sample

from geo.corrections import Correction, Scope
from geo.library import Act, Library
from geo.model.article import Article
from geo.settings import Settings

MODEL = "model-1"
Both = tuple[Library, Library]


@pytest.fixture
def both(settings: Settings, open_library: Callable[[Settings], Library]) -> Both:
    """Two libraries that have read all there is: what comes now is news to them."""
    here, there = open_library(settings), open_library(settings)
    for one in (here, there):
        one.articles.add(Article("old", "Rain fell on Oslo."))
        one.index.table()
        one.corrections.add([said("Oslo", minutes=0)])
        one.corrections.active()
    return here, there


def said(name: str, *, minutes: int, place: object = KHARKIV) -> Correction:
    article = Article("old", f"Rain fell on {name}.")
    when = datetime(2024, 5, 17, tzinfo=UTC) + timedelta(minutes=minutes)
    return correction(name, article=article, scope=Scope.EVERYWHERE, when=when, place=place)


def test_articles_come_and_go(both: Both) -> None:
    here, there = both
    stored = here.articles.add(sample().article)
    assert there.articles.get(stored.token) == here.articles.get(stored.token)
    assert there.articles.token_of(sample().article) == stored.token
    assert not there.articles.add(sample().article).is_new
    assert there.index.search("delegation") == {stored.token}
    assert stored.token in there.index.table().numbers
    assert there.articles.delete(stored.token)
    assert here.articles.get(stored.token) is None
    assert here.index.search("delegation") == set()
    assert stored.token not in here.index.table().numbers


def test_what_articles_name_is_counted_and_read_by_both(both: Both) -> None:
    here, there = both
    token = here.articles.add(sample().article).token
    for one in both:
        assert not places(one), "not read yet"
    here.index.add(token, sample(), parser=MODEL)
    for one in both:
        assert {HARBIN.id, CHINA.id, KHARKIV.id} <= places(one)
    assert there.index.stale(MODEL) == here.index.stale(MODEL)


def places(library: Library) -> set[str]:
    return {place.id for place in library.index.table().places}


def test_corrections_are_given_and_taken_back(both: Both) -> None:
    here, there = both
    for giving, reading in (both, (there, here)):
        before = reading.corrections.active()
        new = said("Harbin", minutes=len(before), place=CHINA)
        giving.corrections.add([new])
        assert reading.corrections.active() == (*before, new)
        assert reading.corrections.undo(new.id, "ana")
        assert giving.corrections.active() == before
        assert not giving.corrections.undo(new.id)


def test_one_given_here_and_another_taken_back_there_at_once(both: Both) -> None:
    here, there = both
    first, second = said("Harbin", minutes=1), said("Kharkov", minutes=2)
    here.corrections.add([first])
    assert first in there.corrections.active()
    here.corrections.add([second])
    there.corrections.undo(first.id)
    assert here.corrections.active() == there.corrections.active()
    assert first not in here.corrections.active()
    assert second in here.corrections.active()


def test_a_correction_there_makes_articles_stale_here(both: Both) -> None:
    here, there = both
    token = here.articles.add(sample().article).token
    here.index.add(token, sample(), parser=MODEL, corrections=here.corrections.active())
    there.corrections.add([said("Kharkov", minutes=1, place=CHINA)])
    assert here.index.corrected(MODEL, here.corrections.active()) == [token]


def test_changes_are_one_list(both: Both) -> None:
    here, there = both
    token = here.articles.add(sample().article, "ana").token
    there.articles.delete(token, "bo")
    latest = [(one.act, one.who) for one in here.changes.latest(2)]
    assert latest == [(Act.DELETED, "bo"), (Act.STORED, "ana")]
    assert here.changes.latest() == there.changes.latest()
