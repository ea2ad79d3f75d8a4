"""Long articles are parsed in a process of their own, so that nobody's click waits for them.

Recognition and resolution are Python for the most part, and Python lets one thread run at a time:
in the server's process they would slow down every page.
"""

import gc
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from geo.articles import Article
from geo.errors import DatelineError, TooLarge
from geo.mentions import Mention
from geo.parsed import ParsedArticle
from geo.places import Focus, Resolution
from geo.plaintext import shown
from geo.processes import Pool
from geo.settings import Settings

LONG = 100_000
"""Characters that take a while to read, some two seconds; shorter texts pass longer ones."""
CHUNK = 500
"""Mentions that are taken from the process at once: some milliseconds' work."""


class Question(NamedTuple):
    """What the process is asked."""

    article: Article
    settings: Settings


def called(article: Article) -> str:
    """An article as a sentence names it."""
    title = shown(article.title)
    return f"“{title}”" if title else "The article"


class LongArticles:
    """Parses articles one at a time in each process; as many at once as are asked."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pool = Pool("dashboard.parsing_process")

    def parse(self, article: Article) -> ParsedArticle:
        """The article parsed. Raises TooLarge where it names too many places or takes too long,
        and what the parser raises.
        """
        asked = pickle.dumps(Question(article, self._settings))
        seconds = self._settings.parse_seconds
        with self._pool.process() as process:
            found = process.ask(f"{len(asked)}\n".encode() + asked, _answer, seconds)
        if isinstance(found, DatelineError):
            raise found
        if found is None:
            raise TooLarge(
                f"{called(article)} takes more than {seconds:,} seconds or "
                "too much memory; give a part of it or raise DATELINE_PARSE_SECONDS."
            )
        mentions, resolutions, focus = found
        return ParsedArticle(article, mentions, resolutions, focus)

    def end(self) -> None:
        """Leave no process behind."""
        self._pool.end()


Found = tuple[tuple[Mention, ...], tuple[Resolution, ...], tuple[Focus, ...]]


def _answer(answered: IO[bytes]) -> "Found | DatelineError":
    unpickler = pickle.Unpickler(answered)  # noqa: S301 - our own process
    try:
        first = unpickler.load()
        if isinstance(first, DatelineError):
            return first
        number, focus = first
        mentions: list[Mention] = []
        resolutions: list[Resolution] = []
        with _without_collections():
            while len(mentions) < number:
                some, theirs = unpickler.load()
                mentions += some
                resolutions += theirs
    except pickle.UnpicklingError:
        raise EOFError from None
    return tuple(mentions), tuple(resolutions), focus


@contextmanager
def _without_collections() -> Iterator[None]:
    """Nothing that is taken in is garbage; to look through all of it again and again would stop
    every page for a second.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
