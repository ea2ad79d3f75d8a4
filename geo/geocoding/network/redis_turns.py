"""What replicas share through Redis: turns at a service, and the cache of answers.

Redis may be down: then each process goes by its own turns and keeps no answers, says so once,
and comes back to Redis by itself. What else replicas count together goes by `Shared` and `Bucket`
too.
"""

import logging
import threading
from typing import Any

from pyrate_limiter import Rate, RedisBucket
from pyrate_limiter.buckets.redis_bucket import LuaScript
from redis import Redis
from redis.exceptions import RedisError
from requests_cache.backends.base import DictStorage
from requests_cache.backends.redis import RedisCache, RedisDict

from geo.geocoding.network.rate_limits import Turns, evenly

NAMESPACE = "dateline:geocoding"
_SECONDS = 2.0
"""How long Redis may take for one answer."""
_log = logging.getLogger(__name__)


class Shared:
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
            return bool(self.redis.set(f"{NAMESPACE}:tried", 1, ex=60))
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


class SharedTurns:
    """Turns at one service for all replicas; of this process alone while Redis is down."""

    def __init__(self, name: str, rate: float, shared: Shared) -> None:
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


class SharedAnswers(RedisCache):
    """requests-cache's answers in Redis, at most `most` bytes of them, the oldest go first."""

    def __init__(self, shared: Shared, most: int) -> None:
        super().__init__(NAMESPACE, connection=shared.redis)
        self.responses = _Dict(shared, most)
        self.redirects = DictStorage()  # none is ever followed


class _Dict(RedisDict):
    """Answers by key, with their order of age and their size together kept beside them."""

    def __init__(self, shared: Shared, most: int) -> None:
        super().__init__(
            f"{NAMESPACE}:answers", connection=shared.redis, serializer="json", ttl=False
        )
        self.connection: Any = shared.redis
        self._shared, self._most = shared, most
        self._ages, self._size = f"{NAMESPACE}:ages", f"{NAMESPACE}:size"

    def __getitem__(self, key: str) -> Any:
        try:
            found = super().__getitem__(key)
        except RedisError as error:
            self._shared.failed(error)
            raise KeyError(key) from None
        self._shared.worked()
        return found

    def __setitem__(self, key: str, item: Any) -> None:
        try:
            self._drop(key)
            super().__setitem__(key, item)
            seconds, microseconds = self.connection.time()
            self.connection.zadd(self._ages, {key: seconds + microseconds / 1e6})
            size = self.connection.incrby(self._size, self.connection.strlen(self._bkey(key)))
            while size > self._most and (oldest := self.connection.zpopmin(self._ages)):
                size = self._drop(oldest[0][0].decode())
        except RedisError as error:
            self._shared.failed(error)

    def __delitem__(self, key: str) -> None:
        try:
            self._drop(key)
        except RedisError as error:
            self._shared.failed(error)

    def used(self) -> int:
        """Bytes of all answers."""
        return int(self.connection.get(self._size) or 0)

    def clear(self) -> None:
        super().clear()
        self.connection.delete(self._ages, self._size)

    def _drop(self, key: str) -> int:
        """Remove an answer; returns the bytes of those that stay."""
        with self.connection.pipeline() as pipeline:
            pipeline.strlen(self._bkey(key)).delete(self._bkey(key)).zrem(self._ages, key)
            length = pipeline.execute()[0]
        return int(self.connection.decrby(self._size, length))
