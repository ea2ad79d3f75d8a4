"""How geopy reaches a service: through a cache on disk, and below the cache through a gate.

    geopy -> CachedSession (SQLite) -> gate (rate, pause) -> bounds (bytes, time) -> network

An answer from the cache never waits. Only a list of places that can be read is kept.
This module needs the extra `online`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geopy.adapters import RequestsAdapter
from requests import PreparedRequest, RequestException, Response
from requests.adapters import BaseAdapter
from requests.exceptions import ConnectionError as CannotConnect
from requests_cache import CachedSession

from geo.geocoding.bounds import BoundedAdapter
from geo.geocoding.limits import Gate
from geo.geocoding.osm import place_of

KEPT_SECONDS = 30 * 24 * 3600
"""An answer older than this is asked for again, and still used if that fails."""
PAUSE_SECONDS = 30.0
"""After a failure nothing is asked for so long, unless the service names a time."""
LONGEST_PAUSE_SECONDS = 3600.0
_OVERLOADED = frozenset({429, 503})


class CachedAdapter(RequestsAdapter):  # type: ignore[misc]
    """geopy's adapter for requests, with a cache in `path` and a gate below it."""

    session: Any

    def __init__(
        self, *, proxies: Mapping[str, str], ssl_context: object, path: Path, gate: Gate
    ) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context, max_retries=0)
        plain = self.session
        self.session = CachedSession(
            str(path),
            backend="sqlite",
            serializer="json",
            allowable_codes=(200,),
            expire_after=KEPT_SECONDS,
            stale_if_error=True,
            filter_fn=_is_answer,
            wal=True,
            busy_timeout=10_000,
        )
        self.session.trust_env, self.session.proxies = plain.trust_env, plain.proxies
        for prefix, below in plain.adapters.items():
            self.session.mount(prefix, GatedAdapter(BoundedAdapter(below), gate))


class GatedAdapter(BaseAdapter):
    """Passes requests on, in their turn, and pauses after a failure."""

    def __init__(self, below: BaseAdapter, gate: Gate) -> None:
        super().__init__()
        self._below, self._gate = below, gate

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        """Send one request; a ConnectionError of requests while the gate is closed."""
        if seconds := self._gate.closed_for:
            raise CannotConnect(f"not asked again for {seconds:.0f} s after a failure")
        self._gate.wait()
        try:
            response = self._below.send(request, *args, **kwargs)
        except RequestException:
            self._gate.close(PAUSE_SECONDS)
            raise
        if response.status_code in _OVERLOADED:
            self._gate.close(_retry_after(response))
        return response

    def close(self) -> None:
        """Close the connections."""
        self._below.close()


def _retry_after(response: Response) -> float:
    said = response.headers.get("Retry-After", "")
    seconds = float(said) if said.isascii() and said.isdigit() else PAUSE_SECONDS
    return min(seconds, LONGEST_PAUSE_SECONDS)


def _is_answer(response: Response) -> bool:
    """Whether the answer is a list of places that can be read; no other is worth keeping."""
    try:
        answers = response.json()
        return isinstance(answers, list) and all(place_of(raw) for raw in answers)
    except (AttributeError, TypeError, ValueError):
        return False
