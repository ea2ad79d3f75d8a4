"""The gazetteer's file while it is read: one that goes bad is noticed, and another one opened."""

import logging
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.errors import GazetteerError
from geo.gazetteer.database import connect

MOST, WITHIN_S = 3, 600.0
"""A bad file is replaced so often in so many seconds: what keeps breaking is not built for ever."""
DAMAGED = "The gazetteer is damaged and could not be built again: tell the server's administrator."
_log = logging.getLogger(__name__)
Row = tuple[Any, ...]
Seen = tuple[int, int, int]
"""A file's inode, size and time of change: none of them changes once the file has its name."""
Renewed = Callable[[Path, bool], Path]
"""Gives a whole file in the place of a bad one; whether what lies there is that very file."""


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    seen: Seen | None
    local: threading.local = field(default_factory=threading.local)

    def rows(self, query: str, arguments: Sequence[object]) -> Sequence[Row]:
        connection: sqlite3.Connection | None = getattr(self.local, "connection", None)
        if connection is None:
            connection = self.local.connection = connect(self.path)
        return connection.execute(query, arguments).fetchall()


class OpenFile:
    """Reads rows of a compiled gazetteer. Thread-safe; raises GazetteerError.

    Nothing is given out that was read of a file that changed meanwhile: it is read again, of
    the file that `renewed` names. Without one a bad file stays bad. `on_renewed` is told.
    """

    def __init__(
        self,
        path: Path,
        renewed: Renewed | None = None,
        on_renewed: Callable[[], None] = lambda: None,
    ) -> None:
        self._now = _File(path, _seen(path))
        self._renewed, self._on_renewed = renewed, on_renewed
        self._lock = threading.Lock()
        self._times: deque[float] = deque(maxlen=MOST)

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self._now.seen[1] if self._now.seen else 0

    @property
    def is_sound(self) -> bool:
        """Whether the file lies there as it was opened."""
        now = self._now
        return now.seen is not None and _seen(now.path) == now.seen

    def rows(self, query: str, arguments: Sequence[object]) -> Sequence[Row]:
        """All rows that a query finds."""
        found = self._tried(query, arguments)
        if found is None:
            found = self._tried(query, arguments)
        if found is None:
            raise GazetteerError(
                f"The gazetteer {self._now.path} keeps changing.", for_readers=DAMAGED
            )
        return found

    def mend(self) -> None:
        """Open another file in the place of one that went bad."""
        if not self.is_sound:
            self._replace(self._now, "it was changed or deleted")

    def _tried(self, query: str, arguments: Sequence[object]) -> Sequence[Row] | None:
        """The rows; None where the file was bad and has been replaced."""
        now = self._now
        try:
            found = now.rows(query, arguments)
        except sqlite3.DatabaseError as error:
            self._replace(now, str(error))
            return None
        if _seen(now.path) != now.seen:
            self._replace(now, "it was changed or deleted")
            return None
        return found

    def _replace(self, bad: _File, why: str) -> None:
        with self._lock:
            if self._now is not bad:  # another thread has done so
                return
            if self._renewed is None:
                raise _damaged(bad, why)
            there = _seen(bad.path)
            is_itself = there is not None and bad.seen is not None and there[0] == bad.seen[0]
            if there is None or is_itself:  # another file lies there after an import
                self._count(bad, why)
            _log.warning("The gazetteer %s is not used any more: %s.", bad.path, why)
            path = self._renewed(bad.path, is_itself)
            self._now = _File(path, _seen(path))
            self._on_renewed()

    def _count(self, bad: _File, why: str) -> None:
        """Refuse to replace a file too often."""
        now = time.monotonic()
        if len(self._times) == MOST and now - self._times[0] < WITHIN_S:
            raise _damaged(bad, why)
        self._times.append(now)


def _damaged(bad: _File, why: str) -> GazetteerError:
    return GazetteerError(
        f"The gazetteer {bad.path} is damaged ({why}): delete it and start again.",
        for_readers=DAMAGED,
    )


def _seen(path: Path) -> Seen | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
