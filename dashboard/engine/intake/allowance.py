"""How much one reader may bring in: so many articles an hour."""

import logging
from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Protocol

HOUR_S = 3600.0
MOST_NAMES = 10_000
"""Readers remembered at once; those who were quiet longest are forgotten first."""
_log = logging.getLogger(__name__)


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


def allowance(name: str, most: int, redis_url: str = "") -> Allowance:
    """An allowance counted in Redis for all replicas, where there is one, else for this process.

    `name` tells allowances that share a Redis apart.
    """
    own = OwnAllowance(most)
    if not redis_url:
        return own
    try:
        # Redis is an extra, needed by those who name one
        from dashboard.engine.intake.redis_allowance import SharedAllowance

        return SharedAllowance(name, most, redis_url, own)
    except (ImportError, ValueError) as error:  # its text may hold the password
        _log.warning(
            "DATELINE_REDIS_URL cannot be used (%s): write redis://host:6379/0 and install "
            "dateline[online]; until then each process counts articles an hour by itself.",
            type(error).__name__,
        )
        return own
