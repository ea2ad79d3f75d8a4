"""Turns at a service that replicas share through Redis.

While Redis is down each process goes by its own turns, and comes back to Redis by itself.
"""

import threading

from redis.exceptions import RedisError

from geo.geocoding.network.rate_limits import Turns, evenly
from geo.system.redis import Bucket, SharedRedis

NAMESPACE = "dateline:geocoding"


class SharedTurns:
    """Turns at one service for all replicas; of this process alone while Redis is down."""

    def __init__(self, name: str, rate: float, shared: SharedRedis) -> None:
        self._closed = f"{NAMESPACE}:closed:{name}"
        self._key = f"{NAMESPACE}:turns:{name}"
        self._rate, self._shared = rate, shared
        self._own = Turns.of_process(rate)
        self._common: Turns | None = None
        self._lock = threading.Lock()

    @property
    def closed_for(self) -> float:
        """Seconds until it opens again; 0 when it is open."""
        try:
            left = max(0.0, float(self._shared.redis.pttl(self._closed)) / 1000)
        except RedisError as error:
            self._shared.failed(error)
            left = 0.0
        return max(left, self._own.closed_for)

    def close(self, seconds: float) -> None:
        """Let nothing through for so many seconds, in no replica."""
        self._own.close(seconds)
        try:
            self._shared.redis.set(self._closed, 1, px=max(1, int(seconds * 1000)))
        except RedisError as error:
            self._shared.failed(error)

    def wait(self) -> None:
        """Return when it is the caller's turn."""
        try:
            self._turns().wait()
            self._shared.worked()
        except RedisError as error:
            self._common = None  # a new server does not know the old one's scripts
            self._shared.failed(error)
            self._own.wait()

    def _turns(self) -> Turns:
        with self._lock:
            if self._common is None:
                self._common = Turns(Bucket.init(evenly(self._rate), self._shared.redis, self._key))
            return self._common
