"""The library: stored articles and corrections, in SQLite or PostgreSQL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from geo.library.database import open_database
from geo.library.ledger import Ledger
from geo.library.shelf import Listed, Shelf, Stored, is_token, new_token
from geo.settings import Settings

__all__ = ["Ledger", "Library", "Listed", "Shelf", "Stored", "is_token", "new_token"]


@dataclass(frozen=True, slots=True)
class Library:
    """What is kept: `articles` and `corrections`."""

    articles: Shelf
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
        return cls(shelf, Ledger(engine), engine.dispose)
