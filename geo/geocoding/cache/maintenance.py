"""The kept answers of geocoding services, looked at from outside: counted, carried, removed.

This module needs the extra `online`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from requests_cache.backends.base import BaseCache

from geo.errors import InputError
from geo.geocoding.cache.answer_cache import local_path
from geo.geocoding.cache.answer_records import keyed, record_of
from geo.geocoding.cache.shipped_answers import shipped_answers
from geo.geocoding.network.wire import MOST_BYTES
from geo.geocoding.service_factory import cache_at_hand
from geo.settings import Settings

LONGEST_LINE = 8 * MOST_BYTES
"""Bytes; no record is longer, however its answer is escaped."""


@dataclass(frozen=True, slots=True)
class About:
    """How many answers are kept, how many of them past their time, in how many bytes, where.

    `shipped`: how many came with Dateline, which are not among these.
    """

    answers: int
    stale: int
    size: int
    where: str
    shipped: int


def opened(settings: Settings) -> BaseCache:
    """The cache the settings name, as geocoding uses it; ServiceUnavailable, SettingsError."""
    return cache_at_hand(settings)


def about(cache: BaseCache, settings: Settings) -> About:
    """What is kept; where the file is, or that it is Redis, without its address's password."""
    stale = sum(response.is_expired for response in cache.responses.values())
    where = str(local_path(settings))
    if settings.redis_url:
        where = f"Redis at {urlsplit(settings.redis_url).hostname or 'a socket'}"
    responses: Any = cache.responses
    size, shipped = int(responses.used()), len(shipped_answers())
    return About(len(cache.responses), stale, size, where, shipped)


def clear(cache: BaseCache) -> int:
    """Remove all answers; returns how many there were."""
    count = len(cache.responses)
    cache.clear()
    return count


def exported(cache: BaseCache) -> Iterator[dict[str, str]]:
    """All answers as records."""
    for response in cache.responses.values():
        if response.expires is not None:
            yield record_of(response)


def take(line: bytes | None, cache: BaseCache) -> None:
    """Keep the record of one line, unless a younger answer is there; InputError if it is none.

    None stands for a line that is too long to be read.
    """
    if line is None:
        raise InputError("it is longer than any answer that is kept.")
    key, response = keyed(line)
    there = cache.responses.get(key)
    if there is None or there.created_at < response.created_at:
        cache.responses[key] = response
