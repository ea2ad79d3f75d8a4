"""A geocoding service as the settings make it, on a clock that stands still."""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from pyrate_limiter import InMemoryBucket
from requests_cache.models.response import CachedResponse

from geo.geocoding.cache.answer_cache import LocalAnswers, answers_of
from geo.geocoding.geopy_service import GeopyService
from geo.geocoding.network.rate_limits import Breaker, Turns, evenly
from geo.geocoding.service_factory import service
from geo.geocoding.service_options import prepared
from geo.geocoding.transport import Manners
from geo.settings import GeocoderOptions, Settings


class Clock:
    """Time that passes only when someone sleeps or a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class Bucket(InMemoryBucket):
    """pyrate-limiter's bucket, by such a clock."""

    def __init__(self, rate: float, clock: Clock) -> None:
        super().__init__(evenly(rate))
        self.clock = clock

    def now(self) -> int:
        return round(self.clock.now * 1000)


def settings_for(domain: str, folder: Path, name: str = "nominatim", **more: object) -> Settings:
    """Settings that ask one server of this machine; `more` are its options."""
    options = GeocoderOptions(**{"domain": domain, "scheme": "http", **more})
    return Settings(
        geocoders=("gazetteer", name), geocoder={name: options}, cache_dir=folder,
        contact="me@example.org",
    )  # fmt: skip


def asking(
    domain: str,
    folder: Path,
    clock: Clock,
    name: str = "nominatim",
    shipped: Mapping[str, CachedResponse] | None = None,
    **more: object,
) -> GeopyService:
    """A service with one question a second, by `clock`; nothing is shipped unless it is given."""
    settings = settings_for(domain, folder, name, **more)
    ready = prepared(name, settings)
    turns = Turns(Bucket(ready.options.rate, clock), clock, clock.sleep)
    answers = answers_of(settings, LocalAnswers(folder / "geocoding.sqlite", 10_000_000), shipped)
    return service(ready, answers, Manners(turns, Breaker(clock=clock), clock.sleep))


def age(folder: Path) -> None:
    """Make all that is kept older than it may be."""
    with sqlite3.connect(folder / "geocoding.sqlite") as connection:
        for key, value in connection.execute("SELECT key, value FROM responses").fetchall():
            aged = json.dumps(json.loads(value) | {"expires": "2020-01-01T00:00:00+00:00"})
            connection.execute("UPDATE responses SET value = ? WHERE key = ?", (aged, key))
    connection.close()
