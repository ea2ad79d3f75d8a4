"""A PostgreSQL server of the tests' own, where the machine has its programs."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAMED = "DATELINE_TEST_POSTGRESQL"
"""The environment variable that names a server to use instead."""


@contextmanager
def postgres() -> Iterator[str | None]:
    """The address of a server, which is gone at the end; None where there is none to start."""
    programs = _programs()
    if NAMED in os.environ or programs is None:
        yield os.environ.get(NAMED)
        return
    # It refuses to run as root, and its socket's path must be short.
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    try:
        _run(
            programs / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", user=user
        )
        options = f"-c listen_addresses='' -c fsync=off -k {folder}"
        control = (programs / "pg_ctl", "-D", data, "-w")
        _run(*control, "-l", folder / "log", "-o", options, "start", user=user)
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            _run(*control, "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


def _run(*command: object, user: str | None) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode(errors="replace")
