"""The library: stored articles, what they name, and corrections, in SQLite or PostgreSQL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from geo.library.article_store import ArticleStore, Stored, is_token, new_token
from geo.library.change_log import Act, Change, Changes
from geo.library.correction_store import CorrectionStore
from geo.library.database.engine import open_database
from geo.library.index import Index
from geo.settings import Settings

__all__ = [
    "Act",
    "ArticleStore",
    "Change",
    "Changes",
    "CorrectionStore",
    "Index",
    "Library",
    "Stored",
    "is_token",
    "new_token",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Library:
    """Stored articles, the index of their places, and readers' corrections. Thread-safe.

    Open one by `Library.open`. Several processes may use one library at a time.

    Parameters
    ----------
    articles
        The stored articles, each found by a token of 22 letters and digits.
    index
        The places that the articles name.
    corrections
        Readers' corrections; none is ever erased.
    changes
        The record of who stored, deleted or corrected what.
    close
        Closes the connections to the database.

    Examples
    --------
    >>> from pathlib import Path
    >>> from geo import Article
    >>> from geo.settings import Settings
    >>> library = Library.open(Settings(data_dir=Path("example")))
    >>> stored = library.articles.add(Article("a", "It rained in Harbin.", "Rain"))
    >>> library.articles.get(stored.token).title
    'Rain'
    >>> library.corrections.active()
    ()
    >>> library.close()
    """

    articles: ArticleStore
    index: Index
    corrections: CorrectionStore
    changes: Changes
    close: Callable[[], None]

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """Open the library, and make it if it does not exist yet.

        Parameters
        ----------
        settings
            They name the database: `database_url`, or else a SQLite file in `data_dir`. Articles
            older than `retention_days` are deleted.

        Returns
        -------
        Library
            The open library.

        Raises
        ------
        LibraryError
            The database cannot be reached, read or written.
        """
        engine = open_database(settings)
        articles = ArticleStore(
            engine, most=settings.max_shared_articles, retention_days=settings.retention_days
        )
        articles.forget_old()
        return cls(
            articles,
            Index(engine, articles.forget_old),
            CorrectionStore(engine),
            Changes(engine),
            engine.dispose,
        )
