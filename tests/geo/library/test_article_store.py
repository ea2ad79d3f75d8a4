"""Articles kept: once each, behind a token, searched, deleted, forgotten."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Update, update
from support.corrections import correction

from geo.errors import LibraryError
from geo.library import Library, is_token
from geo.library.database.engine import open_database
from geo.library.database.tables import article as table
from geo.model.article import Article
from geo.settings import Settings

OpenLibrary = Callable[[Settings], Library]
RAIN = Article(
    "x", "Rain fell in Łódź 🌧.\n\nIt was 100% wet_.", "Rain", "The Wet Paper",
    date(2024, 5, 17), "en", "https://example.org/rain", "By hand.",
)  # fmt: skip
SNOW = Article("y", "Snow fell in Oslo.", "Snow")


def test_a_stored_article_comes_back_whole_under_its_token(library: Library) -> None:
    stored = library.articles.add(RAIN)
    assert stored.is_new
    assert is_token(stored.token)
    assert library.articles.get(stored.token) == replace(RAIN, id=stored.token)


def test_the_same_article_keeps_its_token_whatever_its_id_and_outlet(library: Library) -> None:
    first = library.articles.add(RAIN)
    again = library.articles.add(replace(RAIN, id="z", outlet="Other"))
    assert (again.token, again.is_new) == (first.token, False)
    assert library.articles.add(replace(RAIN, text="Else.")).token != first.token
    assert len(library.index.table()) == 2


def test_many_at_once_store_one(settings: Settings, open_library: OpenLibrary) -> None:
    shelves = [open_library(settings).articles for _ in range(4)]
    with ThreadPoolExecutor(8) as pool:
        stored = list(pool.map(lambda n: shelves[n % 4].add(RAIN), range(40)))
    assert len({s.token for s in stored}) == 1
    assert sum(s.is_new for s in stored) == 1


@pytest.mark.parametrize(
    "token", ["", "x", "a" * 22, "' OR 1=1 --", "%" * 22, "é" * 22, "a" * 9999]
)
def test_an_unknown_token_is_nothing(library: Library, token: str) -> None:
    library.articles.add(RAIN)
    assert library.articles.get(token) is None
    assert not library.articles.delete(token)


def test_tokens_differ_and_are_long() -> None:
    from geo.library import new_token

    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert all(len(t) == 22 and t.isalnum() and t.isascii() for t in tokens)


def test_what_is_deleted_is_gone_and_gets_another_token(library: Library) -> None:
    token = library.articles.add(RAIN).token
    assert library.articles.delete(token)
    assert library.articles.get(token) is None
    assert not library.index.table().articles
    assert library.articles.add(RAIN).token != token


def test_deleting_leaves_no_words_of_the_article_in_its_corrections(library: Library) -> None:
    token = library.articles.add(RAIN).token
    own, other = correction(article=RAIN), correction(article=SNOW)
    assert own.anchor.prefix
    library.corrections.add([own, other])
    library.articles.delete(token)
    kept = {c.id: c.anchor for c in library.corrections.active()}
    assert kept[own.id] == replace(own.anchor, prefix="", suffix="")
    assert kept[other.id] == other.anchor


def test_old_articles_are_forgotten(settings: Settings, open_library: OpenLibrary) -> None:
    limited = settings.model_copy(update={"retention_days": 30})
    library = open_library(limited)
    old, new = library.articles.add(RAIN).token, library.articles.add(SNOW).token
    age(settings, old, days=31)
    age(settings, new, days=29)
    assert library.articles.get(old) is None
    assert open_library(settings).articles.get(old)  # without a retention it is still there
    assert library.articles.forget_old() == 1
    assert [article.id for article in library.index.table().articles] == [new]
    assert open_library(settings).articles.get(old) is None


def test_a_full_library_takes_no_more_and_keeps_what_it_has(
    settings: Settings, open_library: OpenLibrary
) -> None:
    library = open_library(settings.model_copy(update={"max_shared_articles": 1}))
    token = library.articles.add(RAIN).token
    with pytest.raises(LibraryError, match="DATELINE_MAX_SHARED_ARTICLES"):
        library.articles.add(SNOW)
    assert library.articles.add(RAIN).token == token
    library.articles.delete(token)
    assert library.articles.add(SNOW).is_new


def test_storing_again_lets_an_article_live_anew(
    settings: Settings, open_library: OpenLibrary
) -> None:
    library = open_library(settings.model_copy(update={"retention_days": 30}))
    token = library.articles.add(RAIN).token
    age(settings, token, days=29)
    assert library.articles.add(RAIN).token == token
    assert datetime.now(UTC) - library.index.table().articles[0].added < timedelta(minutes=1)


def age(settings: Settings, token: str, days: int) -> None:
    then = datetime.now(UTC) - timedelta(days=days)
    change(settings, update(table).where(table.c.token == token).values(added=then))


def change(settings: Settings, statement: Update) -> None:
    engine = open_database(settings)
    with engine.begin() as connection:
        connection.execute(statement)
    engine.dispose()


class TestWhatCannotBeOpened:
    @pytest.mark.parametrize(
        ("address", "said"),
        [
            ("nonsense", "address cannot be read"),
            ("mysql://a:secret@b/c", "cannot be kept in mysql"),
            ("postgresql://a:secret@127.0.0.1:1/c", "cannot be opened"),
            ("sqlite:////dev/null/x.sqlite", "cannot be opened"),
        ],
    )
    def test_is_said_in_a_sentence_without_the_password(self, address: str, said: str) -> None:
        with pytest.raises(LibraryError, match=said) as raised:
            Library.open(Settings(database_url=address))
        assert "secret" not in str(raised.value)
        assert "\n" not in str(raised.value)

    def test_a_damaged_file(self, tmp_path: Path) -> None:
        (tmp_path / "library.sqlite").write_bytes(b"no database" * 1000)
        with pytest.raises(LibraryError, match="cannot be opened"):
            Library.open(Settings(data_dir=tmp_path))

    def test_another_version(self, settings: Settings, open_library: OpenLibrary) -> None:
        from geo.library.database.tables import version

        open_library(settings)
        change(settings, update(version).values(version_num="99"))
        with pytest.raises(LibraryError, match="later version"):
            Library.open(settings)


def test_settings_do_not_show_the_password() -> None:
    assert "pass-word" not in repr(Settings(database_url="postgresql://a:pass-word@b/c"))


def test_a_library_survives_being_opened_by_many_at_once(
    settings: Settings, open_library: OpenLibrary
) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: open_library(settings), range(8)))
    assert len(found) == 8
