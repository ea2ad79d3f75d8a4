from pathlib import Path
from types import SimpleNamespace

import pytest
from redis import Redis
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from support.redis_server import redis_server

from dashboard.engine.process import Process
from dashboard.hosting import health as health_module
from dashboard.hosting.health import Health
from dashboard.server_settings import ServerSettings
from geo import Geoparser
from geo.errors import LibraryError, ModelError
from geo.geocoding.cache.answer_cache import LocalAnswers, local_path


@pytest.fixture
def settings(
    tmp_path: Path, geoparser: Geoparser, monkeypatch: pytest.MonkeyPatch
) -> ServerSettings:
    monkeypatch.setattr(health_module, "HEALTH_KEPT_S", 0.0)
    monkeypatch.setattr(Process, "articles", lambda _: SimpleNamespace(parser=geoparser))
    return ServerSettings(cache_dir=tmp_path)


def answers(settings: ServerSettings, *, warm: bool = True) -> TestClient:
    health = Health(settings, SimpleNamespace(is_done=warm))
    return TestClient(Starlette(routes=[Route("/healthz", health.answer)]))


def test_all_parts_are_tried_and_well(settings: ServerSettings) -> None:
    found = answers(settings).get("/healthz?ready")
    assert found.status_code == 200
    assert found.json() == {
        "status": "ok",
        "parts": dict.fromkeys(("gazetteer", "model", "store", "cache"), "ok"),
    }


def test_a_server_that_still_loads_lives_and_is_not_ready(settings: ServerSettings) -> None:
    client = answers(settings, warm=False)
    assert client.get("/healthz").status_code == 200
    waiting = client.get("/healthz?ready")
    assert (waiting.status_code, waiting.json()["status"]) == (503, "starting")


def broken(error: Exception):
    def fail(_: Process) -> None:
        raise error

    return fail


@pytest.mark.parametrize("part", ["store", "cache", "model"])
def test_a_part_that_fails_is_named_and_nothing_else_said(
    settings: ServerSettings, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "/secret/place"
    if part == "store":
        monkeypatch.setattr(Process, "library", broken(LibraryError(said)))
    elif part == "model":
        monkeypatch.setattr(Process, "articles", broken(ModelError(said)))
    else:
        settings = ServerSettings(cache_dir=Path("/secret/no/such/folder"))
    found = answers(settings).get("/healthz")
    assert found.status_code == 503
    assert found.json()["parts"][part] == "failed"
    assert "secret" not in found.text


def online(settings: ServerSettings, **more: object) -> ServerSettings:
    return settings.model_copy(update={"geocoders": ("gazetteer", "nominatim"), **more})


def test_the_cache_of_answers_is_tried_where_services_are_asked(settings: ServerSettings) -> None:
    """Without it geocoding goes on: it is said, and readers still come."""
    file = local_path(settings)
    file.write_bytes(b"this is no database" * 100)
    assert answers(settings).get("/healthz?ready").json()["parts"]["cache"] == "ok"
    found = answers(online(settings)).get("/healthz?ready")
    assert (found.status_code, found.json()["status"]) == (200, "limited")
    assert found.json()["parts"]["cache"] == "limited"
    file.unlink()
    LocalAnswers(file, 10_000_000)
    assert answers(online(settings)).get("/healthz").json()["status"] == "ok"


@pytest.mark.server
def test_redis_is_tried_where_replicas_share_it(settings: ServerSettings) -> None:
    with redis_server() as redis:
        client = answers(online(settings, redis_url=redis.url))
        assert client.get("/healthz").json()["parts"]["cache"] == "ok"
        Redis.from_url(redis.url).config_set("min-replicas-to-write", 1)  # takes nothing more
        assert client.get("/healthz").json()["parts"]["cache"] == "limited"
        redis.stop()
        down = client.get("/healthz?ready")
    assert (down.status_code, down.json()["status"]) == (200, "limited")
    assert "redis" not in down.text


def test_a_part_that_hangs_is_a_failed_one(
    settings: ServerSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    go = Event()
    monkeypatch.setattr(health_module, "HEALTH_PATIENCE_S", 0.05)
    monkeypatch.setattr(Process, "library", lambda _: go.wait(20))
    assert answers(settings).get("/healthz").json()["parts"]["store"] == "failed"
    go.set()
