"""Who waits for which article: reading that nobody waits for any more can be ended."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Lock

from geo.articles import Article

IsHere = Callable[[], bool]


class Wanted:
    """Articles that are waited for, for all threads of the process."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Article, IsHere]] = []
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
                for one in own:
                    self._waiting.remove(one)

    def is_wanted(self, article: Article) -> bool:
        """Whether somebody who waits for it is here."""
        with self._lock:
            asked = [is_here for known, is_here in self._waiting if known == article]
        here = [is_here() for is_here in asked]  # all: each notes when it was last seen
        return any(here)
