"""Every number of coverage, against the same counted one by one in plain Python."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from support.coverage import (
    articles,
    counts,
    holding,
    named_places,
    occurrences,
    searches,
    valued,
)
from support.samples import HARBIN, sample

from geo.coverage import Coverage, Search, Table, coverage
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import PlaceKind


def answer(parsed: list[ParsedArticle], search: Search) -> Coverage:
    return coverage(Table.of(parsed), search, lambda words: holding(parsed, words))


@given(articles, searches)
def test_places_and_totals_are_those_counted_one_by_one(
    parsed: list[ParsedArticle], search: Search
) -> None:
    found, expected = answer(parsed, search), occurrences(parsed, search)
    assert found.total == counts(expected)
    places = named_places(expected)
    assert [(p.place, p.counts, dict(p.groups)) for p in found.places] == [p[:3] for p in places]
    assert [p.probability for p in found.places] == pytest.approx([p[3] for p in places])
    by_country = valued(expected, lambda o: o.place.country_code)
    assert found.countries == {code: n for code, n in by_country.items() if code}


@given(articles, searches)
def test_each_facet_is_counted_with_every_choice_but_its_own(
    parsed: list[ParsedArticle], search: Search
) -> None:
    found = answer(parsed, search)
    for facets, choice, value in (
        (found.outlets, "outlets", lambda o: o.article.outlet),
        (found.country_facet, "countries", lambda o: o.place.country_code),
        (found.kinds, "kinds", lambda o: o.place.kind),
        (found.types, "types", lambda o: o.mention.type),
    ):
        expected = valued(occurrences(parsed, search, but=choice), value)
        chosen = getattr(search, choice) or frozenset()
        assert {f.value: f.counts for f in facets if f.counts.mentions} == {
            v: n for v, n in expected.items() if v or choice == "outlets"
        }
        assert {f.value for f in facets if f.chosen} == chosen


@given(articles, searches)
def test_the_timeline_holds_every_dated_article_once(
    parsed: list[ParsedArticle], search: Search
) -> None:
    found = answer(parsed, search)
    days = {o.article.id: o.article.published for o in occurrences(parsed, search, but="dates")}
    assert found.undated == sum(day is None for day in days.values())
    for column in found.timeline:
        inside = [d for d in days.values() if d and column.since <= d <= column.until]
        assert column.articles == len(inside)
    assert sum(c.articles for c in found.timeline) + found.undated == len(days)


@given(articles, articles, searches)
def test_joined_tables_are_the_table_of_both(
    one: list[ParsedArticle], two: list[ParsedArticle], search: Search
) -> None:
    joined = Table.of(one).joined(Table.of(two))
    both = list({p.article.id: p for p in [*one, *two]}.values())
    found = coverage(joined, search, lambda words: holding(both, words))
    assert found.total == counts(occurrences(both, search))
    assert [p.place for p in found.places] == [
        p[0] for p in named_places(occurrences(both, search))
    ]


@given(articles, searches)
def test_what_is_taken_out_counts_nowhere(parsed: list[ParsedArticle], search: Search) -> None:
    left = parsed[1:]
    table = Table.of(parsed).without([p.article.id for p in parsed[:1]] + ["nobody"])
    found = coverage(table, search, lambda words: holding(left, words))
    assert found.total == counts(occurrences(left, search))
    assert {f.value for f in found.outlets if f.counts.articles} == set(
        valued(occurrences(left, search, but="outlets"), lambda o: o.article.outlet)
    )


def test_a_name_nested_in_a_name_of_its_own_place_counts_once() -> None:
    parsed = sample()
    resolutions = list(parsed.resolutions)
    resolutions[4] = replace(resolutions[4], place=HARBIN)  # "Harbin University", Harbin inside
    found = answer([replace(parsed, resolutions=tuple(resolutions))], Search(place=HARBIN.id))
    assert (found.total.articles, found.total.mentions) == (1, 4)


def test_places_are_made_by_the_slice() -> None:
    places = answer([sample()], Search()).places
    assert len(places) == 6
    assert [p.place.name for p in places[:2]] == ["Harbin", "Russia"]
    assert places[-1] == places[:][-1]
    with pytest.raises(IndexError):
        places[6]


def test_nothing_is_answered_with_nothing() -> None:
    chosen = Search(
        outlets=frozenset({"<b>"}), countries=frozenset({"ZZ"}), words="x",
        kinds=frozenset({PlaceKind.CITY}), types=frozenset({MentionType.LITERAL}),
    )  # fmt: skip
    found = answer([], chosen)
    assert (found.total.articles, len(found.places), found.timeline) == (0, 0, ())
    assert [(f.value, f.counts.articles, f.chosen) for f in found.outlets] == [("<b>", 0, True)]


@pytest.mark.parametrize("cells", [0, 1 << 23])
def test_articles_of_a_value_are_counted_the_same_sorted_and_ticked_off(
    cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.coverage.counts.MOST_CELLS", cells)
    two = [sample(), replace(sample(), article=replace(sample().article, id="other"))]
    found = answer(two, Search())
    assert found.places[0].counts.articles == 2
    assert found.places[0].counts.mentions == 8
    assert found.countries["CN"].articles == 2


def test_days_at_the_ends_of_time() -> None:
    early, late = sample(), sample()
    early = replace(early, article=replace(early.article, id="e", published=date.min))
    late = replace(late, article=replace(late.article, id="l", published=date.max))
    assert sum(c.articles for c in answer([early, late], Search()).timeline) == 2


@given(articles, searches)
def test_places_are_ranked_by_mentions_too_and_found_by_id(
    parsed: list[ParsedArticle], search: Search
) -> None:
    places = answer(parsed, search).places
    ranked = places.most_mentioned(100)
    assert list(ranked) == sorted(places, key=lambda p: -p.counts.mentions)
    assert places.most_mentioned(1) == ranked[:1]
    assert [places.of(one.place.id) for one in places] == list(places)
    assert places.of("no-such-place") is None
