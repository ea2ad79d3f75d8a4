"""Who changed what, and when: written in the transaction of the change itself, never changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, Engine, insert, select

from geo.library.database.engine import batched, transaction
from geo.library.database.tables import change as table


class Act(StrEnum):
    """What was done; values are stable in the database."""

    STORED = "article stored"
    DELETED = "article deleted"
    EXPIRED = "article expired"
    CORRECTED = "corrected"
    UNDONE = "correction undone"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `subject`: an article's token or a correction's id. `who`: "" where unknown."""

    made: datetime
    who: str
    act: Act
    subject: str


class Changes:
    """The changes of a library, to be read. Raises LibraryError where the database fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def latest(self, limit: int = 100) -> list[Change]:
        """The latest changes first."""
        wanted = select(table).order_by(table.c.number.desc()).limit(limit)
        with transaction(self._engine) as connection:
            return list(_changes(connection, wanted))


def note(connection: Connection, act: Act, subjects: Iterable[str], who: str = "") -> None:
    """Write down what is done in this transaction."""
    common = {"made": datetime.now(UTC), "who": who, "act": act.value}
    for part in batched(subjects):
        connection.execute(insert(table), [common | {"subject": one} for one in part])


def _changes(connection: Connection, wanted: object) -> Iterator[Change]:
    known = {act.value for act in Act}
    for row in connection.execute(wanted):  # type: ignore[call-overload]
        if row.act in known:
            yield Change(row.made, row.who, Act(row.act), row.subject)
