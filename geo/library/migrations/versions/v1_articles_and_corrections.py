"""Version 1: articles and corrections."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables that were there before there were migrations."""
    op.create_table("library", sa.Column("version", sa.Integer, primary_key=True))
    op.create_table(
        "article",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("content_hash", sa.String(64), nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("title", "outlet")),
        sa.Column("published", sa.Date),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("language", "source", "note", "text")
        ),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("searched", sa.Text, nullable=False),
        sa.Column("added", MOMENT, nullable=False),
    )
    op.create_index("ix_article_added", "article", ["added"])
    op.create_table(
        "correction",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("article", sa.String(64), nullable=False),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("field", sa.String(8), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("quote", "prefix", "suffix")),
        sa.Column("scope", sa.String(16), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("type", sa.String(32)),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("who", "note")),
        sa.Column("made", MOMENT, nullable=False),
        sa.Column("undone", MOMENT),
        sa.Column("undone_by", sa.Text),
    )
    op.create_index("ix_correction_article", "correction", ["article"])
    op.execute("INSERT INTO library (version) VALUES (1)")
