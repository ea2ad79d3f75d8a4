"""Who waits for which article: reading that nobody waits for any more can be ended."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Lock

from dashboard.engine.timing import LINGER_S
from geo.model.article import Article

IsHere = Callable[[], bool]


class WaitingReaders:
    """Articles that are waited for, for all threads of the process."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._waiting: list[tuple[Article, IsHere]] = []
        self._left: dict[Article, float] = {}
        self._clock = clock
        self._lock = Lock()

    @contextmanager
    def by(self, is_here: IsHere, articles: Iterable[Article]) -> Iterator[None]:
        """Somebody waits for articles, as long as they are here."""
        own = [(article, is_here) for article in articles]
        with self._lock:
            self._waiting += own
        try:
            yield
        finally:
            with self._lock:
                now = self._clock()
                for one in own:
                    self._waiting.remove(one)
                left = self._left | dict.fromkeys((article for article, _ in own), now)
                self._left = {a: at for a, at in left.items() if now - at < LINGER_S}

    def is_wanted(self, article: Article) -> bool:
        """Whether somebody who waits for it is here, or waited a moment ago."""
        with self._lock:
            lingers = self._clock() - self._left.get(article, float("-inf")) < LINGER_S
            asked = [is_here for known, is_here in self._waiting if known == article]
        here = [is_here() for is_here in asked]  # all: each notes when it was last seen
        return any(here) or lingers
