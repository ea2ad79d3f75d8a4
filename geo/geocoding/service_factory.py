"""Services made of geopy's geocoders and the settings. This module needs the extra `online`."""

import logging
import sqlite3
from collections.abc import Sequence
from functools import partial

from geopy.exc import GeopyError
from requests_cache.backends.base import BaseCache

from geo.errors import ServiceUnavailable, SettingsError
from geo.geocoding.cache.answer_cache import (
    Answers,
    LocalAnswers,
    answers_of,
    check_writable,
    is_damage,
    local_path,
    remove,
)
from geo.geocoding.cache.redis_answers import SharedAnswers
from geo.geocoding.cache.shipped_answers import shipped_answers
from geo.geocoding.geopy_service import GeopyService, readings_of
from geo.geocoding.network.key_sealing import Discreet
from geo.geocoding.network.rate_limits import Breaker, Limiter, Turns
from geo.geocoding.network.redis_turns import SharedTurns
from geo.geocoding.service_options import Prepared, prepared
from geo.geocoding.services import Service, Taste
from geo.geocoding.transport import CachedAdapter, Checked, Manners
from geo.settings import Settings
from geo.system.redis import SharedRedis

_PROBE_MS = 2000
"""How long another writer of the cache is waited for where it is only tried."""
_log = logging.getLogger(__name__)
_TALKATIVE = ("urllib3.connectionpool", "requests_cache.session", "geopy")


def services(named: Sequence[str], settings: Settings) -> tuple[Service, ...]:
    """One service a name, with one cache for all; SettingsError, ServiceUnavailable."""
    ready = [prepared(name, settings) for name in named]
    _hush()
    shared = _shared(settings)
    answers = answers_of(settings, open_cache(settings, shared), shipped_answers())
    made = []
    for one in ready:
        limiter = turns(one.name, one.options.rate, shared)
        made.append(service(one, answers, Manners(limiter, Breaker())))
    return tuple(made)


def service(ready: Prepared, answers: Answers, manners: Manners) -> GeopyService:
    """One geopy geocoder, asked through `answers` with `manners`."""
    check = partial(readings_of, ready.name)
    checked = type(
        ready.geocoder.__name__, (Checked, ready.geocoder), {"readings_of": staticmethod(check)}
    )
    factory = partial(CachedAdapter, answers=answers, manners=manners, seal=ready.seal)
    try:
        geocoder = checked(**ready.arguments, adapter_factory=factory)
    except (GeopyError, TypeError, ValueError) as error:
        raise SettingsError(
            f"{ready.name} in DATELINE_GEOCODERS cannot be used ({_short(error)}): see its "
            f"options, DATELINE_GEOCODER__{ready.name.upper()}__..."
        ) from error
    taste = Taste(ready.options.language, ready.options.country)
    return GeopyService(ready.name, geocoder, ready.host, taste, geocoder.adapter)


def turns(name: str, rate: float, shared: SharedRedis | None) -> Limiter:
    """Turns for all replicas where they share a Redis, else for this process."""
    return SharedTurns(name, rate, shared) if shared else Turns.of_process(rate)


def open_cache(settings: Settings, shared: SharedRedis | None = None) -> BaseCache:
    """The answers in Redis, where one is shared, or in the cache folder; ServiceUnavailable."""
    most = settings.geocoding_cache_mb * 1_000_000
    if shared is not None:
        return SharedAnswers(shared, most)
    path = local_path(settings)
    try:
        try:
            return LocalAnswers(path, most)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            _log.warning("The geocoding cache %s is damaged (%s) and made anew.", path, error)
            remove(path)
            return LocalAnswers(path, most)
    except (OSError, sqlite3.Error) as error:
        raise ServiceUnavailable(
            f"The geocoding cache {path} cannot be used ({error}): see that its folder can be "
            "written to, or delete the file.",
            for_readers="Online services are not asked: this server cannot keep their answers.",
        ) from error


def cache_at_hand(settings: Settings) -> BaseCache:
    """The cache that the settings name, for looking at; ServiceUnavailable, SettingsError."""
    shared = _shared(settings)
    if shared is not None and not shared.is_there():
        raise ServiceUnavailable(
            "The Redis server of DATELINE_REDIS_URL cannot be reached: start it, or correct the "
            "address."
        )
    return open_cache(settings, shared)


def can_keep(settings: Settings) -> bool:
    """Whether answers can be kept now, in the cache folder or in Redis; no answer is looked at."""
    shared = _shared(settings)
    if shared is not None:
        return shared.keeps()
    try:
        check_writable(local_path(settings), busy_ms=_PROBE_MS)
    except (OSError, sqlite3.Error):
        return False
    return True


def _shared(settings: Settings) -> SharedRedis | None:
    try:
        return SharedRedis(settings.redis_url) if settings.redis_url else None
    except ValueError:  # its text may hold the password
        raise SettingsError(
            "DATELINE_REDIS_URL is not the address of a Redis server: write redis://host:6379/0."
        ) from None


def _hush() -> None:
    """No key in a log, and no warning with a traceback where a stale answer is used."""
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        if not any(isinstance(known, Discreet) for known in logger.filters):
            logger.addFilter(Discreet())
            logger.addHandler(logging.NullHandler())


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
