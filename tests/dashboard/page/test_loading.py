from collections.abc import Iterable, Iterator
from typing import cast

from support.samples import sample

from dashboard.page.loading import ParsedArticles
from geo import Article, Geoparser, ParsedArticle
from geo.settings import Settings


class CountingParser:
    """Parses nothing, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def parse_many(self, articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        for article in articles:
            self.given.append(article.id)
            yield ParsedArticle(article, (), ())


def parsed_articles(parser: CountingParser, kept: int = 10) -> ParsedArticles:
    return ParsedArticles(cast("Geoparser", parser), Settings(), kept=kept)


def test_an_article_is_parsed_once() -> None:
    parser = CountingParser()
    cache = parsed_articles(parser)
    first, second = Article("a", "A."), Article("b", "B.")
    cache.parsed([first])
    assert [p.article for p in cache.parsed([second, first])] == [second, first]
    assert parser.given == ["a", "b"]


def test_a_changed_article_is_parsed_again_under_the_same_id() -> None:
    parser = CountingParser()
    cache = parsed_articles(parser)
    cache.parsed([Article("a", "A.")])
    assert cache.parsed([Article("a", "Changed.")])[0].article.text == "Changed."


def test_only_the_latest_are_kept() -> None:
    parser = CountingParser()
    cache = parsed_articles(parser, kept=1)
    one, two = sample().article, Article("b", "B.")
    for article in (one, two, one):
        cache.parsed([article])
    assert parser.given == ["sample", "b", "sample"]
