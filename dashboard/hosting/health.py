"""Whether this server works: each part tried, and nothing said but that it works or not.

`/healthz` is 503 where a part has failed. `/healthz?ready` is 503 as well while the model is
still being loaded, so that a balancer sends no readers yet. Why a part failed is in the log.
"""

import asyncio
import logging
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Self

from starlette.requests import Request
from starlette.responses import JSONResponse

from dashboard.hosting.warming import Warming
from dashboard.page import kept, loading
from geo import Article
from geo.geocoding.chain import online_names
from geo.library import new_token
from geo.settings import Settings

OK, STARTING, FAILED = "ok", "starting", "failed"
KEPT_S = 2.0
"""How long an answer holds, so that probes cost nothing."""
PATIENCE_S = 5.0
"""Seconds a part may take before it counts as failed."""
PROBE = Article(id="health", text="Snow fell in Oslo.")
_log = logging.getLogger(__name__)


class Health:
    """The checks and their latest answers."""

    def __init__(self, settings: Settings, warming: Warming) -> None:
        checks = Checks(settings, warming)
        self._pool = ThreadPoolExecutor(4, thread_name_prefix="dateline-health")
        self._parts = {
            name: Part(name, getattr(checks, name), self._pool)
            for name in ("gazetteer", "model", "store", "cache")
        }

    async def answer(self, request: Request) -> JSONResponse:
        """The health as JSON; 200 or 503."""
        found = await asyncio.gather(*(part.status() for part in self._parts.values()))
        wanted = {OK} if "ready" in request.query_params else {OK, STARTING}
        is_well = set(found) <= wanted
        return JSONResponse(
            {
                "status": OK if is_well else next(s for s in found if s not in wanted),
                "parts": dict(zip(self._parts, found, strict=True)),
            },
            200 if is_well else 503,
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
        if self._last[1] and time.monotonic() - self._last[0] < KEPT_S:
            return self._last[1]
        if self._asked is None or self._asked.done():
            self._asked = self._pool.submit(self._tried)
        try:
            waited = asyncio.shield(asyncio.wrap_future(self._asked))
            status = await asyncio.wait_for(waited, PATIENCE_S)
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

    settings: Settings
    warming: Warming

    def gazetteer(self) -> str:
        """Look a place up."""
        if not self.warming.is_done:
            return STARTING
        found = loading.parsed_articles().parser.gazetteer.lookup("Oslo")
        return OK if found else FAILED

    def model(self) -> str:
        """Read a sentence."""
        if not self.warming.is_done:
            return STARTING
        (mentions,) = loading.parsed_articles().parser.recogniser.recognise([PROBE])
        return OK if mentions else FAILED

    def store(self) -> str:
        """Ask the library for an article that is not there."""
        kept.library().articles.get(new_token())
        return OK

    def cache(self) -> str:
        """Write to the cache folder; a read-only one is enough where nothing is written."""
        try:
            with tempfile.TemporaryFile(dir=self.settings.cache_dir) as file:
                file.write(b"\0" * 4096)
        except OSError:
            if online_names(self.settings) or not self.settings.cache_dir.is_dir():
                raise
        return OK
