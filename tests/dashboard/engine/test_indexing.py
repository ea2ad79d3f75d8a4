"""What the page stores or corrects is in the index at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.corrections import correction
from support.parsers import StubGeoparser
from support.samples import KHARKIV

from dashboard.engine import indexing
from dashboard.engine.process import Process, process, replaced
from dashboard.server_settings import ServerSettings
from geo.corrections import Scope
from geo.coverage import Search, coverage
from geo.library import Library
from geo.model.article import Article

VISIT = Article("pasted", "The guest flew from Harbin to Kharkov.", "A visit")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    stub = StubGeoparser()
    own = Process(ServerSettings(data_dir=tmp_path / "data"), lambda _: stub)
    with replaced(own):
        yield own.library()
    own.library().close()


def test_a_stored_article_is_counted_under_its_token(library: Library) -> None:
    token = library.articles.add(VISIT).token
    indexing.index(token, VISIT)
    table = library.index.table()
    assert [known.id for known in table.articles] == [token]
    found = coverage(table, Search(), library.index.search)
    assert {count.place.name for count in found.places} == {"Harbin", "Kharkiv"}
    assert library.index.stale("stub") == []


def test_a_stored_article_is_not_parsed_again_under_its_token(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = library.articles.add(VISIT).token
    indexing.index(token, VISIT)
    stored = library.articles.get(token)
    assert stored is not None
    articles = process().articles()
    monkeypatch.setattr(articles.parser, "parse_many", None)
    (parsed,) = articles.parsed([stored])
    assert parsed.article == stored
    assert [mention.text for mention in parsed.mentions] == ["Harbin", "Kharkov"]


def test_only_stored_articles_are_indexed_again_after_a_correction(library: Library) -> None:
    article = library.articles.get(library.articles.add(VISIT).token)
    assert article is not None
    said = correction("nothing", article=Article("x", "nothing"), scope=Scope.EVERYWHERE)
    library.corrections.add([said])
    corrections = library.corrections.active()
    parsed = process().articles().parsed([article, VISIT], corrections)
    indexing.index_again(parsed, corrections)
    assert library.index.stale("stub", library.corrections.active()) == []
    assert len(library.index.table()) == 1


def test_others_that_hold_a_corrected_name_are_indexed_again_behind_the_page(
    library: Library,
) -> None:
    other = Article("other", "Nobody flew from Oslo.", "No visit")
    for article in (VISIT, other):
        indexing.index(library.articles.add(article).token, article)
    unread = library.articles.add(Article("unread", "Harbin is far.", "Far")).token
    said = correction("Harbin", article=VISIT, scope=Scope.EVERYWHERE, place=KHARKIV)
    library.corrections.add([said])
    indexing.index_others(library.corrections.active())
    process().articles().indexer.join()
    found = coverage(library.index.table(), Search(), library.index.search)
    assert {count.place.name for count in found.places} == {"Kharkiv"}
    # what nothing was read of is not read now: that may be very many
    assert library.index.stale("stub", library.corrections.active()) == [unread]
