"""The articles of one session: the seeds, its own, and those it opened from the library."""

from collections.abc import Iterable

from dashboard.engine.process import process
from dashboard.page.session import library_articles
from dashboard.page.session.keys import ADDED_ARTICLES, OPENED_ARTICLES
from dashboard.server_settings import ServerSettings
from geo import Article
from geo.errors import DatelineError
from geo.reading.seeds import seed_articles


def available_articles(settings: ServerSettings) -> tuple[list[Article], list[str]]:
    """The seeds, read anew, then what this session brought in or opened from the library.

    The second list has notices: of broken seeds, and of a library that cannot be read; what was
    read of it before is still there.
    """
    seeds, notices = seed_articles(settings)
    stored, trouble = library_articles.opened()
    if trouble:
        stored = _remembered(OPENED_ARTICLES.get())
    return [*seeds, *added(), *stored], [*notices, *trouble]


def _remembered(tokens: Iterable[str]) -> list[Article]:
    try:
        return process().articles().remembered(tokens)
    except DatelineError:
        return []


def added() -> list[Article]:
    """The articles pasted or uploaded in this session, oldest first."""
    return list(ADDED_ARTICLES.get().values())


def add(article: Article) -> None:
    """Keep an article for this session."""
    ADDED_ARTICLES.setdefault()[article.id] = article


def remove(article: Article) -> None:
    """Keep an article of this session no longer."""
    ADDED_ARTICLES.get().pop(article.id, None)
