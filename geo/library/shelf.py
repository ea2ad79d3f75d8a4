"""The articles of the library: stored once each, found by a token that cannot be guessed."""

import secrets
import string
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from geo.articles import Article, content_hash
from geo.errors import LibraryError
from geo.library.database import transaction
from geo.library.tables import article as table
from geo.library.tables import correction

TOKEN_LENGTH = 22
"""Letters and digits: 131 bits, and links need no escaping of them."""
PAGE = 100
_ALPHABET = string.ascii_letters + string.digits


@dataclass(frozen=True, slots=True)
class Stored:
    """An article that was stored: its token, and whether it was not there before."""

    token: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A stored article as a list shows it. `length`: characters of its text."""

    token: str
    title: str
    outlet: str
    published: date | None
    language: str
    source: str
    length: int
    added: datetime


class Shelf:
    """Stored articles. Thread-safe; raises LibraryError where the database fails."""

    def __init__(self, engine: Engine, *, most: int, retention_days: int | None = None) -> None:
        self._engine = engine
        self._most = most
        self._retention = None if retention_days is None else timedelta(days=retention_days)

    def add(self, article: Article) -> Stored:
        """Store an article; one with the same title and text keeps its token, and lives anew.

        Raises LibraryError where the library is full.
        """
        self.forget_old()
        key, now = content_hash(article), datetime.now(UTC)
        with transaction(self._engine) as connection:
            if token := _renewed(connection, key, now):
                return Stored(token, is_new=False)
            if (connection.scalar(select(func.count()).select_from(table)) or 0) >= self._most:
                raise LibraryError(
                    f"The library is full with {self._most:,} articles: delete some, or raise "
                    "DATELINE_MAX_SHARED_ARTICLES."
                )
            token = new_token()
            try:
                with connection.begin_nested():
                    connection.execute(insert(table).values(_row(article, key, token, now)))
            except IntegrityError:  # somebody else stored it since we looked
                return Stored(_renewed(connection, key, now) or token, is_new=False)
        return Stored(token, is_new=True)

    def get(self, token: str) -> Article | None:
        """The article with this token, which is its id; None where there is none (any more)."""
        if not is_token(token):
            return None
        with transaction(self._engine) as connection:
            row = connection.execute(
                select(table).where(table.c.token == token, *self._live())
            ).first()
        return None if row is None else _article(row)

    def list(self, words: str = "", *, limit: int = PAGE, offset: int = 0) -> list[Listed]:
        """Articles that hold all the words, the latest first; their texts are not read."""
        columns = (getattr(table.c, name) for name in Listed.__dataclass_fields__)
        found = (
            select(*columns)
            .where(*map(_holds, words.split()[:20]), *self._live())
            .order_by(table.c.added.desc(), table.c.token)
            .limit(limit)
            .offset(offset)
        )
        with transaction(self._engine) as connection:
            return [Listed(*row) for row in connection.execute(found)]

    def delete(self, token: str) -> bool:
        """Delete an article; whether it was there.

        Of the corrections made in it the name stays, the words around it go.
        """
        with transaction(self._engine) as connection:
            return bool(_delete(connection, table.c.token == token))

    def forget_old(self) -> int:
        """Delete what is older than the retention; how many articles that were."""
        if self._retention is None:
            return 0
        with transaction(self._engine) as connection:
            return _delete(connection, table.c.added < datetime.now(UTC) - self._retention)

    def _live(self) -> tuple[ColumnElement[bool], ...]:
        if self._retention is None:
            return ()
        return (table.c.added >= datetime.now(UTC) - self._retention,)


def new_token() -> str:
    """A token nobody can guess, of letters and digits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(TOKEN_LENGTH))


def is_token(text: str) -> bool:
    """Whether a text could be a token."""
    return len(text) == TOKEN_LENGTH and set(text) <= set(_ALPHABET)


def _renewed(connection: Connection, key: str, now: datetime) -> str | None:
    token: str | None = connection.scalar(select(table.c.token).where(table.c.content_hash == key))
    if token is not None:
        connection.execute(update(table).where(table.c.token == token).values(added=now))
    return token


def _holds(word: str) -> ColumnElement[bool]:
    # PostgreSQL takes no NUL, not even to say that it is nowhere
    return table.c.searched.contains(word.replace("\0", "")[:200].casefold(), autoescape=True)


def _delete(connection: Connection, which: ColumnElement[bool]) -> int:
    keys = select(table.c.content_hash).where(which)
    connection.execute(
        update(correction).where(correction.c.article.in_(keys)).values(prefix="", suffix="")
    )
    return connection.execute(delete(table).where(which)).rowcount


def _row(article: Article, key: str, token: str, now: datetime) -> dict[str, object]:
    return {
        "token": token,
        "content_hash": key,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
        "source": article.source,
        "note": article.note,
        "text": article.text,
        "length": len(article.text),
        "searched": f"{article.title}\n{article.outlet}\n{article.text}".casefold(),
        "added": now,
    }


def _article(row: Row[tuple[object, ...]]) -> Article | None:
    """The article of a row; None where the database was written by something else."""
    kept = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for it
    if not isinstance(kept["text"], str):  # SQLite keeps bytes in a column of texts
        return None
    return Article(
        kept["token"],
        kept["text"],
        kept["title"],
        kept["outlet"],
        kept["published"],
        kept["language"],
        kept["source"],
        kept["note"],
    )
