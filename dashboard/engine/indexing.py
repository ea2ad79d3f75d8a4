"""Keeping what stored articles name: as this page parses them, with what readers corrected."""

from collections.abc import Iterator, Sequence

from dashboard.engine.process import process
from geo.library import is_token
from geo.library.reparsing import Reader, reread
from geo.model.article import Article


def index(token: str, article: Article) -> None:
    """Index a stored article, which the page knows under any id. Raises LibraryError."""
    articles, library = process().articles(), process().library()
    corrections = library.corrections.active()
    (parsed,) = articles.parsed([article], corrections)
    articles.know_as(article, token)
    library.index.add(token, parsed, parser=articles.parser.fingerprint, corrections=corrections)


def index_again(articles: Sequence[Article]) -> None:
    """Index those of these articles that are stored. Raises LibraryError."""
    for article in articles:
        if is_token(article.id):
            index(article.id, article)


def index_others() -> None:
    """Index again, behind the page, all stored articles of whose names something was corrected."""
    process().articles().indexer.add(_others())


def _others() -> Iterator[str]:
    articles, library = process().articles(), process().library()
    corrections = library.corrections.active()
    reader = Reader(articles.parser.fingerprint, articles.read_again)
    tokens = library.index.corrected(reader.fingerprint, corrections)
    yield from reread(library.articles, library.index, tokens, reader, corrections)
