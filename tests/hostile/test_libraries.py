"""A library's file that was tampered with: a bad row is left out, a bad file is said."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hostile.rows import Row
from hostile.rows.libraries import ARTICLES, BYTES, CHANGES
from hostile.seeds import CORRECTION

from geo.corrections.json_lines import correction_from_record
from geo.errors import LibraryError
from geo.library import Library
from geo.library.database.engine import FILE
from geo.model.article import Article
from geo.settings import Settings


@contextmanager
def library(folder: Path) -> Iterator[Library]:
    found = Library.open(Settings(data_dir=folder))
    try:
        yield found
    finally:
        found.close()


@pytest.fixture
def token(tmp_path: Path) -> str:
    """The token of an article in a library with three corrections as well."""
    with library(tmp_path) as found:
        found.corrections.add(correction_from_record(CORRECTION | {"id": i}) for i in "abc")
        return found.articles.add(Article("x", "In Harbin it rained.", "Rain")).token


def change(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / FILE)) as database:
        database.executescript(sql)


def read_all(folder: Path, token: str) -> None:
    with library(folder) as found:
        found.corrections.active()
        found.corrections.history()
        found.articles.get(token)
        found.articles.list()


def refused(folder: Path, row: Row, token: str) -> None:
    with pytest.raises(LibraryError) as caught:
        read_all(folder, token)
    message = str(caught.value)
    assert row.refused in message
    assert message.isprintable()


@pytest.mark.parametrize("row", CHANGES, ids=str)
def test_a_changed_row(row: Row, tmp_path: Path, token: str) -> None:
    change(tmp_path, row.given)
    if row.refused:
        refused(tmp_path, row, token)
        return
    with library(tmp_path) as found:
        left = {"a", "c"} if row.holds == "" else set()
        assert {c.id for c in found.corrections.active()} == left
        assert {c.id for c, _ in found.corrections.history()} == left
        assert found.corrections.add([correction_from_record(CORRECTION | {"id": "d"})]) == 1


@pytest.mark.parametrize("row", ARTICLES, ids=str)
def test_a_changed_article(row: Row, tmp_path: Path, token: str) -> None:
    change(tmp_path, row.given)
    if row.refused:
        refused(tmp_path, row, token)
        return
    with library(tmp_path) as found:
        assert found.articles.get(token) is None
        assert found.articles.add(Article("y", "In Rome it rained.")).is_new


@pytest.mark.parametrize("row", BYTES, ids=str)
def test_another_file(row: Row, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(row.given)
    refused(tmp_path, row, "a" * 22)
    assert (tmp_path / FILE).read_bytes() == row.given
