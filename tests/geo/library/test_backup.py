"""Backups: whole, of one moment, from any database into any other."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from support.corrections import correction
from support.samples import sample

from geo.coverage import Search, coverage
from geo.errors import LibraryError
from geo.library import Act, Library
from geo.library.backup import back_up, restore
from geo.settings import Settings

OpenLibrary = Callable[[Settings], Library]


def keep(library: Library, number: int = 0) -> str:
    parsed = sample()
    article = replace(parsed.article, id=f"n{number}", text=f"{parsed.article.text} {number}")
    stored = library.articles.add(article, "Ana")
    library.index.add(stored.token, replace(parsed, article=article), parser="model-1")
    return stored.token


def place_names(library: Library) -> set[str]:
    found = coverage(library.index.table(), Search(), lambda _: set())
    return {one.place.name for one in found.places}


def filled(library: Library) -> str:
    token = keep(library)
    library.corrections.add([correction("Harbin", article=sample().article, who="Bo")])
    return token


def elsewhere(folder: Path) -> Settings:
    return Settings(data_dir=folder / "elsewhere", database_url="")


def test_a_backup_is_restored_whole_into_any_database(
    settings: Settings, library: Library, open_library: OpenLibrary, tmp_path: Path
) -> None:
    token = filled(library)
    file = tmp_path / "backup.sqlite"
    assert back_up(settings, file) == 1

    other = open_library(elsewhere(tmp_path))
    assert restore(elsewhere(tmp_path), file) == 1
    assert restore(settings, file, replace=True) == 1
    for found in (other, library):
        article = found.articles.get(token)
        assert article is not None
        assert article.title == sample().article.title
        assert place_names(found) == {r.place.name for r in sample().resolutions if r.place}
        assert found.index.search(article.title) == {token}
        assert [c.anchor.quote for c in found.corrections.active()] == ["Harbin"]
        assert {(c.act, c.who) for c in found.changes.latest()} == {
            (Act.STORED, "Ana"), (Act.CORRECTED, "Bo"),
        }  # fmt: skip


def test_after_restoring_new_articles_and_corrections_are_taken(
    settings: Settings, library: Library, tmp_path: Path
) -> None:
    filled(library)
    file = tmp_path / "backup.sqlite"
    back_up(settings, file)
    restore(settings, file, replace=True)
    token = keep(library, 2)
    assert library.corrections.add([correction("Harbin", article=sample().article)]) == 1
    assert len(library.index.table()) == 2
    assert library.articles.delete(token)


def test_a_library_with_something_in_it_is_not_overwritten_unasked(
    settings: Settings, library: Library, tmp_path: Path
) -> None:
    token = filled(library)
    back_up(settings, tmp_path / "backup.sqlite")
    with pytest.raises(LibraryError, match="holds 2 articles and corrections already"):
        restore(settings, tmp_path / "backup.sqlite")
    assert library.articles.get(token) is not None


def test_a_backup_is_not_overwritten_either(
    settings: Settings, library: Library, tmp_path: Path
) -> None:
    filled(library)
    taken = tmp_path / "taken"
    taken.write_text("mine")
    with pytest.raises(LibraryError, match="is there already"):
        back_up(settings, taken)
    assert taken.read_text() == "mine"
    with pytest.raises(LibraryError, match="cannot be written"):
        back_up(settings, tmp_path / "nowhere" / "backup")


@pytest.mark.parametrize("held", [b"", b"no database", b"SQLite format 3\0" + b"\0" * 99])
def test_what_is_no_library_changes_nothing(
    settings: Settings, library: Library, tmp_path: Path, held: bytes
) -> None:
    token = filled(library)
    file = tmp_path / "file"
    file.write_bytes(held)
    if held:
        with pytest.raises(LibraryError):
            restore(settings, file, replace=True)
    with pytest.raises(LibraryError, match="no file"):
        restore(settings, tmp_path / "missing")
    assert library.articles.get(token) is not None


def test_others_write_while_a_backup_is_made_of_one_moment(
    settings: Settings, library: Library, open_library: OpenLibrary, tmp_path: Path
) -> None:
    for number in range(20):
        keep(library, number)
    other = open_library(settings)
    with ThreadPoolExecutor(2) as pool:
        writing = pool.submit(lambda: [keep(other, 100 + n) for n in range(20)])
        made = pool.submit(back_up, settings, tmp_path / "backup.sqlite")
        number = made.result(60)
        writing.result(60)
    with closing(sqlite3.connect(tmp_path / "backup.sqlite")) as database:
        for table in ("article", "entry", "article_words"):
            count = f"SELECT count(*) FROM {table}"  # noqa: S608 - named above
            assert database.execute(count).fetchone() == (number,)
        stored = "SELECT count(*) FROM change WHERE act = 'article stored'"
        assert database.execute(stored).fetchone() == (number,)
    assert 20 <= number <= 40
    assert not list(tmp_path.glob(".backup*"))
