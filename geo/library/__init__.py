"""The library: stored articles, what they name, and corrections, in SQLite or PostgreSQL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from geo.library.database import open_database
from geo.library.index import Index
from geo.library.ledger import Ledger
from geo.library.shelf import Shelf, Stored, is_token, new_token
from geo.settings import Settings

__all__ = ["Index", "Ledger", "Library", "Shelf", "Stored", "is_token", "new_token"]


@dataclass(frozen=True, slots=True)
class Library:
    """What is kept: `articles`, what they name (`index`), and `corrections`."""

    articles: Shelf
    index: Index
    corrections: Ledger
    close: Callable[[], None]

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """The library that the settings name, made where it is not there yet.

        Articles past their retention are deleted. Raises LibraryError where it cannot be used.
        """
        engine = open_database(settings)
        shelf = Shelf(
            engine, most=settings.max_shared_articles, retention_days=settings.retention_days
        )
        shelf.forget_old()
        return cls(shelf, Index(engine, shelf.forget_old), Ledger(engine), engine.dispose)
