"""Articles an hour in a real Redis: one count for all replicas, and each its own without it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.redis_server import RedisServer, redis_server

from dashboard.engine.intake.quota import HOUR_S, Quota
from geo.system.redis import SharedRedis


@pytest.fixture
def redis() -> Iterator[RedisServer]:
    with redis_server() as running:
        yield running


def test_replicas_count_together(redis: RedisServer) -> None:
    one, other = (Quota("session", 3, redis.url) for _ in range(2))
    assert one.take("ana", 2) == 0
    assert other.take("ana") == 0
    for replica in (one, other):
        assert HOUR_S - 60 < replica.take("ana") <= HOUR_S + 1
    assert other.take("ben", 3) == 0
    assert one.take("cai", 4) == HOUR_S
    assert one.take("cai", 3) == 0


def test_what_had_to_wait_is_not_counted(redis: RedisServer) -> None:
    counted = Quota("session", 2, redis.url)
    assert counted.take("ana") == 0
    assert counted.take("ana", 2) > 0
    assert counted.take("ana") == 0


def test_quotas_of_other_names_are_others(redis: RedisServer) -> None:
    assert Quota("session", 1, redis.url).take("ana") == 0
    assert Quota("address", 1, redis.url).take("ana") == 0


def test_redis_holds_no_address_and_nothing_for_longer_than_an_hour(redis: RedisServer) -> None:
    Quota("address", 3, redis.url).take("192.0.2.1", 2)
    server = SharedRedis(redis.url).redis
    (key,) = server.keys("*")
    assert b"192.0.2.1" not in key + b"".join(server.zrange(key, 0, -1))
    assert 0 < server.pttl(key) <= HOUR_S * 1000


def test_without_redis_each_goes_by_its_own_count_says_so_once_and_comes_back(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = (Quota("session", 3, redis.url) for _ in range(2))
    assert one.take("ana", 2) == 0
    redis.stop()
    try:
        with caplog.at_level(logging.WARNING):
            assert one.take("ana", 2) > 0  # it knows what it let through itself
            assert one.take("ana") == 0
            assert other.take("ana", 3) == 0
    finally:
        redis.start()
    assert [r.getMessage()[:20] for r in caplog.records].count("Redis cannot be used") == 2
    assert one.take("ben", 3) == 0
    assert other.take("ben") > 0


@pytest.mark.parametrize("url", ["http://:sesame@host", "redis://:sesame@host:port/0"])
def test_an_address_that_is_none_is_said_without_its_password(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    counted = Quota("session", 1, url)
    assert not counted.is_shared
    assert "DATELINE_REDIS_URL" in caplog.text
    assert "sesame" not in caplog.text
    assert counted.take("ana") == 0
    assert counted.take("ana") > 0


def test_a_redis_that_was_never_there_stops_nobody(tmp_path: Path) -> None:
    counted = Quota("session", 1, f"unix://{tmp_path}/none.sock")
    assert counted.take("ana") == 0
    assert counted.take("ana") > 0
