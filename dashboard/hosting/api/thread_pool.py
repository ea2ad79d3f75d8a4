"""Threads for what takes long, so that the event loop goes on; a full house is said at once."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Self, TypeVar

from dashboard.engine.timing import API_PATIENCE_S

T = TypeVar("T")

THREADS = 2
MOST = 16
"""Requests worked on or waiting at once; more are turned away."""


class Busy(Exception):
    """No thread is free now, or none was done in time."""


class Workers:
    """A few threads and a short queue. Work whose reader has left is still finished and kept."""

    def __init__(
        self, *, threads: int = THREADS, most: int = MOST, patience_s: float = API_PATIENCE_S
    ) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="dateline-data")
        self._most = most
        self._patience_s = patience_s
        self._taken = 0
        self._lock = Lock()

    async def run(self, work: Callable[[], T]) -> T:
        """The work's result. Raises Busy where it cannot be had now, and what the work raises."""
        with self._lock:
            if self._taken >= self._most:
                raise Busy
            self._taken += 1
        future = self._pool.submit(work)
        future.add_done_callback(self._give_back)
        try:
            # The thread cannot be stopped: its place is taken until it ends by itself.
            waited = asyncio.shield(asyncio.wrap_future(future))
            return await asyncio.wait_for(waited, self._patience_s)
        except TimeoutError:
            raise Busy from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Take no more work, and drop what has not begun."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _give_back(self, _: Future[T]) -> None:
        with self._lock:
            self._taken -= 1
