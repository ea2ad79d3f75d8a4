"""The library's tables, from the first version to the present one, by Alembic."""
