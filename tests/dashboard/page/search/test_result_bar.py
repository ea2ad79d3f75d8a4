"""The bar above the results."""

from support.samples import sample

from dashboard.links.search_views import AtlasView
from dashboard.page.search.result_bar import bar
from geo.coverage import Table, coverage
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle

TABLE = Table.of([sample(), ParsedArticle(Article("bread", text="Keep it dry."), (), ())])


def said(view: AtlasView) -> tuple[str, str]:
    found = coverage(TABLE, view.search(), lambda _: frozenset({"sample"}))
    data = bar(found, len(TABLE.articles), view)
    return data["count"], data["more"]


def test_articles_that_name_no_place_are_said_where_nothing_is_searched_for() -> None:
    count, more = said(AtlasView())
    assert count == "1 of 2 articles"
    assert more.endswith("mentions · 1 article names no place")


def test_what_is_searched_for_explains_itself() -> None:
    count, more = said(AtlasView(words="Harbin"))
    assert count == "1 of 2 articles"
    assert more.endswith(" mentions")
