"""The answers that ship with Dateline, and a network on which nobody listens."""

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import pytest
from requests_cache.models.response import CachedResponse

from geo.geocoding.cache.answer_records import keyed
from geo.geocoding.cache.shipped_answers import FILE


def lines() -> list[dict[str, str]]:
    """The records of the shipped file."""
    return [json.loads(line) for line in FILE.read_bytes().splitlines()]


def shipped_for(domain: str) -> Mapping[str, CachedResponse]:
    """The shipped answers as they would be for a server of this machine."""
    moved = [record | {"url": _at(domain, record["url"])} for record in lines()]
    return dict(keyed(json.dumps(record).encode()) for record in moved)


def _at(domain: str, url: str) -> str:
    return urlunsplit(urlsplit(url)._replace(scheme="http", netloc=domain))


@contextmanager
def nobody_listens() -> Iterator[list[str]]:
    """Every host is this machine, and its port is closed; gives the hosts that were looked up."""
    asked: list[str] = []
    looked_up = socket.getaddrinfo
    with socket.socket() as closed, pytest.MonkeyPatch.context() as patch:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]

        def here(host: str, _: object, *more: int, **named: int) -> object:
            asked.append(host)
            return looked_up("127.0.0.1", port, *more, **named)

        patch.setattr(socket, "getaddrinfo", here)
        yield asked
