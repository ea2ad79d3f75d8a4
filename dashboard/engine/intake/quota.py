"""How many articles an hour one reader may bring in.

They are counted as the turns at geocoding services are: by pyrate-limiter, in a bucket of this
process or, where there is one, in a Redis that all replicas share (the extra `online`).
"""

import hashlib
import logging
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, cast

from pyrate_limiter import AbstractBucket, InMemoryBucket, Rate, RateItem

from geo.system.latest_cache import LatestCache

if TYPE_CHECKING:
    from geo.system.redis import SharedRedis

HOUR_S = 3600.0
MOST_READERS = 10_000
"""Readers remembered at once; those who were quiet longest are forgotten first."""
NAMESPACE = "dateline:quota"
_HOUR_MS = int(HOUR_S * 1000)

_log = logging.getLogger(__name__)


class Quota:
    """Counts what each reader brought in within the last hour. Thread-safe.

    Redis knows readers by a digest, by its own clock, and no longer than an hour. While it is
    down each process goes by what it let through itself.
    """

    def __init__(
        self, name: str, most: int, redis_url: str = "", clock: Callable[[], float] = monotonic
    ) -> None:
        """`name` tells quotas that share a Redis apart. `clock` is a seam for tests: seconds that
        nobody sets back.
        """
        # A bucket counts what is as old as its interval too.
        self._name, self._rates, self._clock = name, [Rate(most, _HOUR_MS - 1)], clock
        self._own: LatestCache[str, InMemoryBucket] = LatestCache(MOST_READERS)
        self._lock = Lock()
        self._redis = _redis_at(redis_url) if redis_url else None

    @property
    def is_shared(self) -> bool:
        """Whether replicas count together."""
        return self._redis is not None

    def take(self, who: str, number: int = 1) -> float:
        """Count `number` for a reader; seconds to wait until so many are allowed, 0 if now.

        Where it has to wait nothing is counted. More than is ever allowed waits an hour.
        """
        if self._redis is None:
            return self._take_here(who, number)
        from redis.exceptions import RedisError

        try:
            wait = self._take_of_all(self._redis, who, number)
            self._redis.worked()
        except RedisError as error:
            self._redis.failed(error)
            return self._take_here(who, number)
        if not wait:
            self._take_here(who, number)  # what this process goes by once Redis is down
        return wait

    def _take_here(self, who: str, number: int) -> float:
        with self._lock:
            bucket = self._own.get(who)
            if bucket is None:
                bucket = InMemoryBucket(self._rates)
                self._own.put(who, bucket)
            return _put(bucket, number, round(self._clock() * 1000))

    def _take_of_all(self, shared: "SharedRedis", who: str, number: int) -> float:
        from geo.system.redis import Bucket

        digest = hashlib.sha256(who.encode()).hexdigest()
        # made anew each time: a server that was started again does not know its script
        key = f"{NAMESPACE}:{self._name}:{digest}"
        bucket = Bucket.init(self._rates, shared.redis, key)
        wait = _put(bucket, number, bucket.now())
        if not wait:
            shared.redis.pexpire(key, _HOUR_MS)
        return wait


def _put(bucket: AbstractBucket, number: int, now: int) -> float:
    """Put articles into a bucket at a moment, in milliseconds; else the seconds until they fit."""
    item = RateItem("article", now, weight=number)
    if bucket.put(item):
        bucket.leak(now)
        return 0.0
    wait = cast("int", bucket.waiting(item))
    return HOUR_S if wait < 0 else wait / 1000


def _redis_at(url: str) -> "SharedRedis | None":
    try:
        # Redis is an extra, needed by those who name one
        from geo.system.redis import SharedRedis

        return SharedRedis(url)
    except (ImportError, ValueError) as error:  # its text may hold the password
        _log.warning(
            "DATELINE_REDIS_URL cannot be used (%s): write redis://host:6379/0 and install "
            "dateline[online]; until then each process counts articles an hour by itself.",
            type(error).__name__,
        )
        return None
