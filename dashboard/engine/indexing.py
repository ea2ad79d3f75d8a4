"""Keeping what stored articles name: as they were parsed, with what readers corrected."""

from collections.abc import Iterator, Sequence

from dashboard.engine.process import process
from geo.corrections import Correction
from geo.library import is_token
from geo.library.reparsing import Reader, reread
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle


def index(token: str, article: Article) -> None:
    """Index a stored article, which the page knows under any id. Raises LibraryError."""
    articles = process().articles()
    corrections = process().library().corrections.active()
    (parsed,) = articles.parsed([article], corrections)
    articles.know_as(article, token)
    _keep(token, parsed, corrections)


def index_again(parsed: Sequence[ParsedArticle], corrections: tuple[Correction, ...]) -> None:
    """Index those of these articles that are stored. Raises LibraryError.

    `corrections` are all that are known of, with which the articles were parsed.
    """
    for one in parsed:
        if is_token(one.article.id):
            _keep(one.article.id, one, corrections)


def index_others(corrections: tuple[Correction, ...]) -> None:
    """Index again, behind the page, all stored articles of whose names something was corrected."""
    process().articles().indexer.add(_others(corrections))


def _keep(token: str, parsed: ParsedArticle, corrections: tuple[Correction, ...]) -> None:
    server = process()
    fingerprint = server.articles().parser.fingerprint
    server.library().index.add(token, parsed, parser=fingerprint, corrections=corrections)


def _others(corrections: tuple[Correction, ...]) -> Iterator[str]:
    articles, library = process().articles(), process().library()
    reader = Reader(articles.parser.fingerprint, articles.read_again)
    tokens = library.index.corrected(reader.fingerprint, corrections)
    yield from reread(library.articles, library.index, tokens, reader, corrections)
