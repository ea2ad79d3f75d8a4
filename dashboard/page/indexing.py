"""Keeping what stored articles name: as this page parses them, with what readers corrected."""

from collections.abc import Sequence

from dashboard.page import kept, loading
from geo.articles import Article
from geo.library import is_token


def index(token: str, article: Article) -> None:
    """Index a stored article, which the page knows under any id. Raises LibraryError."""
    articles, library = loading.parsed_articles(), kept.library()
    corrections = library.corrections.active()
    (parsed,) = articles.parsed([article], corrections)
    library.index.add(token, parsed, parser=articles.parser.fingerprint, corrections=corrections)


def index_again(articles: Sequence[Article]) -> None:
    """Index those of these articles that are stored. Raises LibraryError."""
    for article in articles:
        if is_token(article.id):
            index(article.id, article)
