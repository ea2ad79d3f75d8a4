"""A library that an earlier version made is opened without loss."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from support.subprocesses import open_in_processes

import geo.library.database.upgrade
from geo.errors import LibraryError
from geo.library import Library
from geo.library.database.engine import open_database
from geo.library.database.tables import metadata
from geo.model.article import Article, content_hash
from geo.settings import Settings

OpenLibrary = Callable[[Settings], Library]
TOKEN = "abcdefghijklmnopqrstuv"  # noqa: S105 - no password
RAIN = Article(
    TOKEN, "Floods came to Harbin.", "Rain", "The Wet Paper", date(2024, 5, 17), "en",
    "https://example.org/rain", "By hand.",
)  # fmt: skip
SQL = Path(__file__).parents[3] / "support" / "old_library.sql"


def run(settings: Settings, script: str) -> None:
    """Run statements on the library's database, as whoever has no Dateline may."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    address = settings.database_url or f"sqlite:///{settings.data_dir / 'library.sqlite'}"
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        for statement in filter(str.strip, script.split(";\n")):
            connection.exec_driver_sql(statement)
    engine.dispose()


def tables_of(settings: Settings) -> set[str]:
    engine = open_database(settings)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names


def make_old(settings: Settings) -> None:
    """A library as version 1 made it, with an article and a correction in it."""
    on_postgres = settings.database_url
    script = SQL.read_text(encoding="utf-8").format(
        hash=content_hash(RAIN),
        added="2026-05-03 12:00:00+00" if on_postgres else "2026-05-03 12:00:00.000000",
        moment="TIMESTAMP WITH TIME ZONE" if on_postgres else "DATETIME",
        serial="SERIAL NOT NULL" if on_postgres else "INTEGER NOT NULL",
    )
    run(settings, script)


CHANGED = """
INSERT INTO change (made, who, act, subject)
    VALUES ('2026-05-03 12:00:00.000000', 'Ana', 'corrected', 'c1');
CREATE TABLE library (version INTEGER NOT NULL, PRIMARY KEY (version));
INSERT INTO library (version) VALUES (NUMBER);
UPDATE alembic_version SET version_num = 'NUMBER';
"""
LATER = {2: "DROP TABLE change;\n", 3: ""}
"""What a library of the version has not that the baseline has; the other tables are the same."""


def make_later(settings: Settings, open_library: OpenLibrary, number: int) -> None:
    """A library as version 2 or 3 made it, with what `make_old` puts into it."""
    make_old(settings)
    open_library(settings).close()
    run(settings, (CHANGED + LATER[number]).replace("NUMBER", str(number)))


@pytest.mark.parametrize("number", LATER)
def test_later_versions_lose_nothing_but_their_second_number(
    settings: Settings, open_library: OpenLibrary, number: int
) -> None:
    make_later(settings, open_library, number)
    library = open_library(settings)
    assert library.articles.get(TOKEN) == RAIN
    assert [c.who for c in library.corrections.active()] == ["Ana"]
    assert library.index.search("flood paper rain") == {TOKEN}
    assert [c.subject for c in library.changes.latest()] == ["c1"] * (number == 3)
    assert {"alembic_version", "change"} <= tables_of(settings)
    assert "library" not in tables_of(settings)


def test_articles_and_corrections_are_there_again(
    settings: Settings, open_library: OpenLibrary
) -> None:
    make_old(settings)
    library = open_library(settings)
    assert library.articles.get(TOKEN) == RAIN
    (correction,) = library.corrections.active()
    assert (correction.anchor.quote, correction.who) == ("Harbin", "Ana")
    (known,) = library.index.table().articles
    assert (known.id, known.added) == (TOKEN, datetime(2026, 5, 3, 12, tzinfo=UTC))
    assert library.index.search("flood paper rain") == {TOKEN}
    assert library.index.stale("any") == [TOKEN]
    assert library.articles.token_of(RAIN) == TOKEN


def test_an_old_library_is_opened_by_many_at_once(
    settings: Settings, open_library: OpenLibrary
) -> None:
    make_old(settings)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: open_library(settings), range(8)))
    assert [library.articles.get(TOKEN) for library in found] == [RAIN] * 8


@pytest.mark.parametrize("old", [True, False])
def test_two_processes_open_at_once(
    settings: Settings, open_library: OpenLibrary, old: bool
) -> None:
    if old:
        make_old(settings)
    open_in_processes(settings, 3)
    assert len(open_library(settings).index.table()) == old


def test_one_that_is_broken_off_is_as_it_was(
    settings: Settings, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_old(settings)
    upgrade = geo.library.database.upgrade._upgrade

    def fail(*arguments: object) -> None:
        upgrade(*arguments)
        raise OSError("the disk is gone")

    monkeypatch.setattr(geo.library.database.upgrade, "_upgrade", fail)
    with pytest.raises(LibraryError, match="the disk is gone"):
        Library.open(settings)
    monkeypatch.undo()
    assert open_library(settings).articles.get(TOKEN) == RAIN


def test_migrations_make_the_tables_that_the_code_reads(settings: Settings) -> None:
    engine = open_database(settings)
    found = inspect(engine)
    for table in metadata.sorted_tables:
        columns = {column["name"] for column in found.get_columns(table.name)}
        assert columns == {column.name for column in table.columns}
        indexes = {tuple(index["column_names"]) for index in found.get_indexes(table.name)}
        assert {tuple(index.columns.keys()) for index in table.indexes} <= indexes
    engine.dispose()


def test_an_opened_library_needs_no_migrations_again(
    settings: Settings, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library(settings)
    monkeypatch.setattr(geo.library.database.upgrade, "_upgrade", None)
    assert not open_library(settings).index.table().articles
