"""Which gazetteer is in use: the built-in one, or the one with imported places."""

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer.compiling.build import ensure_built, source_fingerprint
from geo.gazetteer.database import connect, is_whole

_log = logging.getLogger(__name__)
_ADVICE = "run `dateline gazetteer import` again, or `dateline gazetteer reset`"


@dataclass(frozen=True, slots=True)
class Installed:
    """A gazetteer's file: its size in bytes, its places, and the dumps imported into it.

    `imports` are pairs of a path and the number of places that were new.
    """

    path: Path
    size: int
    places: int
    imports: tuple[tuple[str, int], ...]


def imported_path(cache_dir: Path) -> Path:
    """Where the gazetteer with imported places lies, if there is one."""
    return cache_dir / "imported.sqlite"


def installed_path(cache_dir: Path, *, progress: bool | None = None) -> Path:
    """The gazetteer to use, the built-in one built first where needed.

    An import lies in a copy of the built-in gazetteer and carries its fingerprint: made from
    another one it is not used, and a warning says so.
    """
    built = ensure_built(cache_dir, progress=progress)
    imported = imported_path(cache_dir)
    if not imported.exists():
        return built
    if is_whole(imported, source_fingerprint()):
        return imported
    _log.warning(
        "The imported gazetteer %s is damaged or was made with another version of Dateline and "
        "is not used: %s%s.",
        imported,
        _ADVICE,
        _files(imported),
    )
    return built


def path_instead(cache_dir: Path, bad: Path, is_itself: bool) -> Path:
    """The gazetteer to use where the one at `bad` went bad while it was read.

    `is_itself`: the bad file lies there still, so it is built again, however whole it looks. An
    import is left alone, since it cannot be made again by itself, and not used.
    """
    if not is_itself:
        return installed_path(cache_dir)
    if bad == imported_path(cache_dir):
        _log.warning("The imported gazetteer %s is damaged: %s%s.", bad, _ADVICE, _files(bad))
        return ensure_built(cache_dir)
    bad.unlink(missing_ok=True)
    return installed_path(cache_dir)


def installed(path: Path) -> Installed:
    """What the gazetteer at `path` holds. Raises GazetteerError where it is damaged."""
    try:
        with closing(connect(path)) as database:
            (places,) = database.execute("SELECT count(*) FROM place").fetchone()
        return Installed(path, path.stat().st_size, places, _imports(path))
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(
            f"The gazetteer {path} is damaged ({error}): delete it and start again."
        ) from error


def reset(cache_dir: Path) -> bool:
    """Go back to the built-in gazetteer; whether there was an import to delete."""
    path = imported_path(cache_dir)
    try:
        was_there = path.exists()
        for left in (path, path.with_suffix(".building"), path.with_suffix(".staging")):
            left.unlink(missing_ok=True)
    except OSError as error:
        raise GazetteerError(
            f"The imported gazetteer {path} cannot be deleted ({error}): close what uses it."
        ) from error
    return was_there


def _imports(path: Path) -> tuple[tuple[str, int], ...]:
    with closing(connect(path)) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'import'").fetchone():
            return ()
        return tuple(database.execute("SELECT path, places FROM import ORDER BY rowid"))


def _files(path: Path) -> str:
    try:
        return f" (it had {', '.join(name for name, _ in _imports(path))})"
    except (OSError, sqlite3.Error):
        return ""
