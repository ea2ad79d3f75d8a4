"""Version 3: who changed what."""

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Make the table of changes; what was done before it was there is not in it."""
    op.create_table(
        "change",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("act", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
    )
    op.execute("UPDATE library SET version = 3")
