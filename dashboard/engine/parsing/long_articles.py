"""Long articles are parsed and corrected in a process of their own: nobody's click waits for them.

Recognition and resolution are Python for the most part, and Python lets one thread run at a time:
in the server's process they would slow down every page.
"""

import pickle
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import IO, Any

from dashboard.engine.parsing.fair_queue import LEFT
from dashboard.engine.parsing.long_articles_pickles import Question, called, put, taken
from dashboard.server_settings import ServerSettings
from geo.corrections import Correction
from geo.errors import DatelineError, TooLarge, Unwanted
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle
from geo.system.processes import Pool

LONG = 100_000
"""Characters that take a while to read, some two seconds; shorter texts pass longer ones."""
MANY = 2_000
"""Names that take a while to resolve, some half a second."""


class LongArticles:
    """Parses articles one at a time in each process; as many at once as are asked.

    Both ways raise TooLarge where it takes too long, and what the parser raises.
    """

    def __init__(self, settings: ServerSettings) -> None:
        self._settings = settings
        self._pool = Pool("dashboard.engine.parsing.long_articles_process")

    def parse(
        self, article: Article, is_wanted: Callable[[], bool] = lambda: True
    ) -> ParsedArticle:
        """The article parsed. Raises TooLarge too where it names too many places, and Unwanted
        soon after it is wanted no more.
        """
        return self._asked(Question(article, self._settings), is_wanted=is_wanted)

    def correct(self, parsed: ParsedArticle, corrections: Sequence[Correction]) -> ParsedArticle:
        """An article that was parsed without corrections, with these."""
        question = Question(parsed.article, self._settings, tuple(corrections))
        return self._asked(question, parsed)

    def end(self) -> None:
        """Leave no process behind."""
        self._pool.end()

    def _asked(
        self,
        question: Question,
        parsed: ParsedArticle | None = None,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> ParsedArticle:
        article, seconds = question.article, self._settings.parse_seconds
        with self._pool.process() as process:
            found = process.ask(_written(question, parsed), _answer, seconds, is_wanted)
        if isinstance(found, DatelineError):
            raise found
        if found is None and not is_wanted():
            raise Unwanted(LEFT)
        if found is None:
            raise TooLarge(
                f"{called(article)} takes more than {seconds:,} seconds or "
                "too much memory; give a part of it or raise DATELINE_PARSE_SECONDS."
            )
        mentions, resolutions, focus = found
        return ParsedArticle(article, mentions, resolutions, focus)


def _written(question: Question, parsed: ParsedArticle | None) -> bytes:
    into = BytesIO()
    pickler = pickle.Pickler(into, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dump(question)
    if parsed is not None:
        put(parsed.mentions, pickler)
    return f"{into.tell()}\n".encode() + into.getvalue()


def _answer(answered: IO[bytes]) -> "tuple[Any, ...] | DatelineError":
    """The mentions, the resolutions and the focus."""
    unpickler = pickle.Unpickler(answered)  # noqa: S301 - our own process
    try:
        focus = unpickler.load()
        if isinstance(focus, DatelineError):
            return focus
        return taken(unpickler), taken(unpickler), focus
    except pickle.UnpicklingError:
        raise EOFError from None
