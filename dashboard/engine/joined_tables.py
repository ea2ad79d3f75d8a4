"""Tables of stored articles joined with those of sessions: what library, atlas and place count."""

from collections.abc import Collection
from threading import Lock

from geo.coverage import Table
from geo.model.parsed_article import ParsedArticle
from geo.system.latest_cache import LatestCache

KEPT = 8
"""JoinedTables tables kept in memory: each session with articles of its own has another."""


class JoinedTables:
    """Tables of stored and own articles, joined once each. Safe to share between threads."""

    def __init__(self) -> None:
        self._done: LatestCache[tuple[int, ...], tuple[Table, object]] = LatestCache(KEPT)
        self._lock = Lock()

    def of(self, stored: Table, parsed: Collection[ParsedArticle]) -> Table:
        """The joined table: the same object as long as neither part changes."""
        parts = (stored, *parsed)
        key = tuple(id(part) for part in parts)
        with self._lock:
            done = self._done.get(key)
            if done is None:
                # The parts are kept too: their ids are theirs only as long as they live.
                done = stored.joined(Table.of(parsed)), parts
                self._done.put(key, done)
            return done[0]
