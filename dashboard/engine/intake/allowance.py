"""How much one reader may bring in: so many articles an hour."""

from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Protocol

HOUR_S = 3600.0
MOST_NAMES = 10_000
"""Readers remembered at once; those who were quiet longest are forgotten first."""


class Allowance(Protocol):
    """Counts what each reader did in the last hour. Thread-safe."""

    def take(self, who: str, number: int = 1) -> float:
        """Count `number` for a reader; seconds to wait until so many are allowed, 0 if now.

        Where it has to wait nothing is counted. More than is ever allowed waits an hour.
        """
        ...


class OwnAllowance:
    """The allowance of this process.

    `clock` is a seam for tests. The clock is the machine's running time, which nobody sets back.
    """

    def __init__(self, most: int, clock: Callable[[], float] = monotonic) -> None:
        self._most = most
        self._clock = clock
        self._lock = Lock()
        self._done: defaultdict[str, deque[float]] = defaultdict(deque)

    def take(self, who: str, number: int = 1) -> float:
        """Count `number` for a reader, or say how long to wait; see `Allowance`."""
        with self._lock:
            now = self._clock()
            done = self._recent(who, now)
            over = len(done) + number - self._most
            if over > 0:
                return done[over - 1] + HOUR_S - now if over <= len(done) else HOUR_S
            done.extend([now] * number)
            self._forget_some()
            return 0.0

    def _recent(self, who: str, now: float) -> deque[float]:
        done = self._done.pop(who, deque())
        while done and done[0] <= now - HOUR_S:
            done.popleft()
        self._done[who] = done  # the last of the dictionary is who came last
        return done

    def _forget_some(self) -> None:
        while len(self._done) > MOST_NAMES:
            del self._done[next(iter(self._done))]
