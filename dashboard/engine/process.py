"""The server process: what it holds for every reader, made once and handed out from here.

Nothing of it lies in Streamlit's caches, which any page may have emptied.
"""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from dashboard.engine.intake.quota import Quota
from dashboard.engine.joined_tables import JoinedTables
from dashboard.engine.library_access import LibraryAccess
from dashboard.engine.measures import Measures
from dashboard.engine.parsing.parsed_articles import ParsedArticles
from dashboard.engine.timing import PARSER_PAUSE_S
from dashboard.server_settings import ServerSettings
from geo import Geoparser
from geo.corrections import Correction
from geo.errors import DatelineError
from geo.gazetteer.compiling.build import build_apart
from geo.library import Library
from geo.settings import Settings


def load_parser(settings: Settings) -> Geoparser:
    """The geoparser, its gazetteer compiled in a process of its own where it is not there yet."""
    build_apart(settings.cache_dir)
    return Geoparser(settings)


class Process:
    """Settings, parsed articles, library, quotas and measures of one server. Thread-safe."""

    def __init__(
        self, settings: ServerSettings, load: Callable[[Settings], Geoparser] = load_parser
    ) -> None:
        """`load` makes the parser when it is first needed: tests hand in theirs."""
        self.settings, self._load = settings, load
        self.measures = Measures()
        self.joined_tables = JoinedTables()
        self._library = LibraryAccess(settings)
        self.by_session = Quota("session", settings.articles_per_hour, settings.redis_url)
        self.by_address = Quota("address", settings.articles_per_hour_address, settings.redis_url)
        self._articles: ParsedArticles | None = None
        self._failure: tuple[float, DatelineError] | None = None
        self._lock = Lock()

    def articles(self) -> ParsedArticles:
        """The parser and what it has parsed; the first call loads it, which takes seconds.

        Raises GazetteerError or ModelError where one of them cannot be had, or could not just
        now: who asks meanwhile is told the same at once.
        """
        failure = self._failure  # another thread may replace it
        if failure and time.monotonic() - failure[0] < PARSER_PAUSE_S:
            raise failure[1]
        with self._lock:
            if self._articles is None:
                try:
                    self._articles = self._loaded()
                except DatelineError as error:
                    self._failure = (time.monotonic(), error)
                    raise
            return self._articles

    def library(self) -> Library:
        """The library. Raises LibraryError where it cannot be opened, or could not just now."""
        return self._library.open()

    @property
    def is_library_down(self) -> bool:
        """Whether the library failed a moment ago, as far as anybody has asked it."""
        return self._library.has_failed

    def corrections(self) -> tuple[tuple[Correction, ...], str]:
        """Readers' corrections, as far as known, and a sentence where they cannot be read."""
        known, trouble = self._library.corrections()
        return known, trouble.for_readers if trouble else ""

    def _loaded(self) -> ParsedArticles:
        articles = ParsedArticles(self._load(self.settings), self.settings, self.measures)
        # Libraries and model stay for good; the garbage collector need not walk them ever again.
        gc.collect()
        gc.freeze()
        return articles


_lock = Lock()
_current: Process | None = None


def process() -> Process:
    """The process object of this server, made of the environment's settings at the first call."""
    global _current  # noqa: PLW0603 - the one object that all requests share
    with _lock:
        if _current is None:
            _current = Process(ServerSettings())
        return _current


@contextmanager
def replaced(other: Process | None = None) -> Iterator[None]:
    """Let `other`, or one made anew when it is asked for, be the process: a seam for tests."""
    global _current  # noqa: PLW0603
    with _lock:
        before, _current = _current, other
    try:
        yield
    finally:
        with _lock:
            _current = before
