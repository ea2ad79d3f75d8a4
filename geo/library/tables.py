"""The tables of the library, in SQL that every database takes."""

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Dialect,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

VERSION = 1
"""Of the tables; a library of another version is not opened."""


class Moment(TypeDecorator[datetime]):
    """A time in UTC, to the second and below; SQLite would lose that it is UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> datetime | None:
        """To the database: in UTC."""
        return value and value.astimezone(UTC)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> datetime | None:
        """From the database: in UTC."""
        if value is None or value.tzinfo is None:
            return value and value.replace(tzinfo=UTC)
        return value.astimezone(UTC)


metadata = MetaData()

library = Table("library", metadata, Column("version", Integer, primary_key=True))

article = Table(
    "article",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("content_hash", String(64), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("published", Date),
    Column("language", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("length", Integer, nullable=False),
    # title, outlet and text without capitals: SQLite's own lower() knows only ASCII
    Column("searched", Text, nullable=False),
    Column("added", Moment, nullable=False, index=True),
)

# A correction is written once; what is undone stays, with when and by whom.
correction = Table(
    "correction",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("article", String(64), nullable=False, index=True),
    Column("article_id", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("field", String(8), nullable=False),
    Column("start", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    Column("scope", String(16), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("place", Text),
    Column("type", String(32)),
    Column("who", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("undone", Moment),
    Column("undone_by", Text),
)
