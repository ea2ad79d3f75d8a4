"""Articles on the web as sources: a page by its address, the articles of a feed."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from dashboard.engine.intake.intake import Source
from geo.documents.feeds import Feed, FeedItem
from geo.model.article import Article
from geo.reading import read_feed
from geo.reading.article_reader import read_article
from geo.settings import Settings


def page_source(address: str, settings: Settings) -> Source:
    """The article at an address; it is fetched when it is read."""
    return Source(address, partial(_article, address, settings))


def feed_at(address: str, settings: Settings) -> Feed:
    """The feed at an address, fetched now. Raises FetchError or InputError."""
    from geo.fetching import FEEDS, fetch

    data, _ = fetch(address, settings, wanted=FEEDS)
    return read_feed(data, address=address, seconds=settings.reading_seconds)


def item_sources(items: Iterable[FeedItem], settings: Settings) -> list[Source]:
    """The articles a feed names; what a page does not say of itself, the feed says."""
    return [Source(item.title or item.address, partial(_of_item, item, settings)) for item in items]


def _article(address: str, settings: Settings) -> Article:
    from geo.fetching import fetch

    data, name = fetch(address, settings)
    return read_article(data, name=name, settings=settings, source=address)


def _of_item(item: FeedItem, settings: Settings) -> Article:
    article = _article(item.address, settings)
    title, published = article.title or item.title, article.published or item.published
    return replace(article, title=title, published=published)
