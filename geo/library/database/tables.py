"""The tables of the library, in SQL that every database takes."""

import secrets
from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

VERSION = 4
"""Of the tables; one made by an earlier version is brought up to it, a later one is not opened."""


def new_stamp() -> int:
    """What tells one state of an entry from every other; sums of very many fit into 64 bits."""
    return secrets.randbits(40)


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

# Alembic's own: which version the tables are of.
version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

# The text stands last: what comes before it is read without it.
article = Table(
    "article",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("token", String(64), nullable=False, unique=True),
    Column("content_hash", String(64), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("published", Date),
    Column("language", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("length", Integer, nullable=False),
    Column("added", Moment, nullable=False, index=True),
    Column("text", Text, nullable=False),
)

# What an article names, one row an article. `stamp` is drawn anew at each change, `said`
# is its `geo.model.article.fingerprint`, `parser` says what read it, `corrections` which
# corrections were known of its `names`; `mentions` are NULL until it is read.
entry = Table(
    "entry",
    metadata,
    Column("number", Integer, ForeignKey("article.number"), primary_key=True, autoincrement=False),
    Column("stamp", BigInteger, nullable=False, index=True),
    Column("said", String(64), nullable=False, index=True),
    Column("parser", String(64), nullable=False),
    Column("corrections", String(64), nullable=False),
    Column("names", Text, nullable=False),
    Column("mentions", LargeBinary),
)

# A place as it was when it was named; another version of it is another row. Never changed.
place = Table(
    "place",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("lat", Double, nullable=False),
    Column("lon", Double, nullable=False),
    Column("country_code", String(8), nullable=False),
    Column("geonameid", BigInteger),
    Column("population", BigInteger, nullable=False),
    Column("region_id", Text, nullable=False),
    Column("radius_km", Double),
    Column("is_capital", Boolean, nullable=False),
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

# Who changed what (`geo.library.change_log`). Written once, never changed.
change = Table(
    "change",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("made", Moment, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", String(32), nullable=False),
    Column("subject", String(64), nullable=False),
)
