"""Whether this server works: each part tried, and nothing said but that it works or not.

`/healthz` is 503 where a part has failed. `/healthz?ready` is 503 as well while the model is
still being loaded, so that a balancer sends no readers yet. A part is limited where readers are
served all the same: geocoding goes on without its kept answers, and one Redis that is down must
not take all replicas out. Why a part failed is in the log.
"""

import asyncio
import importlib
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Self

from starlette.requests import Request
from starlette.responses import JSONResponse

from dashboard.engine.process import process
from dashboard.engine.timing import HEALTH_KEPT_S, HEALTH_PATIENCE_S
from dashboard.hosting.warming import Warming
from dashboard.server_settings import ServerSettings
from geo import Article
from geo.geocoding.chain import online_names
from geo.library import new_token

OK, LIMITED, STARTING, FAILED = "ok", "limited", "starting", "failed"
_WORST_FIRST = (FAILED, STARTING, LIMITED, OK)
PROBE = Article(id="health", text="Snow fell in Oslo.")
_log = logging.getLogger(__name__)


class Health:
    """The checks and their latest answers."""

    def __init__(self, settings: ServerSettings, warming: Warming) -> None:
        checks = Checks(settings, warming)
        self._pool = ThreadPoolExecutor(4, thread_name_prefix="dateline-health")
        self._parts = {
            name: Part(name, getattr(checks, name), self._pool)
            for name in ("gazetteer", "model", "store", "cache")
        }

    async def answer(self, request: Request) -> JSONResponse:
        """The health as JSON; 200 or 503."""
        found = await asyncio.gather(*(part.status() for part in self._parts.values()))
        status = min(found, key=_WORST_FIRST.index)
        is_bad = status == FAILED or (status == STARTING and "ready" in request.query_params)
        return JSONResponse(
            {"status": status, "parts": dict(zip(self._parts, found, strict=True))},
            503 if is_bad else 200,
            {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Ask no more."""
        self._pool.shutdown(wait=False, cancel_futures=True)


class Part:
    """One part: asked at most once in a while, and never twice at the same time."""

    def __init__(self, name: str, check: Callable[[], str], pool: ThreadPoolExecutor) -> None:
        self._name, self._check, self._pool = name, check, pool
        self._last = (0.0, "")
        self._asked: Future[str] | None = None

    async def status(self) -> str:
        """Whether it works, as asked now or a moment ago."""
        if self._last[1] and time.monotonic() - self._last[0] < HEALTH_KEPT_S:
            return self._last[1]
        if self._asked is None or self._asked.done():
            self._asked = self._pool.submit(self._tried)
        try:
            waited = asyncio.shield(asyncio.wrap_future(self._asked))
            status = await asyncio.wait_for(waited, HEALTH_PATIENCE_S)
        except TimeoutError:
            _log.error("Health: %s does not answer", self._name)
            return FAILED
        self._last = (time.monotonic(), status)
        return status

    def _tried(self) -> str:
        try:
            return self._check()
        except Exception as error:  # noqa: BLE001 - whatever it is, the part does not work
            _log.error("Health: %s failed: %s", self._name, error)
            return FAILED


@dataclass(frozen=True, slots=True)
class Checks:
    """What is tried of each part; a check raises where its part does not work."""

    settings: ServerSettings
    warming: Warming

    def gazetteer(self) -> str:
        """Look a place up."""
        if not self.warming.is_done:
            return STARTING
        found = process().articles().parser.gazetteer.lookup("Oslo")
        return OK if found else FAILED

    def model(self) -> str:
        """Read a sentence."""
        if not self.warming.is_done:
            return STARTING
        (mentions,) = process().articles().parser.recogniser.recognise([PROBE])
        return OK if mentions else FAILED

    def store(self) -> str:
        """Ask the library for an article that is not there."""
        process().library().articles.get(new_token())
        return OK

    def cache(self) -> str:
        """Look for its folder, and where services are asked, try to keep an answer."""
        next(self.settings.cache_dir.iterdir(), None)
        if not online_names(self.settings):
            return OK  # the gazetteer in it is only read
        making = importlib.import_module("geo.geocoding.service_factory")
        if making.can_keep(self.settings):
            return OK
        _log.warning("Health: no answers of geocoding services can be kept")
        return LIMITED
