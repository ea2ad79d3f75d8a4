"""Opening the library's database: SQLite in a folder by default, PostgreSQL by the same code."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from geo.errors import LibraryError
from geo.library.database.upgrade import make_tables
from geo.settings import Settings
from geo.system.sqlite import use_wal

T = TypeVar("T")
FILE = "library.sqlite"
BUSY_MS = 10_000
"""How long one writer waits for another in SQLite."""
BATCH = 500
_DRIVERS = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_REASONS = (
    ("is full", ", as its disk is full"),
    ("No space left", ", as its disk is full"),
    ("is locked", ", as another program keeps it locked"),
    ("lock timeout", ", as another program keeps it locked"),
    ("does not answer", ", as it does not answer"),
)
"""What databases say, and how it is said to readers."""
_GIVE = "give DATELINE_DATABASE_URL as postgresql://user@host/name or sqlite:///file"


def open_database(settings: Settings) -> Engine:
    """An engine whose tables are there. Raises LibraryError where it cannot be used."""
    url = _address(settings)
    try:
        if not settings.database_url:
            settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        engine = create_engine(url, pool_pre_ping=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
        else:
            _give_up_where_nobody_answers(engine)
            event.listen(engine, "connect", _prepare_postgresql)
        with _closing_on_error(engine):
            make_tables(engine, _shown(engine.url))
    except ModuleNotFoundError:
        raise LibraryError(
            f"The library {_shown(url)} needs a driver: install 'dateline[postgresql]'.",
            for_readers=_aloud(""),
        ) from None
    except (OSError, SQLAlchemyError) as error:
        raise _cannot("opened", url, error) from error
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """A connection whose changes are kept together. Raises LibraryError where that fails."""
    try:
        with engine.begin() as connection:
            yield connection
    except (SQLAlchemyError, ValueError) as error:  # the latter for a cell that holds no time
        raise _cannot("used", engine.url, error) from error


def batched(rows: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Rows in parts of a size that a database takes at once."""
    source = iter(rows)
    while part := list(islice(source, size)):
        yield part


@contextmanager
def _closing_on_error(engine: Engine) -> Iterator[None]:
    """Leave no connection open where what is done in it fails."""
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _address(settings: Settings) -> URL:
    if not settings.database_url:
        return URL.create("sqlite", database=str(settings.data_dir / FILE))
    try:
        url = make_url(settings.database_url)
    except ArgumentError:
        raise LibraryError(f"The library's address cannot be read: {_GIVE}.") from None
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise LibraryError(f"The library cannot be kept in {url.drivername[:40]}: {_GIVE}.")
    return url.set(drivername=driver)


def _prepare_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    """What only SQLite needs: readers beside a writer, writers that wait, deleting for good."""
    use_wal(connection, busy_ms=BUSY_MS)
    for pragma in ("synchronous = NORMAL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _give_up_where_nobody_answers(engine: Engine) -> None:
    from geo.library.database.postgresql_liveness import Server

    server = Server()

    def connect(_: object, __: object, given: Sequence[Any], options: Mapping[str, Any]) -> object:
        return server.connect(*given, **options)

    event.listen(engine, "do_connect", connect)


def _prepare_postgresql(connection: object, _: ConnectionPoolEntry) -> None:
    """Wait for a lock no longer than SQLite does."""
    connection.autocommit = True  # type: ignore[attr-defined]
    connection.execute(f"SET lock_timeout = {BUSY_MS}")  # type: ignore[attr-defined]
    connection.autocommit = False  # type: ignore[attr-defined]


def _cannot(done: str, url: URL, error: Exception) -> LibraryError:
    lines = str(getattr(error, "orig", None) or error).strip().splitlines()
    reason = lines[0] if lines else "no reason"
    return LibraryError(
        f"The library {_shown(url)} cannot be {done} ({reason}): "
        "see that the database is there and can be written.",
        for_readers=_aloud(next((said for part, said in _REASONS if part in reason), "")),
    )


def _aloud(reason: str) -> str:
    return (
        f"The library of this server is unavailable{reason}: stored articles and corrections are "
        "safe, new ones cannot be stored now, and Dateline tries again by itself."
    )


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)
