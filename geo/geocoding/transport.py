"""How geopy reaches a service: through a cache, and below the cache in turns.

    geopy -> CachedAdapter (requests-cache) -> PoliteAdapter (turns, breaker) -> Wire -> network

An answer from the cache never waits. An answer is kept once geopy could read it, no failure
ever. Where a service gives none, Dateline's own stands in, if it ships one to this question. This
module needs the extra `online`.
"""

import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from geopy.adapters import AdapterHTTPError, RequestsAdapter, get_retry_after
from geopy.exc import GeopyError
from requests import PreparedRequest, Response, Timeout
from requests.adapters import BaseAdapter
from requests.exceptions import ConnectionError as CannotConnect
from requests_cache import CachedSession

from geo.geocoding.cache.answer_cache import Answers
from geo.geocoding.cache.answer_records import key_of
from geo.geocoding.network.key_sealing import KEY_PARAMETERS, Seal
from geo.geocoding.network.rate_limits import Breaker, Limiter
from geo.geocoding.network.wire import Wire
from geo.geocoding.services import Reading

LONGEST_PAUSE_SECONDS = 3600.0
"""A service that names a longer pause is asked again after this one."""
_TRIED_AGAIN = frozenset({500, 502, 503, 504})
_OVERLOADED = frozenset({429, 503})
_OF_THE_QUESTION = frozenset({400, 404, 414, 422})
"""Statuses that blame the question: the service itself is well."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How a service is treated: whose turn it is, whether it is left alone, how to sleep."""

    limiter: Limiter
    breaker: Breaker
    sleep: Callable[[float], None] = time.sleep

    @property
    def closed_for(self) -> float:
        """Seconds for which nothing is asked; 0 where a question may go through."""
        return self.limiter.closed_for or self.breaker.open_for


class CachedAdapter(RequestsAdapter):  # type: ignore[misc]  # geopy has no types
    """geopy's adapter for requests, with a cache, and manners below it."""

    session: Any

    def __init__(
        self,
        *,
        proxies: Mapping[str, str],
        ssl_context: object,
        answers: Answers,
        manners: Manners,
        seal: Seal,
    ) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context, max_retries=0)
        self._answers, self._manners = answers, manners
        self._here = threading.local()
        plain = self.session
        self.session = CachedSession(
            backend=answers.cache,
            serializer="json",
            allowable_codes=(200,),
            ignored_parameters=KEY_PARAMETERS,
            key_fn=key_of,
            stale_if_error=True,
            autoclose=False,
            read_only=True,  # `keep` writes, when the answer has been read
        )
        self.session.trust_env, self.session.proxies = False, plain.proxies
        for prefix, below in plain.adapters.items():
            self.session.mount(prefix, PoliteAdapter(Wire(below, seal), manners))

    def _request(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Response:
        self._here.response = self._here.kept = None
        self._here.shipped = False
        response: Response
        try:
            response = super()._request(url, timeout=timeout, headers=headers)
        except (AdapterHTTPError, GeopyError):
            if (own := self._shipped_at(url)) is None:
                raise
            return own
        self._here.response = response
        self._here.kept = _day_if_stale(response)
        return response

    @property
    def closed_for(self) -> float:
        """Seconds for which nothing is asked, after failures; 0 where a question may go."""
        return self._manners.closed_for

    @property
    def kept(self) -> date | None:
        """The day (UTC) of this thread's last answer, if it is used past its time; else None."""
        day: date | None = getattr(self._here, "kept", None)
        return day

    @property
    def shipped(self) -> bool:
        """Whether this thread's last answer is Dateline's own, for the service gave none."""
        shipped: bool = getattr(self._here, "shipped", False)
        return shipped

    def keep(self, *, found: bool) -> None:
        """Keep the last answer of this thread: geopy has read it, and it has places or none."""
        response = self._taken()
        if response is not None and not response.from_cache:
            self._manners.breaker.succeeded()
            self._answers.keep(response, found=found)

    def misread(self) -> Any:
        """Geopy could not make sense of this thread's last answer; an older one, or None."""
        response = self._taken()
        if response is None:
            return None
        cache = self.session.cache
        if response.from_cache:
            cache.delete(response.cache_key)
            return None
        self._manners.breaker.failed()
        older = cache.get_response(key_of(response.request))
        if older is None:
            own = self._shipped_at(response.request.url)
            return own.json() if own else None
        self._here.kept = _day_if_stale(older)
        return older.json()

    def _shipped_at(self, url: str) -> Response | None:
        own: Response | None = self._answers.shipped_at(url)
        self._here.shipped = own is not None
        return own

    def _taken(self) -> Any:
        response, self._here.response = getattr(self._here, "response", None), None
        return response


def _day_if_stale(response: Any) -> date | None:
    is_stale = getattr(response, "from_cache", False) and response.is_expired
    return response.created_at.date() if is_stale else None


class Checked:
    """Mixed into a geopy geocoder: tells the adapter whether an answer could be read.

    `readings_of` raises ValueError where geopy's locations are no places.
    """

    adapter: CachedAdapter
    readings_of: Callable[[Any], tuple[Reading, ...]]

    def _call_geocoder(self, url: str, callback: Callable[[Any], Any], **more: Any) -> Any:
        def read(result: Any) -> Any:
            try:
                located = callback(result)
                found = bool(self.readings_of(located))
            except Exception:
                older = self.adapter.misread()
                if older is None:
                    raise
                return callback(older)
            self.adapter.keep(found=found)
            return located

        return super()._call_geocoder(url, read, **more)  # type: ignore[misc]  # geopy's


class PoliteAdapter(BaseAdapter):
    """Passes requests on in their turn, a second time after a hiccup; stops when it must."""

    def __init__(self, wire: Wire, manners: Manners) -> None:
        super().__init__()
        self._wire, self._manners = wire, manners

    def send(self, request: PreparedRequest, **options: Any) -> Response:  # type: ignore[override]
        """Send one request; a ConnectionError of requests while the service is left alone."""
        try:
            response = self._once(request, options)
            if response.status_code not in _TRIED_AGAIN or self._manners.limiter.closed_for:
                return response
        except (Timeout, _LeftAlone):
            raise
        except CannotConnect:
            pass
        self._manners.sleep(random.uniform(0.5, 1.5))  # noqa: S311 - so that threads part
        return self._once(request, options)

    def close(self) -> None:
        """Close the connections."""
        self._wire.close()

    def _once(self, request: PreparedRequest, options: Mapping[str, Any]) -> Response:
        limiter, breaker = self._manners.limiter, self._manners.breaker
        self._refuse_for(self._manners.closed_for)
        limiter.wait()
        self._refuse_for(limiter.closed_for or breaker.enter())
        try:
            response = self._wire.send(request, options["timeout"], options["proxies"])
        except BaseException:  # a breaker that waits for this answer must hear of its end
            breaker.failed()
            raise
        self._learn(response)
        return response

    def _refuse_for(self, seconds: float) -> None:
        if seconds:
            raise _LeftAlone(f"it is left alone for another {seconds:.0f} s after a failure")

    def _learn(self, response: Response) -> None:
        limiter, breaker = self._manners.limiter, self._manners.breaker
        if response.ok:
            return  # `keep` or `misread` says how it went
        if response.status_code in _OF_THE_QUESTION:
            breaker.succeeded()
            return
        pause = get_retry_after(response.headers) if response.status_code in _OVERLOADED else None
        if pause:  # it is well enough to say when
            breaker.succeeded()
            limiter.close(min(pause, LONGEST_PAUSE_SECONDS))
            return
        breaker.failed()
        if response.status_code == 429:
            limiter.close(breaker.first)


class _LeftAlone(CannotConnect):
    """The service is not asked now."""
