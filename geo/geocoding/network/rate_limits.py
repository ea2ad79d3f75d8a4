"""When a service may be asked: so many questions a second, and not at all while it is down.

`Turns` wait for a place in pyrate-limiter's bucket, one for all threads of the process;
`SharedTurns` for one in Redis, the same for all replicas. A `Breaker` is one service's in one
process. `rate` is in questions a second.
"""

import random
import threading
import time
from collections.abc import Callable
from math import ceil
from typing import Protocol, cast

from pyrate_limiter import AbstractBucket, InMemoryBucket, Rate, RateItem

MARGIN = 1.05
"""Questions go out this much slower, so that none overtakes another on its way too closely."""


class Limiter(Protocol):
    """Gives turns, and can be closed for a while."""

    def wait(self) -> None:
        """Return when it is the caller's turn."""
        ...

    def close(self, seconds: float) -> None:
        """Let nothing through for so many seconds, here and in all replicas."""
        ...

    @property
    def closed_for(self) -> float:
        """Seconds until it opens again; 0 when it is open."""
        ...


def evenly(rate: float) -> list[Rate]:
    """One question at a time, evenly spaced; no bursts."""
    return [Rate(1, ceil(1000 / rate * MARGIN))]


class Turns:
    """Turns from a bucket of pyrate-limiter. `clock` and `sleep` are seams for tests.

    Its own `Limiter` is not used: it adds what it meant to sleep to an item's time instead of
    looking at the clock, so that an overslept turn lets the next one come too early.
    """

    def __init__(
        self,
        bucket: AbstractBucket,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._bucket, self._clock, self._sleep = bucket, clock, sleep
        self._lock = threading.Lock()
        self._closed_until = float("-inf")

    @classmethod
    def of_process(cls, rate: float) -> "Turns":
        """Turns for all threads of this process."""
        return cls(InMemoryBucket(evenly(rate)))

    @property
    def closed_for(self) -> float:
        """Seconds until it opens again; 0 when it is open."""
        return max(0.0, self._closed_until - self._clock())

    def close(self, seconds: float) -> None:
        """Let nothing through for so many seconds."""
        self._closed_until = max(self._closed_until, self._clock() + seconds)

    def wait(self) -> None:
        """Return when it is the caller's turn."""
        while wait := self._milliseconds():
            self._sleep(wait / 1000)

    def _milliseconds(self) -> int:
        """Take a turn and say 0, or say how long to wait for the next."""
        with self._lock:
            item = RateItem("turn", self._bucket.now())
            if self._bucket.put(item):
                self._bucket.leak(item.timestamp)
                return 0
            return max(1, cast("int", self._bucket.waiting(item)))


class Breaker:
    """Leaves a service alone after `most` failures in a row, and tries again with one question.

    Closed until then; open for `first` seconds; then half open: one question goes through, and
    its answer closes the breaker, or its failure opens it for twice as long, up to `longest`.
    Times vary by a quarter, so that replicas do not come back all at once.
    """

    def __init__(
        self,
        most: int = 3,
        first: float = 30.0,
        longest: float = 600.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.first = first
        self._most, self._longest, self._clock = most, longest, clock
        self._lock = threading.Lock()
        self._failures = 0
        self._opens_at = float("-inf")
        self._trying = False

    @property
    def open_for(self) -> float:
        """Seconds for which nothing is asked; 0 where a question may go through."""
        left = max(0.0, self._opens_at - self._clock())
        return left or (1.0 if self._trying else 0.0)

    def enter(self) -> float:
        """0 where the caller may ask, and must say how it went; else as `open_for`."""
        with self._lock:
            if seconds := self.open_for:
                return seconds
            self._trying = self._failures >= self._most
            return 0.0

    def succeeded(self) -> None:
        """The service answered."""
        with self._lock:
            self._failures, self._trying = 0, False

    def failed(self) -> None:
        """It did not, or not with anything that can be read."""
        with self._lock:
            self._failures, self._trying = self._failures + 1, False
            if self._failures >= self._most:
                longer = 2.0 ** min(self._failures - self._most, 10)
                seconds = min(self.first * longer, self._longest)
                self._opens_at = self._clock() + seconds * random.uniform(0.75, 1.25)  # noqa: S311
