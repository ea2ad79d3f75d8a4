"""The words of a text, as full-text search compares them: in SQLite, in PostgreSQL, in memory.

Texts are cut into words here and nowhere else, so that every database finds the same; each then
takes the stem of a word by Porter's algorithm (Porter 1980, "An algorithm for suffix stripping").
What a reader types goes the same way: only letters and digits are left of it.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import lru_cache

from geo.model.article import Article

LONGEST = 40
"""Characters of a word that count."""
MOST = 30
"""Words of a search that count."""
TOKENIZER = "porter ascii"
"""Of SQLite's FTS5, for words that are cut already: it cuts at spaces and takes stems."""
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"(?<=\w)['’](?=\w)")
_CACHED = 1024


def words_of(*texts: str) -> list[str]:
    """The distinct words, without capitals and diacritics, in the order they come in."""
    found: dict[str, None] = {}
    for text in texts:
        # not all at once: other threads have a turn between two words
        for word in _WORD.finditer(_folded(text)):
            found[word[0][:LONGEST]] = None
    return list(found)


def article_words(article: Article) -> list[str]:
    """The words that an article is found by: those of its title, outlet and text."""
    return words_of(article.title, article.outlet, article.text)


def fts_query(words: Sequence[str]) -> str:
    """FTS5's expression for all of some words, which are letters and digits only."""
    return " ".join(f'"{word}"' for word in words[:MOST])


def saying(articles: Iterable[Article], words: str) -> set[str]:
    """The ids of the articles that hold all the words, searched as the library is."""
    wanted = words_of(words)
    if not wanted:
        return set()
    listed = list(articles)
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE VIRTUAL TABLE t USING fts5(w, tokenize='{TOKENIZER}')")
        rows = ((number, _joined(article)) for number, article in enumerate(listed))
        database.executemany("INSERT INTO t (rowid, w) VALUES (?, ?)", rows)
        found = database.execute("SELECT rowid FROM t WHERE t MATCH ?", (fts_query(wanted),))
        return {listed[number].id for (number,) in found}


def _folded(text: str) -> str:
    if text.isascii():
        return _APOSTROPHES.sub("", text.casefold())
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in split if not unicodedata.combining(c))
    return _APOSTROPHES.sub("", bare.casefold().replace("ł", "l").replace("ø", "o"))


@lru_cache(maxsize=_CACHED)
def _joined(article: Article) -> str:
    return " ".join(article_words(article))
