"""The library locked, down and back: what was known of it stays, and it comes back by itself."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine, create_engine, text
from support.corrections import correction
from support.postgres import USER, hanging, start, stop
from support.waiting import until

from dashboard.engine import library_access
from dashboard.engine.library_access import LibraryAccess
from geo.errors import LibraryError
from geo.library.database import engine as database
from geo.library.database import postgresql_liveness
from geo.library.database.engine import FILE, open_database, transaction
from geo.model.article import Article
from geo.settings import Settings

ARTICLE = Article("a", "Snow fell on Oslo.")
AGAIN = Article("b", "Rain fell on Oslo.")


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The clock by which a library that failed is left alone; and who waits does so briefly."""
    moments = [1000.0]
    # Its own alone: whoever else waits goes by the real one, or for ever.
    monkeypatch.setattr(library_access, "time", SimpleNamespace(monotonic=lambda: moments[0]))
    monkeypatch.setattr(database, "BUSY_MS", 200)
    monkeypatch.setattr(postgresql_liveness, "PAUSE_S", 0.0)
    return moments


@pytest.fixture
def opener() -> Iterator[Callable[[Settings], LibraryAccess]]:
    made: list[LibraryAccess] = []

    def opened(settings: Settings) -> LibraryAccess:
        made.append(LibraryAccess(settings))
        made[-1].open().corrections.add([correction(article=ARTICLE)])
        made[-1].open().articles.add(ARTICLE)
        assert len(made[-1].corrections()[0]) == 1
        return made[-1]

    yield opened
    for one in made:
        if one._library:
            one._library.close()


def told(trouble: LibraryError | None, *secret: str) -> None:
    assert trouble is not None
    assert "is unavailable" in trouble.for_readers
    assert not [
        word for word in (*secret, "/", "sqlite", "postgres") if word in trouble.for_readers
    ]


def fails_and_comes_back(
    found: LibraryAccess,
    now: list[float],
    secret: str,
    make: Callable[[], None],
    mend: Callable[[], None],
) -> None:
    before, _ = found.corrections()
    make()
    for _ in range(2):
        known, trouble = found.corrections()
        assert known == before, "the map stays as it was"
        told(trouble, secret)
    with pytest.raises(LibraryError):
        found.open().articles.add(AGAIN)
    mend()
    assert found.corrections()[1], "left alone for a moment"
    now[0] += library_access.LIBRARY_PAUSE_S
    assert found.corrections() == (before, None)
    assert found.open().articles.add(AGAIN).is_new, "what was refused was not stored"
    assert not found.open().articles.add(ARTICLE).is_new, "what was stored is there"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """The file as another program keeps it that lets nobody read."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield


def test_a_server_that_goes_down_and_comes_back(
    on_postgresql: Settings,
    server: Path,
    opener: Callable[[Settings], LibraryAccess],
    now: list[float],
) -> None:
    found = opener(on_postgresql)
    fails_and_comes_back(found, now, str(server), lambda: stop(server), lambda: start(server))


def test_a_server_that_hangs_and_goes_on(
    on_postgresql: Settings,
    server: Path,
    opener: Callable[[Settings], LibraryAccess],
    now: list[float],
) -> None:
    found = opener(on_postgresql)
    with ExitStack() as fault:

        def hang() -> None:
            fault.enter_context(hanging(server))

        fails_and_comes_back(found, now, str(server), hang, fault.close)


def test_a_server_that_hangs_in_the_middle_of_a_statement(
    on_postgresql: Settings, server: Path
) -> None:
    engine = open_database(on_postgresql)
    with ThreadPoolExecutor(1) as pool:
        asleep = pool.submit(run, engine, "SELECT pg_sleep(60)")
        asked = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(60)'"
        until(lambda: run(engine, asked) == 1)
        with hanging(server), pytest.raises(LibraryError, match="does not answer"):
            asleep.result()
    engine.dispose()


@pytest.mark.parametrize("logs_in", ["LOGIN", "NOLOGIN"])
def test_a_statement_that_takes_long_is_waited_for(
    on_postgresql: Settings, monkeypatch: pytest.MonkeyPatch, logs_in: str
) -> None:
    """Be there another connection to be had, or refused."""
    monkeypatch.setattr(postgresql_liveness, "PATIENCE_S", 0.2)
    engine = open_database(on_postgresql)
    with closing(engine.connect().execution_options(isolation_level="AUTOCOMMIT")) as connection:
        connection.exec_driver_sql(f"ALTER ROLE {USER} {logs_in}")
        try:
            assert connection.scalar(text("SELECT 1 FROM pg_sleep(1.5)")) == 1
        finally:
            connection.exec_driver_sql(f"ALTER ROLE {USER} LOGIN")
    engine.dispose()


def run(engine: Engine, statement: str) -> object:
    with transaction(engine) as connection:
        return connection.scalar(text(statement))


def test_a_table_that_somebody_keeps_locked(
    on_postgresql: Settings, opener: Callable[[Settings], LibraryAccess], now: list[float]
) -> None:
    found = opener(on_postgresql)
    other = create_engine(on_postgresql.database_url.replace(":", "+psycopg:", 1)).connect()

    def lock() -> None:
        other.exec_driver_sql("LOCK TABLE correction, article IN ACCESS EXCLUSIVE MODE")

    fails_and_comes_back(found, now, "tester", lock, other.rollback)
    other.close()
    other.engine.dispose()


def test_a_file_that_somebody_keeps_locked_from_the_start(
    tmp_path: Path, opener: Callable[[Settings], LibraryAccess], now: list[float]
) -> None:
    settings = Settings(data_dir=tmp_path, database_url="")
    opener(settings).open().close()
    late = LibraryAccess(settings)
    with locked(tmp_path / FILE):
        known, trouble = late.corrections()
        assert known == ()
        told(trouble, str(tmp_path))
        assert trouble is not None
        assert "locked" in trouble.for_readers
    now[0] += library_access.LIBRARY_PAUSE_S
    assert len(late.corrections()[0]) == 1
    late.open().close()


def test_a_writer_that_never_ends_stops_no_reader(
    tmp_path: Path, opener: Callable[[Settings], LibraryAccess]
) -> None:
    found = opener(Settings(data_dir=tmp_path, database_url=""))
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert found.corrections()[1] is None
        with pytest.raises(LibraryError, match="locked"):
            found.open().articles.add(AGAIN)
    assert found.open().articles.add(AGAIN).is_new
