"""Processes that answer: ended when they take too long, started again when they have ended."""

import subprocess
import sys
from typing import IO

import psutil
import pytest
from support.waiting import until

from geo.reading.reader_tasks import Task
from geo.system import processes
from geo.system.processes import Process

TASK = Task(kind="markdown", name="a.md", size=6).model_dump_json().encode() + b"\nHarbin"
SLOW = Task(kind="markdown", name="a.md", size=10**6).model_dump_json().encode() + b"\n"


def line(answered: IO[bytes]) -> bytes:
    said = answered.readline()
    if not said.endswith(b"\n"):
        raise EOFError
    return said


def started(process: Process, program: str) -> "subprocess.Popen[bytes]":
    """Another program in the place of the process."""
    pipe = subprocess.PIPE
    running = subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe)
    process._running = running
    return running


@pytest.fixture
def process() -> Process:
    return Process("geo.reading.reader_process")


def test_one_answers_again_and_again_and_ends_when_it_is_let_go(process: Process) -> None:
    for _ in range(3):
        assert b"Harbin" in (process.ask(TASK, line, 60) or b"")
    assert process.end() == 0


def test_one_that_ended_because_nobody_asked_is_started_again(process: Process) -> None:
    started(process, "").wait()
    assert b"Harbin" in (process.ask(TASK, line, 60) or b"")
    process.end()


def test_one_that_takes_too_long_is_ended_and_the_next_is_another(process: Process) -> None:
    assert process.ask(SLOW + b"[" * 10**6, line, 1) is None
    assert b"Harbin" in (process.ask(TASK, line, 60) or b"")
    process.end()


def test_one_whose_answer_is_wanted_no_more_is_ended(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "LOOK_AGAIN_S", 0.05)
    looks = iter([True, True, False])
    running = started(process, "import time; time.sleep(300)")
    assert process.ask(TASK, line, 60, lambda: next(looks)) is None
    assert running.poll() == -9
    assert next(looks, None) is None
    assert b"Harbin" in (process.ask(TASK, line, 60) or b"")
    process.end()


def test_one_that_is_killed_gives_no_answer(process: Process) -> None:
    started(process, "import os; os.kill(os.getpid(), 9)")
    assert process.ask(TASK, line, 60) is None


def is_gone(pid: int) -> bool:
    """Whether it has ended, though nobody may have asked for its number yet."""
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_one_that_is_at_work_ends_with_a_server_that_is_killed() -> None:
    at_work = (
        "import time; from geo.system.processes import begin\n"
        "begin(), print('begun', flush=True), time.sleep(300)"
    )
    server = (
        "import subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', {at_work!r}], stderr=subprocess.PIPE)\n"
        "child.stderr.readline(), print(child.pid, flush=True), time.sleep(300)"
    )
    with subprocess.Popen([sys.executable, "-c", server], stdout=subprocess.PIPE) as running:
        assert running.stdout
        child = int(running.stdout.readline())
        assert not is_gone(child)
        running.kill()
    until(lambda: is_gone(child))


def test_half_an_answer_is_not_taken_for_the_next(process: Process) -> None:
    def breaks(answered: IO[bytes]) -> bytes:
        answered.read(1)
        raise KeyError

    with pytest.raises(KeyError):
        process.ask(TASK, breaks, 60)
    assert (process.ask(TASK, line, 60) or b"").startswith(b"{")
    process.end()
