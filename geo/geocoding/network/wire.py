"""The last step before the network: keys go in, no redirect is followed, little is read."""

import io
import time
from contextlib import closing
from typing import Any

from requests import PreparedRequest, RequestException, Response, Timeout
from requests.adapters import HTTPAdapter
from requests.exceptions import ConnectionError as CannotConnect
from requests.exceptions import SSLError
from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError, ReadTimeoutError

from geo.geocoding.network.key_sealing import Seal

MOST_BYTES = 1_000_000
"""A longer answer is refused, unpacked; five places come to some 5,000."""
_CHUNK = 65_536
_KEPT_HEADERS = ("Content-Type", "Retry-After")
_JSON = ("json", "javascript", "text/plain")


class Wire:
    """Sends one request through `below`. What it raises and returns holds neither key nor URL."""

    def __init__(self, below: HTTPAdapter, seal: Seal) -> None:
        self._below, self._seal = below, seal

    def send(self, request: PreparedRequest, timeout: float, proxies: Any) -> Response:
        """The answer, read whole, with `request` as it was given.

        `timeout`: seconds, to connect, for each read, and for all of the body. Raises a
        RequestException where there is none, where it leads elsewhere, is too long, or is no
        JSON though it says that all is well.
        """
        trouble: Exception
        try:
            answer = self._below.send(
                self._opened(request), stream=True, timeout=timeout, proxies=proxies
            )
            with closing(answer):
                body = self._seal.sealed(_body(answer.raw, time.monotonic() + timeout))
            return self._checked(request, answer, body)
        except (RequestException, HTTPError, OSError) as error:
            trouble = error
        raise _named(trouble)  # outside of `except`: the first error's text holds the key

    def close(self) -> None:
        """Close the connections."""
        self._below.close()

    def _opened(self, request: PreparedRequest) -> PreparedRequest:
        opened = request.copy()
        opened.url = self._seal.opened(request.url or "")
        for name, value in request.headers.items():
            opened.headers[name] = self._seal.opened(value)
        return opened

    def _checked(self, request: PreparedRequest, answer: Response, body: bytes) -> Response:
        if 300 <= answer.status_code < 400:
            raise _Refused("it sends elsewhere: check its domain and scheme")
        raw = HTTPResponse(
            io.BytesIO(body),
            headers={n: answer.headers[n] for n in _KEPT_HEADERS if n in answer.headers},
            status=answer.status_code,
            preload_content=False,
            request_url=request.url,
        )
        response = self._below.build_response(request, raw)
        if response.ok and not _is_json(response):
            raise _Refused("its answer is no JSON")
        return response


class _Refused(RequestException):
    """An answer that is not used; its text may be shown."""


def _body(raw: Any, until: float) -> bytes:
    parts: list[bytes] = []
    length = 0
    while part := raw.read1(_CHUNK, decode_content=True):
        parts.append(part)
        length += len(part)
        if length > MOST_BYTES:
            raise _Refused(f"its answer is longer than {MOST_BYTES:,} bytes")
        if time.monotonic() > until:
            raise Timeout
    return b"".join(parts)


def _is_json(response: Response) -> bool:
    sort = response.headers.get("Content-Type", "json").lower()
    if not any(known in sort for known in _JSON):
        return False
    try:
        return isinstance(response.json(), dict | list)
    except (ValueError, RecursionError):
        return False


def _named(error: Exception) -> RequestException:
    """The same trouble in words that hold no address."""
    if isinstance(error, _Refused):
        return error
    if isinstance(error, Timeout | ReadTimeoutError | TimeoutError):
        return Timeout("it did not answer in time")
    if isinstance(error, SSLError):
        return SSLError("its certificate is not trusted, or it refuses TLS")
    if isinstance(error, CannotConnect):
        return CannotConnect("it cannot be reached")
    return RequestException("it broke off its answer")
