"""What every SQLite file needs that several processes write."""

import sqlite3
import time

_AGAIN_S = 0.01


def use_wal(connection: sqlite3.Connection, *, busy_ms: int) -> None:
    """Let readers read beside a writer, in this file from now on, waiting `busy_ms` for others.

    SQLite's own busy timeout does not hold while a file is switched to its write-ahead log: it
    gives up at once where another connection writes (sqlite.org/wal.html, "Sometimes Queries
    Return SQLITE_BUSY In WAL Mode"). A file that is switched already waits for nobody. Raises
    sqlite3.Error.
    """
    connection.execute(f"PRAGMA busy_timeout = {busy_ms:d}")
    until = time.monotonic() + busy_ms / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() >= until:
                raise
            time.sleep(_AGAIN_S)


def _is_busy(error: sqlite3.Error) -> bool:
    return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY  # the rest says which kind of busy
