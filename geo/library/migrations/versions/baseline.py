"""Version 4, the baseline: every table of the library, and what became of versions 1 to 3.

Those were in use before the first release. They kept their number in a table `library` beside
Alembic's own; here Alembic's is the only one.
"""

import secrets

import sqlalchemy as sa
from alembic import op

from geo.coverage.search_words import TOKENIZER, words_of
from geo.library.fulltext import put_words
from geo.model.article import Article, fingerprint

revision = "4"
down_revision = None

MOMENT = sa.DateTime(timezone=True)
KEPT = "token, content_hash, title, outlet, published, language, source, note, length, added, text"
BATCH = 200


def upgrade() -> None:
    """Make the tables that are not there: all of them, or what an earlier version had not."""
    connection = op.get_bind()
    before = _version_before(connection)
    if before == 1:
        op.rename_table("article", "article_1")
        op.drop_index("ix_article_added", "article_1")
    if before < 2:
        _make_articles()
        _make_entries()
        _make_places()
        _make_fulltext(connection)
    if before < 1:
        _make_corrections()
    if before < 3:
        _make_changes()
    if before == 1:
        _take_over_articles(connection)
    if before:
        op.drop_table("library")


def _version_before(connection: sa.Connection) -> int:
    """The version of the tables that are there, 0 where there are none."""
    if not sa.inspect(connection).has_table("library"):
        return 0
    return connection.scalar(sa.text("SELECT version FROM library")) or 1


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _make_articles() -> None:
    op.create_table(
        "article",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("token", sa.String(64), nullable=False, unique=True),
        sa.Column("content_hash", sa.String(64), nullable=False, unique=True),
        *_texts("title", "outlet"),
        sa.Column("published", sa.Date),
        *_texts("language", "source", "note"),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("added", MOMENT, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("ix_article_added", "article", ["added"])


def _make_entries() -> None:
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


def _make_places() -> None:
    op.create_table(
        "place",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        *_texts("id", "name"),
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


def _make_corrections() -> None:
    op.create_table(
        "correction",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("article", sa.String(64), nullable=False),
        *_texts("article_id", "source"),
        sa.Column("field", sa.String(8), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        *_texts("quote", "prefix", "suffix"),
        sa.Column("scope", sa.String(16), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("type", sa.String(32)),
        *_texts("who", "note"),
        sa.Column("made", MOMENT, nullable=False),
        sa.Column("undone", MOMENT),
        sa.Column("undone_by", sa.Text),
    )
    op.create_index("ix_correction_article", "correction", ["article"])


def _make_changes() -> None:
    op.create_table(
        "change",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("made", MOMENT, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("act", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
    )


def _take_over_articles(connection: sa.Connection) -> None:
    """Number the articles of version 1, find them by their words, and have them counted."""
    op.execute(f"INSERT INTO article ({KEPT}) SELECT {KEPT} FROM article_1 ORDER BY added")  # noqa: S608
    op.drop_table("article_1")
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
