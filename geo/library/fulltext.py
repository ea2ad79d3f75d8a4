"""Full-text search: the words of each article, in FTS5 or in an array under a GIN index.

FTS5 takes stems by Porter's algorithm, and so does PostgreSQL's dictionary of that name, which
leaves no word out. Nothing of a search is ever read as a query's syntax.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, text

from geo.coverage.search_words import MOST, fts_query, words_of

_PUT = text("INSERT INTO article_words (rowid, words) VALUES (:number, :words)")
_DROP = text("DELETE FROM article_words WHERE rowid = :number")
# FTS5 only marks what is deleted; merging its parts takes the words out of the file.
_FORGET = text("INSERT INTO article_words (article_words) VALUES ('optimize')")
_FIND = text(
    "SELECT token FROM article JOIN article_words ON article_words.rowid = article.number "
    "WHERE article_words MATCH :words"
)
_STEMS = (
    "ARRAY(SELECT DISTINCT coalesce((ts_lexize('dateline_stem', word))[1], word) "
    "FROM unnest(CAST(:words AS text[])) AS word)"
)
_PUT_ARRAY = text(f"INSERT INTO article_words (number, words) VALUES (:number, {_STEMS})")  # noqa: S608
_DROP_ARRAY = text("DELETE FROM article_words WHERE number = :number")
_FIND_ARRAY = text(
    "SELECT token FROM article JOIN article_words USING (number) "  # noqa: S608
    f"WHERE words @> {_STEMS}"
)


def put_words(connection: Connection, number: int, words: Sequence[str]) -> None:
    """Have an article found by these words, from `geo.coverage.search_words.words_of`."""
    if _is_sqlite(connection):
        connection.execute(_PUT, {"number": number, "words": " ".join(words)})
    else:
        connection.execute(_PUT_ARRAY, {"number": number, "words": list(words)})


def drop_words(connection: Connection, numbers: Collection[int]) -> None:
    """Have these articles found no more."""
    statement = _DROP if _is_sqlite(connection) else _DROP_ARRAY
    if numbers:
        connection.execute(statement, [{"number": number} for number in numbers])
    if numbers and _is_sqlite(connection):
        connection.execute(_FORGET)


def find(connection: Connection, words: str) -> set[str]:
    """The tokens of the articles that hold all the words; of no word, none."""
    wanted = words_of(words)[:MOST]
    if not wanted:
        return set()
    if _is_sqlite(connection):
        return set(connection.scalars(_FIND, {"words": fts_query(wanted)}))
    return set(connection.scalars(_FIND_ARRAY, {"words": wanted}))


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
