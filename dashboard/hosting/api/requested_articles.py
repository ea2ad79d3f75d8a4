"""What a view shows, for who asks without a page: its articles, parsed, corrected, filtered."""

from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus

from dashboard.engine.process import process
from dashboard.hosting.api.problems import Problem
from dashboard.links.article_view import ALL_ARTICLES, View
from dashboard.links.scope import linked_articles
from dashboard.server_settings import ServerSettings
from geo.errors import LibraryError
from geo.library import is_token
from geo.model.article import Article
from geo.model.atlas import Atlas, gather
from geo.reading.seeds import seed_articles


def atlas_of(view: View, settings: ServerSettings) -> Atlas:
    """The atlas of a view's articles as filtered, readers' corrections included.

    As on the page, no id means the first seed, and `*` the seeds: stored articles are found by
    their tokens only. Raises Problem where an article is not here or all are too long
    together, and DatelineError where the library or the parser fails.
    """
    articles = _articles(view, settings)
    if sum(len(article.text) for article in articles) > settings.max_article_bytes:
        reason = f"more than {settings.max_article_bytes:,} characters together"
        raise Problem(
            HTTPStatus.BAD_REQUEST,
            "The articles are too long for one answer: ask for fewer at once.",
            (("articles", reason),),
        )
    corrections = process().library().corrections.active()
    parsed = process().articles().parsed(articles, corrections)
    return gather(parsed).filtered(replace(view, articles=ALL_ARTICLES).filter)


def article_of(key: str, settings: ServerSettings) -> Article | None:
    """The article with an id, of the seeds or the library; None too where that cannot be read."""
    try:
        known = {article.id: article for article in seed_articles(settings)[0]}
        return known.get(key) or _stored(key)
    except LibraryError:
        return None


def _articles(view: View, settings: ServerSettings) -> Sequence[Article]:
    linked = linked_articles(view, seed_articles(settings)[0], _stored)
    if linked.missing:
        raise Problem(
            HTTPStatus.NOT_FOUND,
            "No article has this id: it was deleted or never shared.",
            tuple(("articles", key) for key in linked.missing),
        )
    return linked.articles


def _stored(key: str) -> Article | None:
    return process().library().articles.get(key) if is_token(key) else None
