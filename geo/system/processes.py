"""Work in a process of its own: one that takes too long, or too much memory, is ended, and so is
one whose answer nobody wants any more.

Such a process is a module of this project, `python -m MODULE`, that reads questions from
standard input and writes answers to standard output until nothing is asked; `begin` and
`waited_for` are its side. It ends with 0 when it has waited for long enough.
"""

import atexit
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Lock, Thread, Timer
from typing import IO, BinaryIO, TypeVar, cast

IDLE_S = 60.0
"""Seconds after which a process that is asked nothing ends."""
LOOK_AGAIN_S = 1.0
"""How often is looked whether an answer is still wanted, in seconds."""
NICE = 5
"""Whoever waits for a page comes first."""
T = TypeVar("T")


class Process:
    """A process that answers; started when it is first asked, and again when it has ended."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._running: subprocess.Popen[bytes] | None = None

    def ask(
        self,
        question: bytes,
        read: Callable[[IO[bytes]], T],
        seconds: float,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> T | None:
        """What `read` makes of its answer; None where it takes longer, ends without one, or is
        wanted no more.

        `read` raises EOFError where the answer breaks off.
        """
        while True:
            running = self._started()
            try:
                with _watched(running, seconds, is_wanted):
                    return _exchanged(running, question, read)
            except EOFError:
                if self.end() != 0:  # with 0 it had only waited too long to be asked
                    return None
            except BaseException:
                running.kill()  # half an answer is in its pipe
                self.end()
                raise

    def end(self) -> int:
        """Let it end, as it does once nothing more can be asked; the number it ends with."""
        running, self._running = self._running, None
        if running is None:
            return 0
        for pipe in (running.stdin, running.stdout):
            with suppress(OSError):  # what it did not read any more is written in closing
                cast("IO[bytes]", pipe).close()
        return running.wait()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._running is None:
            # -P: the folder it is run in is no place to import from
            self._running = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-P", "-m", self._module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        return self._running


class Pool:
    """Processes of one module, each asked by one at a time; those that are idle are used again."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._idle: list[Process] = []
        self._lock = Lock()
        atexit.register(self.end)

    @contextmanager
    def process(self) -> Iterator[Process]:
        """A process that nobody else asks meanwhile."""
        with self._lock:
            process = self._idle.pop() if self._idle else Process(self._module)
        try:
            yield process
        finally:
            with self._lock:
                self._idle.append(process)

    def end(self) -> None:
        """Leave no process behind."""
        while self._idle:
            self._idle.pop().end()


@contextmanager
def _watched(
    running: "subprocess.Popen[bytes]", seconds: float, is_wanted: Callable[[], bool]
) -> Iterator[None]:
    """Kill a process after so many seconds, or when it is wanted no more."""
    until, done, ending = time.monotonic() + seconds, Event(), Lock()

    def watch() -> None:
        while not done.wait(max(0.0, min(LOOK_AGAIN_S, until - time.monotonic()))):
            if time.monotonic() >= until or not is_wanted():
                break
        with ending:
            if not done.is_set():
                running.kill()

    Thread(target=watch, name="dateline-patience", daemon=True).start()
    try:
        yield
    finally:
        with ending:  # not a process that has answered
            done.set()


def _exchanged(
    running: "subprocess.Popen[bytes]", question: bytes, read: Callable[[IO[bytes]], T]
) -> T:
    asked, answered = cast("IO[bytes]", running.stdin), cast("IO[bytes]", running.stdout)
    with suppress(OSError):
        asked.write(question)
        asked.flush()
    return read(answered)


def begin(memory: int = 0) -> IO[bytes]:
    """Where answers are written to. Gives way to other processes, takes no more memory, and ends
    with whoever started this one, even where that was killed.

    `memory` is in bytes of address space; 0 sets no limit.
    """
    Thread(target=_end_after, args=(os.getppid(),), name="dateline-parent", daemon=True).start()
    # whatever a library prints must not stand between the answers
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    logging.disable(logging.CRITICAL)
    with suppress(OSError):  # where memory runs out this goes, not the server; Linux only
        Path("/proc/self/oom_score_adj").write_text("800", encoding="ascii")
    with suppress(ImportError, ValueError, OSError, AttributeError):
        import resource  # not on Windows

        os.nice(NICE)
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    return out


def _end_after(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_AGAIN_S)
    os._exit(1)


def waited_for(asked: BinaryIO) -> bytes:
    """The next line that is asked; the process ends where none comes for a while."""
    patience = Timer(IDLE_S, os._exit, (0,))
    patience.daemon = True
    patience.start()
    line = asked.readline()
    patience.cancel()
    return line
