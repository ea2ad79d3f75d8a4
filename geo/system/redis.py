"""A Redis server that replicas share, and that may be down.

Then each process counts by itself and keeps no answers, says so once, and comes back to Redis by
itself. Rates and quotas of all replicas go by `SharedRedis` and `Bucket`.
"""

import logging
import threading
from typing import Any

from pyrate_limiter import Rate, RedisBucket
from pyrate_limiter.buckets.redis_bucket import LuaScript
from redis import Redis
from redis.exceptions import RedisError

_TRIED = "dateline:tried"
"""The key that is set to see whether the server keeps anything."""
_SECONDS = 2.0
"""How long Redis may take for one answer."""

_log = logging.getLogger(__name__)


class SharedRedis:
    """A Redis server, and whether it was already said that it cannot be reached."""

    def __init__(self, url: str) -> None:
        """Raises ValueError where `url` is no address of a Redis server."""
        self.redis: Any = Redis.from_url(
            url, socket_timeout=_SECONDS, socket_connect_timeout=_SECONDS
        )
        self._lock = threading.Lock()
        self._down = False

    def is_there(self) -> bool:
        """Whether it can be reached now."""
        try:
            return bool(self.redis.ping())
        except RedisError:
            return False

    def keeps(self) -> bool:
        """Whether it takes something now; a full one, or another's copy, answers and does not."""
        try:
            return bool(self.redis.set(_TRIED, 1, ex=60))
        except RedisError:
            return False
        finally:
            self.redis.close()

    def failed(self, error: RedisError) -> None:
        """Say that Redis is down, once until it is back."""
        with self._lock:
            said, self._down = self._down, True
        if not said:
            _log.warning(
                "Redis cannot be used (%s): until it is back, this process counts by itself alone "
                "and keeps no answers of geocoding services.",
                type(error).__name__,
            )

    def worked(self) -> None:
        """Redis answered."""
        self._down = False


class Bucket(RedisBucket):
    """A bucket that goes by Redis's clock: those of replicas differ.

    Who read that clock first may come to the bucket last. pyrate-limiter's script counts what went
    in before that moment alone, and would let both through at once; this one counts what is later
    too.
    """

    _SCRIPT = LuaScript.PUT_ITEM.replace("window_start, now)", "window_start, '+inf')")

    @classmethod
    def init(  # type: ignore[override]  # not the async client
        cls, rates: list[Rate], redis: Any, bucket_key: str
    ) -> "Bucket":
        """A bucket by its key in Redis; the server is told the script."""
        return cls(rates, redis, bucket_key, redis.script_load(cls._SCRIPT))

    def now(self) -> int:
        """Milliseconds since 1970."""
        seconds, microseconds = self.redis.time()  # type: ignore[misc]  # not the async client
        return int(seconds) * 1000 + int(microseconds) // 1000
