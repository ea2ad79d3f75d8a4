"""The articles of the library: stored once each, found by a token that cannot be guessed."""

import secrets
import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from geo.coverage.search_words import article_words
from geo.errors import InputError, LibraryError
from geo.library.change_log import Act, note
from geo.library.database.engine import batched, transaction
from geo.library.database.tables import article as table
from geo.library.database.tables import correction, entry, new_stamp
from geo.library.fulltext import drop_words, put_words
from geo.model.article import Article, content_hash, fingerprint
from geo.text.cleaning import for_message, is_storable

TOKEN_LENGTH = 22
"""Letters and digits: 131 bits, and links need no escaping of them."""
_ALPHABET = string.ascii_letters + string.digits


@dataclass(frozen=True, slots=True)
class Stored:
    """An article that was stored: its token, and whether it was not there before."""

    token: str
    is_new: bool


class ArticleStore:
    """Stored articles. Thread-safe; raises LibraryError where the database fails."""

    def __init__(self, engine: Engine, *, most: int, retention_days: int | None = None) -> None:
        self._engine = engine
        self._most = most
        self._retention = None if retention_days is None else timedelta(days=retention_days)

    def add(self, article: Article, who: str = "") -> Stored:
        """Store an article; one with the same title and text keeps its token, and lives anew.

        `who` does so, as far as that is known. Raises LibraryError where the library is full,
        InputError where no database takes the article.
        """
        _check(article)
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
                    _insert(connection, article, _row(article, key, token, now))
                    note(connection, Act.STORED, [token], who)
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

    def token_of(self, article: Article) -> str | None:
        """The token of a stored article that says the same, if there is one."""
        wanted = select(table.c.token).join(entry, entry.c.number == table.c.number)
        same = wanted.where(entry.c.said == fingerprint(article), *self._live())
        with transaction(self._engine) as connection:
            return connection.scalar(same.limit(1))

    def delete(self, token: str, who: str = "") -> bool:
        """Delete an article; whether it was there. `who` does so, as far as that is known.

        Of the corrections made in it the name stays, the words around it go.
        """
        with transaction(self._engine) as connection:
            return bool(_delete(connection, table.c.token == token, Act.DELETED, who))

    def forget_old(self) -> int:
        """Delete what is older than the retention; how many articles that were."""
        if self._retention is None:
            return 0
        old = table.c.added < datetime.now(UTC) - self._retention
        with transaction(self._engine) as connection:
            if connection.scalar(select(table.c.number).where(old).limit(1)) is None:
                return 0
            return _delete(connection, old, Act.EXPIRED)

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


def _check(article: Article) -> None:
    said = f"{article.title}{article.text}{article.outlet}{article.source}{article.note}"
    if not is_storable(said):
        raise InputError(
            f"“{for_message(article.title) or article.id}” holds characters that no text has "
            "(NUL or half a surrogate pair); take them out."
        )


def _insert(connection: Connection, article: Article, row: Mapping[str, object]) -> None:
    """Store an article that nothing was read of yet, found by its words from now on."""
    done = connection.execute(insert(table).values(row))
    number = cast("tuple[int]", done.inserted_primary_key)[0]
    known = {"number": number, "stamp": new_stamp(), "said": fingerprint(article)}
    unread = {"parser": "", "corrections": "", "names": ""}
    connection.execute(insert(entry).values(known | unread))
    put_words(connection, number, article_words(article))


def _renewed(connection: Connection, key: str, now: datetime) -> str | None:
    found = connection.execute(
        select(table.c.number, table.c.token).where(table.c.content_hash == key)
    ).first()
    if found is None:
        return None
    own = table.c.number == found.number
    connection.execute(update(table).where(own).values(added=now))
    own = entry.c.number == found.number
    connection.execute(update(entry).where(own).values(stamp=new_stamp()))
    return cast("str", found.token)


def _delete(connection: Connection, which: ColumnElement[bool], act: Act, who: str = "") -> int:
    columns = (table.c.number, table.c.token, table.c.content_hash)
    found = connection.execute(select(*columns).where(which)).all()
    note(connection, act, [row.token for row in found], who)
    for rows in batched(found):
        numbers = [row.number for row in rows]
        own = correction.c.article.in_([row.content_hash for row in rows])
        connection.execute(update(correction).where(own).values(prefix="", suffix=""))
        drop_words(connection, numbers)
        connection.execute(delete(entry).where(entry.c.number.in_(numbers)))
        connection.execute(delete(table).where(table.c.number.in_(numbers)))
    return len(found)


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
