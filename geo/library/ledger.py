"""The corrections of the library: written once, undone by a mark, never erased."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from threading import Lock

from sqlalchemy import Engine, Row, func, insert, select, update

from geo.corrections import Correction, correction_from_record
from geo.corrections.records import correction_record
from geo.errors import InputError
from geo.library.database import transaction
from geo.library.tables import correction as table

BATCH = 500
Version = tuple[int, int]


class Ledger:
    """Kept corrections. Thread-safe; raises LibraryError where the database fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._known: tuple[Version, tuple[Correction, ...]] = ((0, 0), ())

    def add(self, corrections: Iterable[Correction]) -> int:
        """Keep corrections, those already kept aside; how many are new."""
        return sum(self._add_batch(batch) for batch in batches(corrections))

    def active(self) -> tuple[Correction, ...]:
        """The corrections that are not undone, oldest first; the same object until one changes."""
        with transaction(self._engine) as connection:
            row = connection.execute(
                select(func.coalesce(func.max(table.c.number), 0), func.count(table.c.undone))
            ).one()
        version: Version = (row[0], row[1])
        with self._lock:
            if self._known[0] != version:
                self._known = (version, self._read())
            return self._known[1]

    def undo(self, identifier: str, who: str = "") -> bool:
        """Take a correction back; whether there was one to take back."""
        with transaction(self._engine) as connection:
            done = connection.execute(
                update(table)
                .where(table.c.id == identifier, table.c.undone.is_(None))
                .values(undone=datetime.now(UTC), undone_by=who)
            )
        return bool(done.rowcount)

    def history(self, limit: int = 100) -> list[tuple[Correction, datetime | None]]:
        """The latest corrections first, each with when it was undone."""
        latest = select(table).order_by(table.c.number.desc()).limit(limit)
        with transaction(self._engine) as connection:
            rows = connection.execute(latest).all()
        pairs = ((_correction(row), row.undone) for row in rows)
        return [(correction, undone) for correction, undone in pairs if correction is not None]

    def _read(self) -> tuple[Correction, ...]:
        kept = select(table).where(table.c.undone.is_(None)).order_by(table.c.made, table.c.number)
        with transaction(self._engine) as connection:
            found = [_correction(row) for row in connection.execute(kept)]
        return tuple(correction for correction in found if correction is not None)

    def _add_batch(self, corrections: Sequence[Correction]) -> int:
        ids = [correction.id for correction in corrections]
        with transaction(self._engine) as connection:
            known = set(connection.scalars(select(table.c.id).where(table.c.id.in_(ids))))
            new = {c.id: c for c in corrections if c.id not in known}
            if new:
                connection.execute(insert(table), [_row(c) for c in new.values()])
        return len(new)


def batches(corrections: Iterable[Correction]) -> Iterable[Sequence[Correction]]:
    """Corrections in parts of a size that a database takes at once."""
    found: list[Correction] = []
    for correction in corrections:
        found.append(correction)
        if len(found) == BATCH:
            yield found
            found = []
    if found:
        yield found


def _row(correction: Correction) -> dict[str, object]:
    record = correction_record(correction)
    record["made"] = correction.when
    del record["when"]
    return record | {"place": json.dumps(record["place"]) if record["place"] else None}


def _correction(row: Row[tuple[object, ...]]) -> Correction | None:
    """The correction of a row; None where the database was written by something else."""
    record = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
    place = record["place"]
    record |= {
        "when": record["made"].isoformat(),
        "place": json.loads(place) if place else None,
    }
    try:
        return correction_from_record(record)
    except InputError:
        return None
