"""The places that stored articles name: each version of a place is kept once, and never changed."""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Select, select
from sqlalchemy.dialects import postgresql, sqlite

from geo.library.database.engine import batched
from geo.library.database.tables import place as table
from geo.model.places import Place, PlaceKind

MANY = 2000
"""Places that are not asked for one by one: then all are read."""
_KINDS = {kind.value: kind for kind in PlaceKind}
_FIELDS = tuple(Place.__dataclass_fields__)
_COLUMNS = [table.c.number, *(getattr(table.c, name) for name in _FIELDS)]


class KeptPlaces:
    """The kept places by number, each read once. Thread-safe."""

    def __init__(self) -> None:
        self._known: dict[int, Place] = {}
        self._lock = Lock()

    def of(self, connection: Connection, numbers: Collection[int]) -> dict[int, Place]:
        """The places of these numbers."""
        with self._lock:
            missing = [number for number in numbers if number not in self._known]
            if len(missing) > MANY:
                self._read(connection, select(*_COLUMNS))
            else:
                for part in batched(missing):
                    self._read(connection, select(*_COLUMNS).where(table.c.number.in_(part)))
            return {number: self._known[number] for number in numbers}

    def _read(self, connection: Connection, wanted: Select[Any]) -> None:
        self._known |= {row[0]: _place(row) for row in connection.execute(wanted).all()}


def keep_places(connection: Connection, places: Iterable[Place]) -> dict[str, int]:
    """Keep these places; their numbers by id."""
    rows = {_digest(place): place for place in places}
    found: dict[str, int] = {}
    # in one order everywhere, so that two writers never wait for each other
    for digests in batched(sorted(rows)):
        known = _numbers(connection, digests)
        new = [_row(digest, rows[digest]) for digest in digests if digest not in known]
        if new:
            insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
            connection.execute(insert(table).on_conflict_do_nothing(), new)
            known = _numbers(connection, digests)
        found |= {rows[digest].id: number for digest, number in known.items()}
    return found


def _numbers(connection: Connection, digests: Sequence[str]) -> dict[str, int]:
    rows = select(table.c.digest, table.c.number).where(table.c.digest.in_(digests))
    return {row.digest: row.number for row in connection.execute(rows)}


def _digest(place: Place) -> str:
    return hashlib.sha256(json.dumps(asdict(place), sort_keys=True).encode()).hexdigest()


def _row(digest: str, place: Place) -> dict[str, object]:
    return {"digest": digest, **asdict(place), "kind": place.kind.value}


def _place(row: Sequence[Any]) -> Place:
    _, identifier, name, kind, *rest = row
    return Place(identifier, name, _KINDS[kind], *rest)
