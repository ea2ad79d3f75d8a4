"""A real Nominatim over a hand-written extract, on a free port of this machine.

`scripts/install_nominatim.sh` puts it into `.venv/nominatim`. It is a tool of the tests (GPL-3):
its programs are run, nothing of it is imported.
"""

import gzip
import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from support.ports import free_port
from support.postgres import USER, cluster, programs

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / ".venv" / "nominatim" / "bin" / "nominatim"
EXTRACT = ROOT / "tests" / "nominatim" / "extract.osm"
IMPORTANCE = EXTRACT.with_name("importance.csv")


def missing() -> str:
    """What of Nominatim this machine lacks, or ""."""
    lacks = {
        "PostgreSQL": programs() is None,
        "osm2pgsql": shutil.which("osm2pgsql") is None,
        "Nominatim": not PROGRAM.exists(),
    }
    return ", ".join(name for name, is_missing in lacks.items() if is_missing)


@contextmanager
def nominatim() -> Iterator[str]:
    """The domain (127.0.0.1:PORT) of a server of the extract; all of it is gone at the end."""
    with cluster() as socket_folder, tempfile.TemporaryDirectory(prefix="dateline-osm-") as made:
        project = Path(made)
        (project / "wikimedia-importance.csv.gz").write_bytes(
            gzip.compress(IMPORTANCE.read_bytes(), mtime=0)
        )
        environment = {
            "PATH": f"{PROGRAM.parent}{os.pathsep}{programs()}{os.pathsep}{os.environ['PATH']}",
            "LANG": "C.UTF-8",
            "NOMINATIM_DATABASE_DSN": f"pgsql:dbname=places;host={socket_folder};user={USER}",
            "NOMINATIM_DATABASE_WEBUSER": USER,
        }
        arguments = ("import", "--offline", "--no-updates", "--osm-file", str(EXTRACT))
        done = subprocess.run(
            [str(PROGRAM), *arguments],
            cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout.decode(errors="replace")[-4000:]
        with _server(project, environment) as domain:
            yield domain


@contextmanager
def _server(project: Path, environment: dict[str, str]) -> Iterator[str]:
    domain = f"127.0.0.1:{free_port()}"
    log = project / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(PROGRAM), "serve", "--server", domain],
            cwd=project, env=environment, stdout=out, stderr=out,
        )  # fmt: skip
        try:
            _wait(f"http://{domain}/status", process, log)
            yield domain
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(address: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(1800):
        assert process.poll() is None, log.read_text(errors="replace")[-4000:]
        with suppress(OSError), urllib.request.urlopen(address, timeout=20) as answer:
            if answer.read() == b"OK":
                return
        time.sleep(0.1)
    raise TimeoutError(address)
