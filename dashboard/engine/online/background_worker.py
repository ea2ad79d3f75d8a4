"""Work behind the page: one thread for the whole process, and only while there is work."""

import logging
from collections import deque
from collections.abc import Iterator
from threading import Lock, Thread

WAITING = 64
"""Most jobs at once; more are refused, and their sessions ask again."""
_log = logging.getLogger(__name__)


class Worker:
    """Runs jobs in turns: a step of the first, a step of the second, and round again.

    A job is an iterator; each step may take long. It never touches Streamlit, and its thread
    ends with the process, or when no job is left.
    """

    def __init__(self, *, waiting: int = WAITING) -> None:
        self._waiting = waiting
        self._jobs: deque[Iterator[object]] = deque()
        self._running: Iterator[object] | None = None
        self._thread: Thread | None = None
        self._lock = Lock()

    def add(self, job: Iterator[object]) -> bool:
        """Take a job; False where too many wait already."""
        with self._lock:
            if len(self._jobs) + (self._running is not None) >= self._waiting:
                return False
            self._jobs.append(job)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="dateline-background", daemon=True)
                self._thread.start()
            return True

    def join(self) -> None:
        """Return when all that was added is done."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                next(job)
            except StopIteration:
                self._end(job)
            except Exception:  # noqa: BLE001 - it is logged, and the other jobs go on
                _log.exception("A job behind the page failed and is left out.")
                self._end(job)

    def _next(self) -> Iterator[object] | None:
        """The job whose turn it is; without one, this thread is no longer the worker's."""
        with self._lock:
            if self._running is not None:
                self._jobs.append(self._running)
            self._running = self._jobs.popleft() if self._jobs else None
            if self._running is None:
                self._thread = None
            return self._running

    def _end(self, job: Iterator[object]) -> None:
        with self._lock:
            if self._running is job:
                self._running = None
