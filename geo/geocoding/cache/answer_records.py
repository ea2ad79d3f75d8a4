"""Kept answers as records, one JSON object a line, and the key each is kept under.

A record is `{"url", "body", "created", "expires"}`: the address without keys, the answer as the
service sent it, and two times in ISO 8601. This module needs the extra `online`.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from requests import PreparedRequest
from requests.exceptions import RequestException
from requests.structures import CaseInsensitiveDict
from requests_cache.models.request import CachedRequest
from requests_cache.models.response import CachedResponse

from geo.errors import InputError
from geo.geocoding.network.key_sealing import KEY_PARAMETERS
from geo.geocoding.network.wire import MOST_BYTES


def key_of(request: Any, **_: object) -> str:
    """What an answer is kept under: the request's address without keys, in a fixed order."""
    parts = urlsplit(request.url)
    asked = [pair for pair in parse_qsl(parts.query) if pair[0] not in KEY_PARAMETERS]
    whole = urlunsplit(parts._replace(query=urlencode(sorted(asked)), fragment=""))
    return blake2b(f"{request.method} {whole}".encode(), digest_size=16).hexdigest()


def key_at(url: str) -> str:
    """The same for an address that is asked; RequestException where it is none."""
    request = PreparedRequest()
    request.prepare(method="GET", url=url)
    return key_of(request)


def record_of(response: CachedResponse) -> dict[str, str]:
    """The record of an answer that has a time to live."""
    assert response.expires is not None  # noqa: S101 - none is kept without
    return {
        "url": response.request.url,
        "body": response.text,
        "created": response.created_at.isoformat(),
        "expires": response.expires.isoformat(),
    }


def keyed(line: bytes) -> tuple[str, CachedResponse]:
    """The answer of one line and its key; InputError where the line is no record."""
    try:
        record = json.loads(line)
        url, body = _address(record["url"]), _body(record["body"])
        created, expires = (_moment(record[name]) for name in ("created", "expires"))
        key = key_at(url)
    except (KeyError, TypeError, ValueError, RecursionError, RequestException):
        raise InputError(
            'it is no answer as "dateline cache export" writes it: {"url", "body", "created", '
            '"expires"}'
        ) from None
    return key, CachedResponse(
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
