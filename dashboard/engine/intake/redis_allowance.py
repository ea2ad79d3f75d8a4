"""Articles an hour, counted in Redis for all replicas. This module needs the extra `online`."""

import hashlib
from typing import cast

from pyrate_limiter import Rate, RateItem
from redis.exceptions import RedisError

from dashboard.engine.intake.allowance import HOUR_S, OwnAllowance
from geo.system.redis import Bucket, SharedRedis

NAMESPACE = "dateline:allowance"


class SharedAllowance:
    """An allowance of all replicas; of this process alone while Redis is down.

    Redis knows readers by a digest, by its own clock, and no longer than an hour.
    """

    def __init__(self, name: str, most: int, url: str, own: OwnAllowance) -> None:
        """Raises ValueError where `url` is no address of a Redis server."""
        self._key, self._rates = f"{NAMESPACE}:{name}", [Rate(most, int(HOUR_S * 1000))]
        self._shared, self._own = SharedRedis(url), own

    def take(self, who: str, number: int = 1) -> float:
        """Count `number` for a reader, or say how long to wait; see `Allowance`."""
        try:
            wait = self._take(who, number)
            self._shared.worked()
        except RedisError as error:
            self._shared.failed(error)
            return self._own.take(who, number)
        if not wait:
            self._own.take(who, number)  # what this process goes by once Redis is down
        return wait

    def _take(self, who: str, number: int) -> float:
        digest = hashlib.sha256(who.encode()).hexdigest()
        # made anew each time: a server that was started again does not know its script
        bucket = Bucket.init(self._rates, self._shared.redis, f"{self._key}:{digest}")
        item = RateItem("article", bucket.now(), weight=number)
        if bucket.put(item):
            bucket.leak(item.timestamp)
            self._shared.redis.pexpire(bucket.bucket_key, int(HOUR_S * 1000))
            return 0.0
        wait = cast("int", bucket.waiting(item))
        return HOUR_S if wait < 0 else wait / 1000
