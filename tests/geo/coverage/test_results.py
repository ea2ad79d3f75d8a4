"""Lists of what a search finds: articles by every column, mentions newest first."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from support.coverage import articles, holding, occurrences, searches
from support.samples import HARBIN, sample

from geo.coverage import Mentions, Order, Search, Table, excerpts, listed
from geo.model.parsed_article import ParsedArticle

NO_WORDS = Search()


def nobody(words: str) -> set[str]:
    raise AssertionError(words)


@given(articles, searches)
def test_mentions_are_those_counted_newest_first(
    parsed: list[ParsedArticle], search: Search
) -> None:
    found = Mentions(Table.of(parsed), search, lambda words: holding(parsed, words))
    expected = sorted(
        occurrences(parsed, search),
        key=lambda o: -(o.article.published.toordinal() if o.article.published else 0),
    )
    assert [(f.article.id, f.mention) for f in found] == [(o.article.id, o.index) for o in expected]
    assert list(found[1:3]) == list(found)[1:3]


@given(articles, searches)
def test_articles_are_those_with_a_mention_that_counts(
    parsed: list[ParsedArticle], search: Search
) -> None:
    search = replace(search, sure=0.6)
    found = listed(Table.of(parsed), search, lambda words: holding(parsed, words))
    expected = occurrences(parsed, search)
    assert {f.article.id for f in found} == {o.article.id for o in expected}
    for one in found:
        own = [o for o in expected if o.article.id == one.article.id]
        assert (one.places, one.mentions) == (len({o.place.id for o in own}), len(own))


def test_an_article_without_places_is_listed_unless_places_are_asked_for() -> None:
    parsed = sample()
    bare = replace(parsed, article=replace(parsed.article, id="bare"), mentions=(), resolutions=())
    table = Table.of([parsed, bare])
    assert len(listed(table, Search(since=date(2024, 1, 1)), nobody)) == 2
    assert [f.article.id for f in listed(table, Search(place=HARBIN.id), nobody)] == ["sample"]


@pytest.mark.parametrize("order", Order)
def test_a_list_is_sorted_by_any_column_both_ways(order: Order) -> None:
    parsed = sample()
    other = replace(
        parsed, mentions=(), resolutions=(),
        article=replace(parsed.article, id="z", title="a", outlet="a", published=None, language=""),
    )  # fmt: skip
    table = Table.of([parsed, other])
    up = listed(table, NO_WORDS, nobody, order=order, descending=False)
    if order != Order.ADDED:  # neither was stored
        assert [one.article.id for one in up] == ["z", "sample"]
        down = listed(table, NO_WORDS, nobody, order=order)
        assert [one.article.id for one in down] == ["sample", "z"]


def test_excerpts_are_the_counted_mentions_with_their_words() -> None:
    found = {e.mention: e for e in excerpts(sample())}
    assert len(found) == 11
    assert "".join(found[2].words) == (
        "HARBIN, China - The guest met students of Harbin University on Friday."
    )
    assert found[0].words == ("", "Russian", " visitor in Harbin")
    assert found[2].place == HARBIN
