"""The answers that are kept: where, for how long, how many, and what of them.

In a SQLite file in the cache folder, or in Redis where replicas share them.
"""

import logging
import math
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from requests import PreparedRequest, Response
from requests.cookies import RequestsCookieJar
from requests_cache.backends.base import BaseCache
from requests_cache.backends.sqlite import SQLiteCache, SQLiteDict
from requests_cache.models.response import CachedResponse

from geo.geocoding.cache.answer_records import key_at, key_of
from geo.settings import Settings
from geo.system.sqlite import use_wal

CACHE_FILE = "geocoding.sqlite"
_BUSY_MS = 10_000
_PAUSE_S = 60.0
"""A file that is lost again so soon is not made anew."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answers:
    """A cache of requests-cache, and for how long answers live in it.

    `shipped` are Dateline's own, by key: read where a service cannot be asked, never written.
    """

    cache: BaseCache
    found: timedelta
    not_found: timedelta
    shipped: Mapping[str, CachedResponse] = field(default_factory=dict)

    def keep(self, response: Response, *, found: bool) -> None:
        """Keep what a service answered; nothing of who asked, no cookie."""
        expires = datetime.now(UTC) + (self.found if found else self.not_found)
        request = PreparedRequest()
        request.prepare(method="GET", url=response.request.url)
        response.request, response.cookies = request, RequestsCookieJar()
        self.cache.save_response(response, key_of(request), expires)

    def shipped_at(self, url: str) -> CachedResponse | None:
        """Dateline's own answer to what is asked at an address, if it has one."""
        return self.shipped.get(key_at(url)) if self.shipped else None


class LocalAnswers(SQLiteCache):
    """requests-cache's answers in one file, at most `most` bytes of it; the oldest go first."""

    def __init__(self, path: Path, most: int) -> None:
        """Raises OSError or sqlite3.Error where the file cannot be written."""
        path.parent.mkdir(parents=True, exist_ok=True)
        check_writable(path)
        super().__init__(path, serializer="json", wal=True, busy_timeout=_BUSY_MS)
        self.responses, self.redirects = (
            _Dict(path, table_name=name, serializer="json", wal=True, busy_timeout=_BUSY_MS)
            for name in ("responses", "redirects")
        )
        self.responses.most = most


class _Dict(SQLiteDict):
    """Its one connection is used by one thread at a time: SQLite mixes up their cursors.

    An answer that cannot be read or written is one that is not kept; that is said once. A file
    that is gone or damaged is made anew, and that not all the time.
    """

    most = 0
    _said = False
    _made_at = -math.inf

    def __getitem__(self, key: str) -> Any:
        try:
            with self._lock:
                return super().__getitem__(key)
        except sqlite3.Error as error:
            self._failed(error)
            raise KeyError(key) from None

    def __setitem__(self, key: str, value: Any) -> None:
        try:
            with self._lock:
                super().__setitem__(key, value)
                if self.most and self.used() > self.most:
                    self._drop_oldest()
        except sqlite3.Error as error:
            self._failed(error)

    def used(self) -> int:
        """Bytes of the file that hold something."""
        with self._lock, self.connection() as connection:
            pages, free, size = (
                connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("page_count", "freelist_count", "page_size")
            )
        return int((pages - free) * size)

    def _drop_oldest(self) -> None:
        with self.connection(commit=True) as connection:
            # an answer that is written anew gets a new rowid
            connection.execute(
                "DELETE FROM responses WHERE rowid <= (SELECT rowid FROM responses ORDER BY "
                "rowid LIMIT 1 OFFSET (SELECT count(*) / 10 FROM responses))"
            )

    @contextmanager
    def _acquire_sqlite_lock(self) -> Iterator[None]:
        """requests-cache's own tries for ever and hides what fails; SQLite waits long enough."""
        with self._lock:
            connection = self._connection
            assert connection is not None  # noqa: S101 - the caller has opened it
            connection.execute("BEGIN IMMEDIATE")
            self._active_transaction = True
            try:
                yield
                connection.commit()
            except BaseException:
                connection.rollback()
                raise
            finally:
                self._active_transaction = False

    def _failed(self, error: sqlite3.Error) -> None:
        if not self._said:
            self._said = True
            _log.warning("The geocoding cache %s cannot be used (%s).", self.db_path, error)
        with self._lock:
            if not _is_lost(Path(self.db_path), error):
                return
            if time.monotonic() - self._made_at >= _PAUSE_S:
                self._made_at = time.monotonic()
                self._make_anew()

    def _make_anew(self) -> None:
        try:
            self.close()
            remove(Path(self.db_path))
            self.init_db()
        except (OSError, sqlite3.Error) as error:
            _log.warning("The geocoding cache %s cannot be made anew (%s).", self.db_path, error)


def _is_lost(path: Path, error: sqlite3.Error) -> bool:
    """Whether what is kept cannot be had any more: it is damaged, or the file is gone."""
    return is_damage(error) or "no such table" in str(error) or not path.exists()


def is_damage(error: BaseException) -> bool:
    """Whether SQLite says that a file is none of its own, or is broken."""
    return getattr(error, "sqlite_errorcode", None) in {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    }


def remove(path: Path) -> None:
    """Delete a file of kept answers; they can be asked for again."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def check_writable(path: Path, *, busy_ms: int = _BUSY_MS) -> None:
    """Raise OSError or sqlite3.Error where nothing can be kept in a file now.

    requests-cache would wait for ever for a file that it may not write.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        use_wal(connection, busy_ms=busy_ms)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    finally:
        connection.close()


def local_path(settings: Settings) -> Path:
    """The file answers are kept in, unless Redis keeps them."""
    return settings.cache_dir / CACHE_FILE


def answers_of(
    settings: Settings, cache: BaseCache, shipped: Mapping[str, CachedResponse] | None = None
) -> Answers:
    """The cache with the lifetimes of the settings, and the answers that ship with Dateline."""
    return Answers(
        cache,
        timedelta(days=settings.geocoding_found_days),
        timedelta(days=settings.geocoding_not_found_days),
        shipped or {},
    )
