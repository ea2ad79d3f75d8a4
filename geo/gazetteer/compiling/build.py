"""Building the gazetteer's file once, and again when what it is made from changes."""

import gc
import hashlib
import json
import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

from tqdm import tqdm

from geo.errors import GazetteerError
from geo.gazetteer.compiling.compilation import compile_entries
from geo.gazetteer.compiling.entries import Entry
from geo.gazetteer.compiling.package_sources import source_versions
from geo.gazetteer.database import is_whole, write_database
from geo.gazetteer.tables import table_names

_log = logging.getLogger(__name__)
_MAKING = (
    "compiling/city_areas.py", "compiling/compilation.py", "compiling/division_names.py",
    "compiling/divisions.py", "compiling/entries.py", "compiling/package_sources.py",
    "database.py", "name_keys.py", "tables/__init__.py",
)  # fmt: skip
"""The modules that decide what the file holds."""
_STEPS = 6
CANNOT = (
    "The gazetteer cannot be written to the disk of this server: ask its administrator to make "
    "room."
)
_APART = """
import contextlib, pathlib, sys
sys.path.insert(0, sys.argv[1])
from geo.gazetteer.building import GazetteerError, ensure_built
with contextlib.suppress(GazetteerError):
    ensure_built(pathlib.Path(sys.argv[2]))
"""
_LONGEST_WAIT = 600.0
"""Seconds to wait for another process that is building the same file."""


def ensure_built(cache_dir: Path, *, progress: bool | None = None) -> Path:
    """The path of the compiled gazetteer in `cache_dir`, building it where needed."""
    fingerprint = source_fingerprint()
    path = _path(cache_dir, fingerprint)
    if is_whole(path, fingerprint):
        return path
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
        with only_builder(cache_dir):
            if not is_whole(path, fingerprint):
                _build(path, fingerprint, progress)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(
            f"The gazetteer cannot be written to {cache_dir} ({error}): "
            "make room there, or name another folder in DATELINE_CACHE_DIR.",
            for_readers=CANNOT,
        ) from error
    return path


def build_apart(cache_dir: Path) -> None:
    """Build it, where needed, in a process of its own, which gives its memory back at its end.

    A server that has built it keeps some 400 MB that it never needs again. What goes wrong
    there is found, and said, by `ensure_built`.
    """
    fingerprint = source_fingerprint()
    if not is_whole(_path(cache_dir, fingerprint), fingerprint):
        root = Path(__file__).parents[3]
        command = [sys.executable, "-c", _APART, str(root), str(cache_dir)]
        subprocess.run(command, check=False)  # noqa: S603 - our own program


def _path(cache_dir: Path, fingerprint: str) -> Path:
    return cache_dir / f"gazetteer-{fingerprint[:16]}.sqlite"


def source_fingerprint() -> str:
    """A digest of all the file is made from: sources' versions, tables, compiling code."""
    digest = hashlib.sha256(json.dumps(source_versions(), sort_keys=True).encode())
    package = files("geo.gazetteer")
    tables = [f"tables/{name}.csv" for name in table_names()]
    for name in (*_MAKING, *tables):
        digest.update(name.encode() + package.joinpath(name).read_bytes())
    return digest.hexdigest()


def _build(path: Path, fingerprint: str, progress: bool | None) -> None:
    if path.exists():
        _log.warning("The gazetteer %s was damaged and is built again.", path)
    # Whoever left these held the lock and is gone.
    for stale in path.parent.glob("gazetteer-*.building"):
        stale.unlink()
    unfinished = path.with_suffix(".building")
    try:
        with tqdm(total=_STEPS, disable=None if progress is None else not progress) as bar:

            def step(what: str) -> None:
                bar.set_description(f"Gazetteer: {what}")
                bar.update()

            with _no_garbage_collection():
                entries = _given_away(compile_entries(step))
                write_database(unfinished, entries, fingerprint, step)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())  # on the disk before it has its name
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    _remove_older(path)


def _given_away(entries: list[Entry]) -> Iterator[Entry]:
    """The entries one after the other; each makes room for what is made of it."""
    entries.reverse()
    while entries:
        yield entries.pop()


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Millions of small objects come and none goes: looking for garbage takes a third longer."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _remove_older(path: Path) -> None:
    for other in path.parent.glob("gazetteer-*.sqlite"):
        if other != path:
            try:
                other.unlink()
            except OSError:  # Windows: another process still reads it
                _log.info("The older gazetteer %s is still in use.", other)


@contextmanager
def only_builder(cache_dir: Path) -> Iterator[None]:
    """Hold a lock that the system gives back even when the process is killed."""
    with closing(sqlite3.connect(cache_dir / "gazetteer.lock", timeout=_LONGEST_WAIT)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
