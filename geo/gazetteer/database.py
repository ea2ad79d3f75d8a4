"""The compiled gazetteer as a file: its tables, how entries get in, whether it is whole.

place  one row a place, its number in the order of the entries
name   (key, place): each name's key, how it belongs to the place, and how it ranks
"""

import math
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from geo.gazetteer.compiling.entries import Entry
from geo.gazetteer.name_keys import name_key
from geo.model.places import Match, Place, PlaceKind

_SCHEMA = """
    CREATE TABLE meta (fingerprint TEXT NOT NULL);
    CREATE TABLE place (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
        lat REAL NOT NULL, lon REAL NOT NULL, country_code TEXT NOT NULL, geonameid INTEGER,
        population INTEGER NOT NULL, region_id TEXT NOT NULL, radius_km REAL,
        is_capital INTEGER NOT NULL
    );
    CREATE TABLE name (
        key TEXT NOT NULL, place INTEGER NOT NULL, match TEXT NOT NULL, text TEXT NOT NULL,
        score REAL NOT NULL, PRIMARY KEY (key, place)
    ) WITHOUT ROWID;
"""
INSERT_PLACE = "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
INDEXES = """
    CREATE UNIQUE INDEX place_id ON place (id);
    CREATE INDEX place_position ON place (lat, lon) WHERE kind = 'city';
    CREATE INDEX place_population ON place (kind, population);
"""
# In powers of ten of population: a place called so outranks one a tenth to a thirtieth of its
# size that is only also called so.
_MATCH_BONUS = {
    Match.NAME: 1.5,
    Match.ADJECTIVE: 1.0,
    Match.DEMONYM: 0.9,
    Match.LANGUAGE: 0.6,
    Match.NICKNAME: 0.5,
    Match.ABBREVIATION: 0.3,
    Match.ALTERNATE: 0.0,
}
NameRow = tuple[str, int, str, str, float]


def _silent(_: str) -> None:
    """No one watches."""


def write_database(
    path: Path,
    entries: Iterable[Entry],
    fingerprint: str,
    step: Callable[[str], None] = _silent,
) -> None:
    """Compile `entries` into a new SQLite file at `path`; `step` is told what comes next."""
    step("names")
    places: list[tuple[object, ...]] = []
    names: list[NameRow] = []
    for number, entry in enumerate(entries, start=1):
        places.append(place_row(number, entry.place))
        names.extend(name_rows(number, entry.names, entry.weight or entry.place.population))
    step("sorting")
    names.sort()
    step("writing")
    with closing(sqlite3.connect(path)) as database, database:
        # The file only counts once it is renamed: no journal has to protect it.
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        database.executemany(INSERT_PLACE, places)
        database.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", names)
        database.executescript(INDEXES)
        database.execute("INSERT INTO meta VALUES (?)", (fingerprint,))


def place_row(number: int, place: Place) -> tuple[object, ...]:
    """The row of the table place that `place_of` reads back."""
    return (
        number,
        place.id,
        place.name,
        place.kind.value,
        place.lat,
        place.lon,
        place.country_code,
        place.geonameid,
        place.population,
        place.region_id,
        place.radius_km,
        place.is_capital,
    )


def place_of(row: Sequence[Any]) -> Place:
    """The place of a row of the table place, its number included."""
    *numbered, is_capital = row
    _, identity, name, kind, *rest = numbered
    values: list[Any] = [identity, name, PlaceKind(kind), *rest, bool(is_capital)]
    return Place(*values)


def name_rows(number: int, names: Iterable[tuple[str, Match]], people: int) -> Iterable[NameRow]:
    """The rows of the table name for the place with this number, the best match of each key.

    `people`: its population, or what stands in for it.
    """
    size = math.log10(people + 10)
    best: dict[str, NameRow] = {}
    for text, match in names:
        key = name_key(text)
        score = round(size + _MATCH_BONUS[match], 3)
        if key and (key not in best or best[key][4] < score):
            best[key] = (key, number, match.value, text, score)
    return best.values()


def is_whole(path: Path, fingerprint: str) -> bool:
    """Whether `path` is a complete database compiled from what `fingerprint` stands for.

    A file cut short is told by its length against the number of pages in its header.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
        if header[:16] != b"SQLite format 3\0" or path.stat().st_size != _stated_size(header):
            return False
        with closing(connect(path)) as database:
            return bool(
                database.execute("SELECT fingerprint FROM meta").fetchone()[0] == fingerprint
            )
    except (OSError, sqlite3.Error, TypeError):
        return False


def _stated_size(header: bytes) -> int:
    page_size = int.from_bytes(header[16:18], "big")
    return (65536 if page_size == 1 else page_size) * int.from_bytes(header[28:32], "big")


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection; the file never changes once it has its name."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)
