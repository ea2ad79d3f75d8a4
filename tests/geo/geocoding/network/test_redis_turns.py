"""Replicas that share a real Redis: one limit, one cache; and what becomes of them without it."""

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyrate_limiter import RateItem
from support import faulty_proxy as faults
from support.asking import settings_for
from support.faulty_proxy import Proxy, faulty
from support.nominatim_server import Server, result, serve
from support.redis_server import RedisServer, redis_server
from support.turns import given, nearest

from geo.errors import ServiceUnavailable, SettingsError
from geo.geocoding import Question, Service, services_from
from geo.geocoding.cache.answer_cache import answers_of
from geo.geocoding.cache.redis_answers import SharedAnswers
from geo.geocoding.network.rate_limits import evenly
from geo.geocoding.service_factory import cache_at_hand
from geo.settings import Settings
from geo.system.redis import Bucket, SharedRedis

DAOLI = Question("Daoli")
RATE = 5


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    with redis_server() as running:
        yield running


@pytest.fixture(autouse=True)
def _empty(redis: RedisServer) -> None:
    SharedRedis(redis.url).redis.flushall()


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        running.knows("Daoli", result("Daoli", 45.75, 126.6))
        yield running


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    with faulty(server.domain) as running:
        yield running


def settings(proxy: Proxy, folder: Path, url: str) -> Settings:
    made = settings_for(proxy.domain, folder, rate=RATE)
    return made.model_copy(update={"redis_url": url})


def replica(proxy: Proxy, folder: Path, redis: RedisServer) -> Service:
    (service,) = services_from(settings(proxy, folder, redis.url))
    return service


def test_an_answer_is_asked_for_once_by_all(
    proxy: Proxy, tmp_path: Path, redis: RedisServer
) -> None:
    one, other = (replica(proxy, tmp_path, redis) for _ in range(2))
    first = one.find(DAOLI)
    assert first
    assert other.find(DAOLI) == first
    assert one.find(Question("Gone")) == other.find(Question("Gone")) == ()
    assert len(proxy.paths) == 2
    assert not (tmp_path / "geocoding.sqlite").exists()


def test_the_limit_is_one_for_all(
    proxy: Proxy, tmp_path: Path, redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = given(monkeypatch, Bucket)

    def ask(service: Service, number: int) -> None:
        for count in range(3):
            service.find(Question(f"Place {number}-{count}"))

    threads = [
        threading.Thread(target=ask, args=(replica(proxy, tmp_path, redis), number))
        for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(proxy.paths) == len(turns) == 12
    assert nearest(turns) >= 1000 / RATE


def test_who_read_the_clock_first_and_came_last_gets_no_turn_beside_another(
    redis: RedisServer,
) -> None:
    one, other = (
        Bucket.init(evenly(RATE), SharedRedis(redis.url).redis, "turns") for _ in range(2)
    )
    first, second = (RateItem("turn", one.now() + late) for late in (0, 1))
    assert other.put(second)
    assert not one.put(first)
    assert one.waiting(first) >= 1000 / RATE


def test_a_service_that_wants_to_be_left_alone_is_left_alone_by_all(
    proxy: Proxy, tmp_path: Path, redis: RedisServer
) -> None:
    one, other = (replica(proxy, tmp_path, redis) for _ in range(2))
    proxy.fault = faults.status(429, Retry_After="60")
    for service in (one, other):
        with pytest.raises(ServiceUnavailable):
            service.find(DAOLI)
    assert len(proxy.paths) == 1


def test_without_redis_they_go_on_say_so_once_and_come_back(
    proxy: Proxy, tmp_path: Path, redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    service = replica(proxy, tmp_path, redis)
    assert service.find(DAOLI)
    redis.stop()
    try:
        with caplog.at_level(logging.WARNING, "geo"):
            assert service.find(DAOLI)
            assert service.find(DAOLI)
            assert service.find(Question("Gone")) == ()
    finally:
        redis.start()
    assert len(proxy.paths) == 4
    assert [r.getMessage()[:20] for r in caplog.records if "geo." in r.name] == [
        "Redis cannot be used"
    ]
    for _ in range(3):
        assert service.find(DAOLI)
    assert len(proxy.paths) == 5


def test_a_redis_that_was_never_there_stops_nobody(
    proxy: Proxy, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (service,) = services_from(settings(proxy, tmp_path, f"unix://{tmp_path}/none.sock"))
    assert service.find(DAOLI)
    assert service.find(Question("Gone")) == ()
    assert sum("Redis cannot be used" in record.getMessage() for record in caplog.records) == 1


def test_an_address_that_is_none_is_said_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DATELINE_REDIS_URL") as caught:
        cache_at_hand(Settings(cache_dir=tmp_path, redis_url="http://:sesame@host"))
    assert "sesame" not in str(caught.value)


def test_the_oldest_answers_go_where_there_are_too_many(
    proxy: Proxy, tmp_path: Path, redis: RedisServer
) -> None:
    service = replica(proxy, tmp_path, redis)
    service.find(DAOLI)
    size = SharedAnswers(SharedRedis(redis.url), 10**9).responses.used()
    small = SharedAnswers(SharedRedis(redis.url), 3 * size)
    asked = service._geocoder.adapter
    asked._answers = answers_of(Settings(), small)
    for number in range(10):
        service.find(Question(f"Place {number}"))
    assert small.responses.used() <= 3 * size
    assert 2 <= len(small.responses) < 10
    before = len(proxy.paths)
    service.find(Question("Place 9"))
    assert len(proxy.paths) == before
    service.find(DAOLI)
    assert len(proxy.paths) == before + 1


def test_by_redis_clock_a_turn_is_a_turn(proxy: Proxy, tmp_path: Path, redis: RedisServer) -> None:
    service = replica(proxy, tmp_path, redis)
    before = time.time()
    service.find(DAOLI)
    (key,) = SharedRedis(redis.url).redis.keys("*turns*")
    ((_, when),) = SharedRedis(redis.url).redis.zrange(key, 0, -1, withscores=True)
    assert before - 5 <= when / 1000 <= time.time() + 5
