import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier, Timer

import pytest

from geo.geocoding.cache.answer_cache import check_writable
from geo.library import Library
from geo.settings import Settings
from geo.system.sqlite import use_wal

FILE = "library.sqlite"


def connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """One that writes in a new file, which has no write-ahead log yet."""
    with closing(connect(tmp_path / FILE)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE other (cell)")
        yield connection


def journal(path: Path) -> str:
    with closing(connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def test_a_file_is_switched_once_its_writer_is_done(
    tmp_path: Path, writer: sqlite3.Connection
) -> None:
    timer = Timer(0.3, lambda: writer.execute("COMMIT"))
    timer.start()
    with closing(connect(tmp_path / FILE)) as connection:
        use_wal(connection, busy_ms=10_000)
        assert connection.execute("SELECT count(*) FROM other").fetchone() == (0,)
    timer.join()
    assert journal(tmp_path / FILE) == "wal"


def test_it_does_not_wait_for_ever(tmp_path: Path, writer: sqlite3.Connection) -> None:
    with (
        closing(connect(tmp_path / FILE)) as connection,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        use_wal(connection, busy_ms=50)
    writer.execute("ROLLBACK")


def test_what_is_no_lock_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database" * 100)
    with (
        closing(connect(tmp_path / FILE)) as connection,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        use_wal(connection, busy_ms=600_000)


def test_the_library_opens_beside_a_writer(tmp_path: Path, writer: sqlite3.Connection) -> None:
    timer = Timer(0.3, lambda: writer.execute("COMMIT"))
    timer.start()
    with closing(Library.open(Settings(data_dir=tmp_path, database_url=""))) as library:
        assert not library.index.table().articles
    timer.join()


def test_kept_answers_are_looked_at_beside_a_writer(
    tmp_path: Path, writer: sqlite3.Connection
) -> None:
    timer = Timer(0.3, lambda: writer.execute("COMMIT"))
    timer.start()
    check_writable(tmp_path / FILE)
    timer.join()


def test_a_new_file_is_switched_by_many_at_once(tmp_path: Path) -> None:
    def switch(path: Path, start: Barrier) -> None:
        start.wait()
        with closing(connect(path)) as connection:
            use_wal(connection, busy_ms=10_000)

    with ThreadPoolExecutor(8) as pool:
        for round_ in range(100):
            start = Barrier(8)
            list(pool.map(lambda _, n=round_, b=start: switch(tmp_path / str(n), b), range(8)))
