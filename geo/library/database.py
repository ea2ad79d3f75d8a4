"""Opening the library's database: SQLite in a folder by default, PostgreSQL by the same code."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from geo.errors import LibraryUnavailable
from geo.library.upgrading import make_tables
from geo.settings import Settings

T = TypeVar("T")
FILE = "library.sqlite"
BUSY_MS = 10_000
"""How long one writer waits for another in SQLite."""
BATCH = 500
PATIENCE_S = 5
"""How long a server that does not answer is waited for."""
_DRIVERS = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_GIVE = "give DATELINE_DATABASE_URL as postgresql://user@host/name or sqlite:///file"


def open_database(settings: Settings) -> Engine:
    """An engine whose tables are there. Raises LibraryUnavailable where it cannot be used."""
    url = _address(settings)
    try:
        if not settings.database_url:
            settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        engine = create_engine(url, pool_pre_ping=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
        with _closing_on_error(engine):
            make_tables(engine, _shown(engine.url))
    except ModuleNotFoundError:
        raise LibraryUnavailable(
            f"The library {_shown(url)} needs a driver: install 'dateline[postgresql]'."
        ) from None
    except (OSError, SQLAlchemyError) as error:
        raise _cannot("opened", url, error) from error
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """A connection whose changes are kept together. Raises LibraryUnavailable where that fails."""
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
        raise LibraryUnavailable(f"The library's address cannot be read: {_GIVE}.") from None
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise LibraryUnavailable(f"The library cannot be kept in {url.drivername[:40]}: {_GIVE}.")
    url = url.set(drivername=driver)
    if driver != "sqlite" and "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(PATIENCE_S)})
    return url


def _prepare_sqlite(connection: object, _: ConnectionPoolEntry) -> None:
    """What only SQLite needs: readers beside a writer, writers that wait, deleting for good."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in (
        "journal_mode = WAL",
        f"busy_timeout = {BUSY_MS}",
        "synchronous = NORMAL",
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _cannot(done: str, url: URL, error: Exception) -> LibraryUnavailable:
    reason = str(getattr(error, "orig", None) or error).strip().splitlines()
    return LibraryUnavailable(
        f"The library {_shown(url)} cannot be {done} ({reason[0] if reason else 'no reason'}): "
        "see that the database is there and can be written."
    )


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)
