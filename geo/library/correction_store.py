"""The corrections of the library: written once, undone by a mark, never erased."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from sqlalchemy import Connection, Engine, Row, func, insert, select, update

from geo.corrections import Correction, correction_from_record
from geo.corrections.json_lines import correction_record
from geo.library.change_log import Act, note
from geo.library.database.engine import batched, transaction
from geo.library.database.tables import correction as table

Known = tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """How far the table has come: its last number, its rows, and those that are undone."""

    last: int = 0
    rows: int = 0
    undone: int = 0


class CorrectionStore:
    """Kept corrections. Thread-safe; raises LibraryError where the database fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._state = _State()
        self._known: Known = ()

    def add(self, corrections: Iterable[Correction]) -> int:
        """Keep corrections, those already kept aside; how many are new."""
        return sum(self._add_batch(batch) for batch in batched(corrections))

    def active(self) -> Known:
        """The corrections that are not undone, oldest first; the same object until one changes."""
        with self._lock, transaction(self._engine) as connection:
            state = _state(connection)
            if state != self._state:
                self._known = self._changed(connection, state)
                self._state = state
            return self._known

    def _changed(self, connection: Connection, state: _State) -> Known:
        """All active corrections; where some were only added, those are read and no more."""
        if state.undone == self._state.undone:
            added = _read(connection, after=self._state.last)
            # one with a lower number may have been kept later, by another process
            if self._state.rows + len(added) == state.rows:
                return _in_order([*self._known, *added])
        return _in_order(_read(connection))

    def undo(self, identifier: str, who: str = "") -> bool:
        """Take a correction back; whether there was one to take back."""
        with transaction(self._engine) as connection:
            done = connection.execute(
                update(table)
                .where(table.c.id == identifier, table.c.undone.is_(None))
                .values(undone=datetime.now(UTC), undone_by=who)
            )
            if done.rowcount:
                note(connection, Act.UNDONE, [identifier], who)
        return bool(done.rowcount)

    def history(self, limit: int = 100) -> list[tuple[Correction, datetime | None]]:
        """The latest corrections first, each with when it was undone."""
        latest = select(table).order_by(table.c.number.desc()).limit(limit)
        with transaction(self._engine) as connection:
            rows = connection.execute(latest).all()
        pairs = ((_correction(row), row.undone) for row in rows)
        return [(correction, undone) for correction, undone in pairs if correction is not None]

    def _add_batch(self, corrections: Sequence[Correction]) -> int:
        ids = [correction.id for correction in corrections]
        with transaction(self._engine) as connection:
            known = set(connection.scalars(select(table.c.id).where(table.c.id.in_(ids))))
            new = {c.id: c for c in corrections if c.id not in known}
            if new:
                connection.execute(insert(table), [_row(c) for c in new.values()])
            for who in {c.who for c in new.values()}:
                own = [c.id for c in new.values() if c.who == who]
                note(connection, Act.CORRECTED, own, who)
        return len(new)


def _state(connection: Connection) -> _State:
    counts = select(
        func.coalesce(func.max(table.c.number), 0), func.count(), func.count(table.c.undone)
    ).select_from(table)
    return _State(*connection.execute(counts).one())


def _read(connection: Connection, *, after: int = 0) -> list[Correction | None]:
    kept = select(table).where(table.c.undone.is_(None), table.c.number > after)
    return [_correction(row) for row in connection.execute(kept.order_by(table.c.number))]


def _in_order(corrections: Iterable[Correction | None]) -> Known:
    # by id: one kept between counting and reading is read twice
    whole = {correction.id: correction for correction in corrections if correction is not None}
    return tuple(sorted(whole.values(), key=lambda correction: correction.when))


def _row(correction: Correction) -> dict[str, object]:
    record = correction_record(correction)
    record["made"] = correction.when
    del record["when"]
    return record | {"place": json.dumps(record["place"]) if record["place"] else None}


def _correction(row: Row[tuple[object, ...]]) -> Correction | None:
    """The correction of a row; None where the database was written by something else."""
    record = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
    place = record["place"]
    try:
        record |= {
            "when": record["made"].isoformat(),
            "place": json.loads(place) if place else None,
        }
        return correction_from_record(record)
    except (TypeError, ValueError, RecursionError):  # InputError is a ValueError
        return None
