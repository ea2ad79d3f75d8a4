"""The whole library as one SQLite file, made while it is used, and a library made of such a file.

A backup is a library itself, whatever database it was made of: `DATELINE_DATABASE_URL` may name
it, and one of an earlier version can be restored.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, text

from geo.coverage.search_words import words_of
from geo.errors import LibraryError
from geo.library.database.engine import batched, open_database, transaction
from geo.library.database.tables import article, change, correction, entry, place
from geo.library.fulltext import put_words
from geo.settings import Settings

TABLES = (article, entry, place, correction, change)
"""In the order in which they can be filled; they are emptied the other way round."""


def back_up(settings: Settings, file: Path) -> int:
    """Write the library that the settings name into a new file; how many articles are in it.

    It is the library as it was at one moment; others may write to it meanwhile. The file has
    its name once it is whole. Raises LibraryError where the file is there or cannot be written.
    """
    if file.exists():
        raise LibraryError(f"{file} is there already: name another file, or move it away.")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    except OSError as error:
        raise LibraryError(f"{file} cannot be written ({error.strerror}): name another.") from None
    os.close(handle)
    part = Path(name)
    try:
        number = _copy(settings, _as_library(part), replace=False)
        part.replace(file)
    finally:
        for suffix in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                Path(f"{part}{suffix}").unlink()
    return number


def restore(settings: Settings, file: Path, *, replace: bool = False) -> int:
    """Fill the library that the settings name from a backup; how many articles are in it.

    All of it or nothing. Raises LibraryError where the file is no library, or where the library
    holds something already, unless it is to be replaced.
    """
    if not file.is_file():
        raise LibraryError(f"There is no file {file}: name a backup.")
    with tempfile.TemporaryDirectory() as folder:
        # a copy: it is brought up to the present version, and a backup stays as it is
        copy = Path(folder) / "library.sqlite"
        try:
            shutil.copyfile(file, copy)
        except OSError as error:
            raise LibraryError(f"{file} cannot be read ({error.strerror}): name another.") from None
        return _copy(_as_library(copy), settings, replace=replace)


def _as_library(file: Path) -> Settings:
    # its address, so that no other address and no retention comes in from the environment
    return Settings(database_url=f"sqlite:///{file}", retention_days=None)


def _copy(source: Settings, target: Settings, *, replace: bool) -> int:
    with (
        _opened(source) as old,
        _opened(target) as new,
        old.connect() as reading,
        transaction(new) as writing,
    ):
        _hold_still(reading)
        _make_room(writing, replace=replace)
        for table in TABLES:
            _copy_rows(reading, writing, table)
        _number_on(writing)
        return writing.scalar(select(func.count()).select_from(article)) or 0


@contextmanager
def _opened(settings: Settings) -> Iterator[Engine]:
    engine = open_database(settings)
    try:
        yield engine
    finally:
        engine.dispose()


def _hold_still(connection: Connection) -> None:
    """See the library as it is now until the end, whatever others write."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _make_room(connection: Connection, *, replace: bool) -> None:
    held = sum(
        connection.scalar(select(func.count()).select_from(table)) or 0
        for table in (article, correction)
    )
    if held and not replace:
        raise LibraryError(
            f"The library holds {held:,} articles and corrections already: name an empty "
            "database, or give --replace to have them replaced."
        )
    connection.execute(text("DELETE FROM article_words"))
    for table in reversed(TABLES):
        connection.execute(delete(table))


def _copy_rows(reading: Connection, writing: Connection, table: Table) -> None:
    rows = reading.execution_options(yield_per=500).execute(select(table)).mappings()
    for part in batched(map(dict, rows)):
        writing.execute(insert(table), part)
        if table is article:
            _find_by_words(writing, part)


def _find_by_words(connection: Connection, rows: Iterable[dict[str, object]]) -> None:
    for row in rows:
        said = (str(row["title"]), str(row["outlet"]), str(row["text"]))
        put_words(connection, int(str(row["number"])), words_of(*said))


def _number_on(connection: Connection) -> None:
    """Have PostgreSQL number new rows after the copied ones; SQLite does so by itself."""
    if connection.dialect.name == "sqlite":
        return
    for table in TABLES:
        if table is not entry:
            connection.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'), "  # noqa: S608
                    f"(SELECT coalesce(max(number), 0) + 1 FROM {table.name}), false)"
                )
            )
