"""The unfinished database an import writes into: a copy, and a second file for what waits.

Names wait until all are there: they go into a table ordered by key, and 25 million in no
order would each touch a page of their own. Indexes are made once the rows are in.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from geo.gazetteer.database import INDEXES, INSERT_PLACE, NameRow, name_rows, place_row
from geo.model.places import Match, Place, PlaceKind

_CHUNK = 20_000
_CROWD = 5
"""A name means a city rather than a division of less than so many times its people."""
_DIVISIONS = frozenset({PlaceKind.REGION, PlaceKind.COUNTY})
_PREPARE = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA staging.journal_mode = OFF;
    PRAGMA staging.synchronous = OFF;
    PRAGMA cache_size = -65536;
    DROP INDEX IF EXISTS place_id;
    DROP INDEX IF EXISTS place_position;
    DROP INDEX IF EXISTS place_population;
    DROP INDEX IF EXISTS place_geonameid;
    CREATE TABLE IF NOT EXISTS import (
        path TEXT PRIMARY KEY, form TEXT NOT NULL, lines INTEGER NOT NULL, places INTEGER NOT NULL
    );
    CREATE TABLE staging.name (
        key TEXT, place INTEGER, match TEXT, text TEXT, score REAL
    );
    CREATE TABLE staging.known (
        geonameid INTEGER PRIMARY KEY, number INTEGER, kind TEXT, population INTEGER
    );
    INSERT OR IGNORE INTO staging.known
    SELECT geonameid, number, kind, population FROM place
    WHERE geonameid IS NOT NULL ORDER BY geonameid, number;
"""
_IDENTIFY = """
    INSERT OR IGNORE INTO staging.known
    SELECT geonameid, number, kind, population FROM place WHERE number = ?
"""
_KNOWN = "SELECT number, kind, population FROM staging.known WHERE geonameid = ?"
_KNOWN_LATER = "SELECT number, kind, population FROM main.place WHERE geonameid = ?"
# Of two names with one key the better comes first, and the gazetteer's own goes before both.
_MERGE_NAMES = """
    INSERT OR IGNORE INTO main.name
    SELECT key, place, match, text, score FROM staging.name ORDER BY key, place, score DESC
"""
Numbered = tuple[int, PlaceKind, int]
"""A known place: its number, kind and population."""


@contextmanager
def staged_copy(base: Path, copy: Path, staging: Path) -> Iterator["Staging"]:
    """A copy of the database `base` to import into, at `copy`; whole once the block ends.

    Whatever happens, nothing is left at `staging`, and nothing at `copy` if the block fails.
    """
    done = False
    try:
        staging.unlink(missing_ok=True)
        shutil.copyfile(base, copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as database:
            database.execute("ATTACH ? AS staging", (str(staging),))
            database.executescript(_PREPARE)
            database.execute("BEGIN")
            yield Staging(database)
            database.execute("COMMIT")
        done = True
    finally:
        staging.unlink(missing_ok=True)
        if not done:
            copy.unlink(missing_ok=True)


class Staging:
    """Places and names on their way into the copy; memory does not grow with their number."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._known = _KNOWN
        self._places: list[tuple[object, ...]] = []
        self._names: list[NameRow] = []
        (self._number,) = database.execute("SELECT max(number) FROM place").fetchone()

    def known_ids(self) -> Iterator[int]:
        """The geonameids of the places there were before."""
        for (geonameid,) in self._database.execute("SELECT geonameid FROM staging.known"):
            yield geonameid

    def known(self, geonameid: int) -> Numbered | None:
        """The place with this geonameid.

        Until `settle`, only one that was there before.
        """
        row = self._database.execute(self._known, (geonameid,)).fetchone()
        return (row[0], PlaceKind(row[1]), row[2]) if row else None

    def add_place(self, place: Place, names: Iterable[tuple[str, Match]]) -> None:
        """Add a new place with its names."""
        self._number += 1
        self._places.append(place_row(self._number, place))
        self.add_names((self._number, place.kind, place.population), names)

    def add_names(self, place: Numbered, names: Iterable[tuple[str, Match]]) -> None:
        """Let a place go by further names."""
        number, kind, population = place
        people = population // _CROWD if kind in _DIVISIONS else population
        self._names.extend(name_rows(number, names, people))
        if len(self._names) >= _CHUNK:
            self._flush()

    def identify(self, number: int, geonameid: int) -> None:
        """Say which geonameid a place has that came without one."""
        self._database.execute(
            "UPDATE place SET geonameid = ? WHERE number = ?", (geonameid, number)
        )
        self._database.execute(_IDENTIFY, (number,))

    def settle(self) -> None:
        """All places are there: from now on `known` knows them too."""
        self._flush()
        self._database.execute("CREATE INDEX IF NOT EXISTS place_geonameid ON place (geonameid)")
        self._known = _KNOWN_LATER

    def merge_names(self) -> None:
        """Put the names in order and in their place."""
        self._flush()
        self._database.execute(_MERGE_NAMES)

    def finish(self, imports: Iterable[tuple[str, str, int, int]]) -> None:
        """Make the indexes, remember the files (path, form, lines, places)."""
        for statement in INDEXES.split(";"):
            self._database.execute(statement)
        self._database.executemany("INSERT OR REPLACE INTO import VALUES (?, ?, ?, ?)", imports)

    def rows(self, query: str, *arguments: object) -> list[tuple[Any, ...]]:
        """What a query of the database as it was finds."""
        return self._database.execute(query, arguments).fetchall()

    def _flush(self) -> None:
        self._database.executemany(INSERT_PLACE, self._places)
        self._database.executemany("INSERT INTO staging.name VALUES (?, ?, ?, ?, ?)", self._names)
        self._places.clear()
        self._names.clear()
