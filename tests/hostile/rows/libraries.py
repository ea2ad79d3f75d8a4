# ruff: noqa: E501 - a row is easier to read in one piece
"""A library's file that something else has written to: what each change costs."""

from hostile.rows import Row

CHANGES = [
    Row("a place that is no JSON", "UPDATE correction SET place = 'x' WHERE id = 'b'"),
    Row("a place that is a list", "UPDATE correction SET place = '[1]' WHERE id = 'b'"),
    Row("a place of brackets",
        "UPDATE correction SET place = replace(hex(zeroblob(45000)), '0', '[') WHERE id = 'b'"),
    Row("bytes for a quote", "UPDATE correction SET quote = x'ff00' WHERE id = 'b'"),
    Row("a start of words", "UPDATE correction SET start = 'x' WHERE id = 'b'"),
    Row("a scope of markup", "UPDATE correction SET scope = '<b>' WHERE id = 'b'"),
    Row("an id of SQL", "UPDATE correction SET id = ''' OR 1=1 --' WHERE id = 'b'"),
    Row("a time of words", "UPDATE correction SET made = 'soon' WHERE id = 'b'", "cannot be used"),
    Row("undone at a time of words", "UPDATE correction SET undone = 'x' WHERE id = 'b'",
        "cannot be used"),
    Row("no tables", "DROP TABLE correction; DROP TABLE article", "cannot be used"),
    Row("no tables and no version",
        "DROP TABLE alembic_version; DROP TABLE correction; DROP TABLE article", "cannot be opened"),
    Row("another version", "UPDATE alembic_version SET version_num = 99", "of a later version"),
    Row("a version of words", "UPDATE alembic_version SET version_num = 'x'", "of a later version"),
    Row("two versions", "INSERT INTO alembic_version VALUES ('99')", "of a later version"),
    Row("no version", "DELETE FROM alembic_version", "cannot be opened"),
    Row("a number before the baseline that is none", "CREATE TABLE library (version INTEGER);"
        "INSERT INTO library VALUES (99)", "of a later version"),
    Row("words for a number before the baseline", "CREATE TABLE library (version TEXT);"
        "INSERT INTO library VALUES ('x')", "of a later version"),
    Row("a view for a table", "DROP TABLE correction; CREATE VIEW correction AS SELECT * FROM article",
        "cannot be used"),
]  # fmt: skip
"""`given` is SQL that is run in the file. `holds`: how many of three corrections are left."""
ARTICLES = [
    Row("bytes for a text", "UPDATE article SET text = x'ff00'"),
    Row("a date of words", "UPDATE article SET published = 'soon'", "cannot be used"),
    Row("added at a time of words", "UPDATE article SET added = 'x'", "cannot be used"),
]
BYTES = [
    Row("no database", b"In Harbin it rained. " * 1_000, "cannot be opened"),
    Row("a picture", b"\x89PNG\r\n\x1a\n" * 999, "cannot be opened"),
    Row("a head and nothing", b"SQLite format 3\0" + b"\0" * 4_080, "cannot be"),
    Row("a head and noise", b"SQLite format 3\0" + bytes(range(256)) * 99, "cannot be"),
]
