"""The kept answers of geocoding services, looked at from outside: counted, carried, removed.

A record is `{"url", "body", "created", "expires"}`: the address without keys, the answer as the
service sent it, and two times in ISO 8601. This module needs the extra `online`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from requests import PreparedRequest
from requests.exceptions import RequestException
from requests.structures import CaseInsensitiveDict
from requests_cache.backends.base import BaseCache
from requests_cache.models.request import CachedRequest
from requests_cache.models.response import CachedResponse

from geo.errors import InputError
from geo.geocoding.answers import key_of, local_path
from geo.geocoding.making import cache_at_hand
from geo.geocoding.wire import MOST_BYTES
from geo.settings import Settings

LONGEST_LINE = 8 * MOST_BYTES
"""Bytes; no record is longer, however its answer is escaped."""


@dataclass(frozen=True, slots=True)
class About:
    """How many answers are kept, how many of them past their time, in how many bytes, where."""

    answers: int
    stale: int
    size: int
    where: str


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
    return About(len(cache.responses), stale, int(responses.used()), where)


def clear(cache: BaseCache) -> int:
    """Remove all answers; returns how many there were."""
    count = len(cache.responses)
    cache.clear()
    return count


def exported(cache: BaseCache) -> Iterator[dict[str, str]]:
    """All answers as records."""
    for response in cache.responses.values():
        if response.expires is not None:
            yield {
                "url": response.request.url,
                "body": response.text,
                "created": response.created_at.isoformat(),
                "expires": response.expires.isoformat(),
            }


def take(line: bytes | None, cache: BaseCache) -> None:
    """Keep the record of one line, unless a younger answer is there; InputError if it is none.

    None stands for a line that is too long to be read.
    """
    if line is None:
        raise InputError("it is longer than any answer that is kept.")
    try:
        record = json.loads(line)
        url, body = _address(record["url"]), _body(record["body"])
        created, expires = (_moment(record[name]) for name in ("created", "expires"))
    except (KeyError, TypeError, ValueError, RecursionError, RequestException):
        raise InputError(
            'it is no answer as "dateline cache export" writes it: {"url", "body", "created", '
            '"expires"}'
        ) from None
    request = PreparedRequest()
    request.prepare(method="GET", url=url)
    key = key_of(request)
    there = cache.responses.get(key)
    if there is None or there.created_at < created:
        cache.responses[key] = CachedResponse(
            content=body, created_at=created, expires=expires, status_code=200, url=url,
            encoding="utf-8", request=CachedRequest(method="GET", url=url),
            headers=CaseInsensitiveDict({"Content-Type": "application/json"}),
        )  # fmt: skip


def _address(url: object) -> str:
    if not isinstance(url, str) or urlsplit(url).scheme not in {"http", "https"}:
        raise ValueError
    return url


def _body(body: object) -> bytes:
    if not isinstance(body, str) or not isinstance(json.loads(body), Mapping | list):
        raise ValueError
    text = body.encode()
    if len(text) > MOST_BYTES:
        raise ValueError
    return text


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError
    return moment
