"""Making the library's tables, and bringing those of an earlier version up to date."""

from threading import Lock

from sqlalchemy import Connection, Engine, inspect, select, text

from geo.errors import LibraryError
from geo.library.database.tables import VERSION, version

_PLACE = "geo.library:migrations"
_BEFORE = "library"
"""The table in which versions before the baseline kept their number."""
_KEY = 7_283_114_909
"""Of PostgreSQL's lock on the library's tables: any number, always the same."""
_lock = Lock()
"""Alembic's context is one for all threads."""


def make_tables(engine: Engine, shown: str) -> None:
    """Have the tables there, of this version; several processes may do so at once.

    All is done or nothing is. Raises LibraryError where a later version made them.
    """
    with engine.connect() as connection:
        if _version(connection, shown) == VERSION:
            return
    with _lock, engine.connect() as connection:
        _alone(connection)
        found = _version(connection, shown)  # another process may have been faster
        if found != VERSION:
            _upgrade(connection)
            connection.commit()


def _alone(connection: Connection) -> None:
    """Wait until no other process makes the tables, and keep others out until the end."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SET LOCAL lock_timeout = 0"))  # however long that takes
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _KEY})


def _version(connection: Connection, shown: str) -> int:
    """The version of the tables, 0 where there are none, or those of before the baseline."""
    if inspect(connection).has_table(_BEFORE):
        number = connection.scalar(text(f"SELECT version FROM {_BEFORE}"))  # noqa: S608
        found = 0 if number in {None, 1, 2, 3} else VERSION + 1
    elif inspect(connection).has_table(version.name):
        numbers = [str(named) for named in connection.scalars(select(version.c.version_num))]
        found = max((int(n) if n.isdecimal() else VERSION + 1 for n in numbers), default=0)
    else:
        found = 0
    if found > VERSION:
        raise LibraryError(
            f"The library {shown} is of a later version of Dateline: use that version, or "
            "name another database.",
            for_readers="The library of this server is of a later version of Dateline: tell its "
            "administrator.",
        )
    return found


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", _PLACE)
    config.attributes["connection"] = connection
    if inspect(connection).has_table(_BEFORE):
        # Alembic would look for the versions before the baseline, which are no more.
        connection.execute(text(f"DROP TABLE IF EXISTS {version.name}"))
    command.upgrade(config, "head")
