"""Version 2: what articles name, and full-text search."""

import secrets

import sqlalchemy as sa
from alembic import op

from geo.coverage.search_words import TOKENIZER, words_of
from geo.library.fulltext import put_words
from geo.model.article import Article, fingerprint

revision = "2"
down_revision = "1"

KEPT = "token, content_hash, title, outlet, published, language, source, note, length, added, text"
BATCH = 200


def upgrade() -> None:
    """Number the articles, their texts last; make the index; find the articles by their words."""
    _number_articles()
    _make_index()
    _make_fulltext(op.get_bind())
    _fill(op.get_bind())
    op.execute("UPDATE library SET version = 2")


def _number_articles() -> None:
    op.rename_table("article", "article_1")
    op.drop_index("ix_article_added", "article_1")
    op.create_table(
        "article",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("token", sa.String(64), nullable=False, unique=True),
        sa.Column("content_hash", sa.String(64), nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("title", "outlet")),
        sa.Column("published", sa.Date),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("language", "source", "note")),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.execute(f"INSERT INTO article ({KEPT}) SELECT {KEPT} FROM article_1 ORDER BY added")  # noqa: S608
    op.drop_table("article_1")
    op.create_index("ix_article_added", "article", ["added"])


def _make_index() -> None:
    op.create_table(
        "entry",
        sa.Column(
            "number",
            sa.Integer,
            sa.ForeignKey("article.number"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("stamp", sa.BigInteger, nullable=False),
        sa.Column("said", sa.String(64), nullable=False),
        sa.Column("parser", sa.String(64), nullable=False),
        sa.Column("corrections", sa.String(64), nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("mentions", sa.LargeBinary),
    )
    op.create_index("ix_entry_stamp", "entry", ["stamp"])
    op.create_index("ix_entry_said", "entry", ["said"])
    op.create_table(
        "place",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("id", "name")),
        sa.Column("kind", sa.String(16), nullable=False),
        *(sa.Column(name, sa.Double, nullable=False) for name in ("lat", "lon")),
        sa.Column("country_code", sa.String(8), nullable=False),
        sa.Column("geonameid", sa.BigInteger),
        sa.Column("population", sa.BigInteger, nullable=False),
        sa.Column("region_id", sa.Text, nullable=False),
        sa.Column("radius_km", sa.Double),
        sa.Column("is_capital", sa.Boolean, nullable=False),
    )


def _make_fulltext(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        op.execute(
            f"CREATE VIRTUAL TABLE article_words USING fts5(words, tokenize='{TOKENIZER}', "
            "detail=none)"
        )
        return
    op.execute(
        "CREATE TEXT SEARCH DICTIONARY dateline_stem (TEMPLATE = snowball, LANGUAGE = porter)"
    )
    op.execute(
        "CREATE TABLE article_words (number integer PRIMARY KEY REFERENCES article (number), "
        "words text[] NOT NULL)"
    )
    op.execute("CREATE INDEX ix_article_words ON article_words USING gin (words)")


def _fill(connection: sa.Connection) -> None:
    texts = sa.text(
        "SELECT number, title, outlet, text FROM article WHERE number > :after "
        "ORDER BY number LIMIT :most"
    )
    entry = sa.text(
        "INSERT INTO entry (number, stamp, said, parser, corrections, names) "
        "VALUES (:number, :stamp, :said, '', '', '')"
    )
    after = 0
    while rows := connection.execute(texts, {"after": after, "most": BATCH}).all():
        for number, title, outlet, body in rows:
            put_words(connection, number, words_of(title, outlet, body))
            said = fingerprint(Article("", body, title))
            stamp = secrets.randbits(40)
            connection.execute(entry, {"number": number, "stamp": stamp, "said": said})
        after = rows[-1].number
