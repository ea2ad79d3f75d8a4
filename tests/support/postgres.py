"""A PostgreSQL server of the tests' own, where the machine has its programs."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

NAMED = "DATELINE_TEST_POSTGRESQL"
"""The environment variable that names a server to use instead."""
USER = "tester"


@contextmanager
def postgres() -> Iterator[str | None]:
    """The address of a server, which is gone at the end; None where there is none to start."""
    if NAMED in os.environ or programs() is None:
        yield os.environ.get(NAMED)
        return
    with cluster() as folder:
        yield f"postgresql://{USER}@/postgres?host={folder}"


@contextmanager
def cluster() -> Iterator[Path]:
    """The folder with the socket of a server of its own, which is gone at the end."""
    found = programs()
    assert found, "PostgreSQL is missing: make test installs it"
    # It refuses to run as root, and its socket's path must be short.
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    try:
        _run(found / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", user=user)
        start(folder)
        try:
            yield folder
        finally:
            if (data / "postmaster.pid").exists():
                stop(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start(folder: Path) -> None:
    """Start a cluster's server; it can be used when this returns."""
    options = f"-c listen_addresses='' -c fsync=off -k {folder}"
    _control(folder, "-l", folder / "log", "-o", options, "start")


def stop(folder: Path) -> None:
    """Stop a cluster's server as a crash would."""
    _control(folder, "-m", "immediate", "stop")


@contextmanager
def hanging(folder: Path) -> Iterator[None]:
    """A cluster's server as it is on a machine that hangs: connections stay, nothing answers."""
    leader = psutil.Process(int((folder / "data" / "postmaster.pid").read_text().split()[0]))
    leader.suspend()  # first, so that there come no more
    others = leader.children(recursive=True)
    for other in others:
        other.suspend()
    try:
        yield
    finally:
        for one in (*others, leader):
            with suppress(psutil.NoSuchProcess):
                one.resume()


def _control(folder: Path, *command: object) -> None:
    found = programs()
    assert found
    user = "postgres" if os.geteuid() == 0 else None
    _run(found / "pg_ctl", "-D", folder / "data", "-w", *command, user=user)


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, if the machine has them."""
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
