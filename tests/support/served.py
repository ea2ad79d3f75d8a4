"""Dashboards as `dateline serve` starts them, each a process that a test may stop or kill."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATELINE = ("-m", "dashboard.cli")


@dataclass(frozen=True, slots=True)
class Served:
    """A running dashboard: its port, and the process."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """End it as a crash would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)


@contextmanager
def served(
    folder: Path,
    *options: str,
    port: int | None = None,
    program: Sequence[str] = DATELINE,
    **environment: str,
) -> Iterator[Served]:
    """A dashboard of one's own, ready to read; its log lies in `folder`.

    `options`: further ones of `dateline serve`. `port`: any that is free unless it is given.
    `program`: what stands in for `dateline`.
    """
    port = port or free_port()
    log = folder / f"dateline-{port}.log"
    command = [sys.executable, *program, "serve", "--port", str(port), *options]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | environment, stderr=out, stdout=out
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz?ready", process)
        yield Served(port, process, log)
    finally:
        process.terminate()
        process.wait(timeout=30)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes], patience: int = 90) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        assert process.poll() is None, f"{address} is served by nobody: the process ended"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")
