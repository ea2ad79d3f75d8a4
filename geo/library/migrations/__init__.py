"""The library's tables, by Alembic: the baseline, and each later version."""
