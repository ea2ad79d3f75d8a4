"""Dashboards as `dateline serve` starts them, each a process that a test may stop or kill."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any

from support.ports import free_port

ROOT = Path(__file__).parents[2]
ANSWER_S = 120
"""How long an answer is waited for: articles may be read first, on a slow machine."""
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
        self.process.wait(timeout=60)


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
        end(process)


def end(process: subprocess.Popen[Any]) -> None:
    """Ask a process to end; TimeoutExpired where it does not, and it is killed."""
    process.terminate()
    try:
        process.wait(timeout=60)
    finally:
        process.kill()


def wait_for(address: str, process: subprocess.Popen[Any], patience: int = 180) -> None:
    """Wait until a server answers at an address."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        assert process.poll() is None, f"{address} is served by nobody: the process ended"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (OSError, HTTPException):
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")
