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
    """What is kept: `articles`, what they name (`index`), `corrections`, and who made `changes`."""

    articles: ArticleStore
    index: Index
    corrections: CorrectionStore
    changes: Changes
    close: Callable[[], None]

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """The library that the settings name, made where it is not there yet.

        Articles past their retention are deleted. Raises LibraryError where it cannot be used.
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
