"""What stored articles name: the same as their parsed articles say, in step with the database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from sqlalchemy import text, update
from support.corrections import correction
from support.coverage import articles as random_articles
from support.coverage import searches
from support.samples import HARBIN, sample

from geo.corrections import Scope
from geo.coverage import Coverage, Mentions, Search, Table, coverage, excerpts
from geo.coverage.table import TYPES
from geo.errors import InputError
from geo.library import Library
from geo.library.database.engine import open_database
from geo.library.database.tables import article as article_table
from geo.library.packed_mentions import MENTION
from geo.library.reparsing import Reader, reread
from geo.model.article import Article
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle
from geo.settings import Settings

OpenLibrary = Callable[[Settings], Library]
MODEL = "model-1"


def keep(library: Library, parsed: ParsedArticle) -> str:
    stored = library.articles.add(parsed.article)
    assert library.index.add(stored.token, parsed, parser=MODEL)
    return stored.token


def counted(table: Table, search: Search = Search()) -> Coverage:  # noqa: B008 - it is frozen
    return coverage(table, search, lambda _: set())


def another(number: int) -> ParsedArticle:
    parsed = sample()
    return replace(
        parsed, article=replace(parsed.article, id=f"n{number}", outlet=f"The {number}",
                                text=f"{parsed.article.text} {number}"),
    )  # fmt: skip


def same(one: Coverage, other: Coverage) -> bool:
    return replace(one, places=one.places[:]) == replace(other, places=other.places[:])


def test_the_table_is_that_of_the_parsed_articles(library: Library) -> None:
    token = keep(library, sample())
    table = library.index.table()
    direct = Table.of([replace(sample(), article=replace(sample().article, id=token))])
    assert same(counted(table), counted(direct))
    assert library.index.table() is table


@given(random_articles, searches)
@hypothesis_settings(max_examples=15)
def test_any_articles_count_the_same_stored(
    library: Library, parsed: list[ParsedArticle], search: Search
) -> None:
    for known in library.index.table().articles:
        library.articles.delete(known.id)
    distinct = list({(p.article.text, p.article.title): p for p in parsed}.values())
    tokens = [keep(library, one) for one in distinct]
    renamed = [
        replace(one, article=replace(one.article, id=token))
        for token, one in zip(tokens, distinct, strict=True)
    ]
    search = replace(search, words="")
    assert same(counted(library.index.table(), search), counted(Table.of(renamed), search))


def test_excerpts_are_those_of_the_article(library: Library) -> None:
    token = keep(library, sample())
    found = Mentions(library.index.table(), Search(place=HARBIN.id), lambda _: set())
    read = library.index.excerpts(found[:])
    expected = [e for e in excerpts(sample()) if e.place == HARBIN]
    assert [e.article.id for e in read] == [token] * len(expected)
    assert [replace(e, article=expected[0].article) for e in read] == expected
    library.articles.delete(token)
    assert library.index.excerpts(found[:]) == []


def test_an_article_that_nothing_was_read_of_is_known_and_stale(library: Library) -> None:
    token = library.articles.add(sample().article).token
    (known,) = library.index.table().articles
    assert (known.id, known.title) == (token, sample().article.title)
    assert counted(library.index.table()).total.articles == 0
    assert library.index.stale(MODEL) == [token]


def test_what_another_parser_read_is_stale(library: Library) -> None:
    token = keep(library, sample())
    assert library.index.stale(MODEL) == []
    assert library.index.stale("model-2") == [token]


def test_a_corrected_name_makes_its_articles_stale_until_they_are_read_again(
    library: Library,
) -> None:
    token = keep(library, sample())
    said = correction("Kharkov", article=sample().article, scope=Scope.EVERYWHERE)
    other = correction("fell", article=Article("y", "Snow fell."), scope=Scope.EVERYWHERE)
    assert library.index.stale(MODEL, [other]) == []
    assert library.index.stale(MODEL, [said, other]) == [token]
    library.index.add(token, sample(), parser=MODEL, corrections=[said, other])
    assert library.index.stale(MODEL, [said]) == []
    assert library.index.stale(MODEL) == [token]  # undone


def test_other_processes_changes_are_seen(settings: Settings, open_library: OpenLibrary) -> None:
    here, there = open_library(settings), open_library(settings)
    tokens = [keep(there, another(n)) for n in range(3)]
    assert len(here.index.table()) == 3
    there.articles.delete(tokens[1])
    added = keep(there, another(7))
    empty = replace(sample(), mentions=(), resolutions=())
    there.index.add(tokens[0], empty, parser=MODEL)
    assert {a.id for a in here.index.table().articles} == {tokens[0], tokens[2], added}
    assert counted(here.index.table()).total.articles == 2
    assert same(counted(here.index.table()), counted(there.index.table()))


def test_a_place_that_changed_is_shown_as_it_is_now(
    settings: Settings, open_library: OpenLibrary
) -> None:
    library = open_library(settings)
    keep(library, another(1))
    library.index.table()
    named = replace(HARBIN, name="Harbin City")
    resolutions = tuple(
        replace(r, place=named) if r.place == HARBIN else r for r in sample().resolutions
    )
    keep(library, replace(another(2), resolutions=resolutions))
    for one in (library, open_library(settings)):
        (place,) = (p for p in counted(one.index.table()).places if p.place.id == HARBIN.id)
        assert (place.place.name, place.counts.articles) == ("Harbin City", 2)


def test_deleting_leaves_nothing_behind(library: Library, settings: Settings) -> None:
    token = keep(library, sample())
    assert library.index.search("delegation") == {token}
    library.articles.delete(token)
    assert library.index.search("delegation") == set()
    assert not library.index.table().articles
    assert not library.index.add(token, sample(), parser=MODEL)
    engine = open_database(settings)
    with engine.connect() as connection:
        for table in ("article", "entry", "article_words"):
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0  # noqa: S608
    engine.dispose()


def test_no_word_of_what_is_deleted_is_left_in_the_file(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, database_url="")
    library = Library.open(settings)
    secret = replace(another(1), article=Article("s", "It said Quetzalcoatlus. " * 400, "Secret"))
    for parsed in (another(2), secret, another(3)):
        keep(library, parsed)
    (token,) = library.index.search("quetzalcoatlus")
    library.articles.delete(token)
    library.close()
    left = (tmp_path / "library.sqlite").read_bytes().lower()
    assert b"delegation" in left
    assert b"uetzalcoat" not in left  # its stem neither
    # what was done is kept: that it was stored and that it was deleted, and no more of it
    assert left.count(token.lower().encode()) == 2


def test_what_is_past_its_retention_is_in_no_table(
    settings: Settings, open_library: OpenLibrary
) -> None:
    library = open_library(settings.model_copy(update={"retention_days": 30}))
    token = keep(library, sample())
    assert library.index.table().articles
    engine = open_database(settings)
    with engine.begin() as connection:
        old = datetime.now(UTC) - timedelta(days=31)
        connection.execute(update(article_table).values(added=old))
    engine.dispose()
    assert not library.index.table().articles
    assert library.index.search("delegation") == set()
    assert library.articles.get(token) is None


def test_many_writers_and_a_reader_at_once(settings: Settings, open_library: OpenLibrary) -> None:
    libraries = [open_library(settings) for _ in range(4)]

    def work(number: int) -> int:
        library = libraries[number % 4]
        token = keep(library, another(number))
        seen = len(library.index.table())
        if number % 3 == 0:
            library.articles.delete(token)
        return seen

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(24)))
    tables = [library.index.table() for library in libraries]
    assert [len(table) for table in tables] == [16] * 4
    assert all(same(counted(table), counted(tables[0])) for table in tables)
    assert counted(tables[0]).total.articles == 16


def test_reading_again_goes_on_past_what_fails(library: Library) -> None:
    texts = ("Rain in Harbin.", "crash", "Snow in Harbin.")
    tokens = [library.articles.add(Article("x", text)).token for text in texts]
    batches = []

    def parse(articles: list[Article], _: object) -> list[ParsedArticle]:
        batches.append(len(articles))
        if any("crash" in a.text for a in articles):
            raise ZeroDivisionError
        return [replace(sample(), article=a) for a in articles]

    stale = library.index.stale(MODEL)
    assert stale == tokens
    reader = Reader(MODEL, parse)
    failed = list(reread(library.articles, library.index, [*stale, "gone"], reader, ()))
    assert sum(map(bool, failed)) == 1
    assert batches[0] == 3
    assert library.index.stale(MODEL) == [tokens[1]]


@pytest.mark.parametrize("text", ["NUL \0 here", "half \ud800 a pair"])
def test_what_no_database_takes_is_refused_in_a_sentence(library: Library, text: str) -> None:
    with pytest.raises(InputError, match="take them out"):
        library.articles.add(Article("x", text, "Title"))


def test_the_bytes_of_a_row_stay_as_they_are() -> None:
    # A library that is there already is read by these: a change needs a migration.
    assert MENTION.itemsize == 34
    assert MENTION.names == (
        "mention", "place", "type", "in_title", "start", "end", "from", "to", "probability",
    )  # fmt: skip
    assert np.dtype("<i4") == MENTION["place"]
    assert TYPES == (
        MentionType.LITERAL, MentionType.EMBEDDED_LITERAL, MentionType.LITERAL_MODIFIER,
        MentionType.NON_LITERAL_MODIFIER, MentionType.METONYMIC, MentionType.DEMONYM,
        MentionType.LANGUAGE, MentionType.EMBEDDED_NON_LITERAL,
    )  # fmt: skip
