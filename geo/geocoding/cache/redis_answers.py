"""The cache of answers in Redis, for all replicas."""

from typing import Any

from redis.exceptions import RedisError
from requests_cache.backends.base import DictStorage
from requests_cache.backends.redis import RedisCache, RedisDict

from geo.geocoding.network.redis_turns import NAMESPACE
from geo.system.redis import SharedRedis


class SharedAnswers(RedisCache):
    """requests-cache's answers in Redis, at most `most` bytes of them, the oldest go first."""

    def __init__(self, shared: SharedRedis, most: int) -> None:
        super().__init__(NAMESPACE, connection=shared.redis)
        self.responses = _Dict(shared, most)
        self.redirects = DictStorage()  # none is ever followed


class _Dict(RedisDict):
    """Answers by key, with their order of age and their size together kept beside them."""

    def __init__(self, shared: SharedRedis, most: int) -> None:
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
