"""Gathering mentions into places, and filtering them."""

from dataclasses import replace
from datetime import date

import pytest
from support.samples import CHINA, HARBIN, KHARKIV, RUSSIA, UNIVERSITY, sample

from geo.model.atlas import Atlas, Filter, gather
from geo.model.mentions import EXCERPT_REACH, MentionGroup, MentionType
from geo.model.places import PlaceKind

ATLAS = gather([sample()])


def names(atlas) -> list[str]:
    return [p.place.name for p in atlas.places]


def test_places_come_most_mentioned_first_then_by_name() -> None:
    assert names(ATLAS) == [
        "Harbin", "Russia", "China", "Harbin University", "Heilongjiang", "Kharkiv",
    ]  # fmt: skip


def test_groups_are_counted_and_the_largest_leads() -> None:
    russia = ATLAS.place(RUSSIA.id)
    assert list(russia.groups.items()) == [(MentionGroup.MODIFIERS, 2), (MentionGroup.PEOPLE, 1)]


def test_names_without_a_place_are_kept_with_their_reason() -> None:
    assert [o.mention.text for o in ATLAS.unplaced] == ["Moscow", "West"]


def test_excerpt_is_the_sentence_cut_around_the_mention() -> None:
    kharkov = ATLAS.place(KHARKIV.id).occurrences[0]
    before, name, after = kharkov.excerpt
    assert name == "Kharkov"
    assert before.startswith("The Russian delegation")
    assert after.endswith("little of it.")


def nested_in_its_own_place() -> Atlas:
    """The sample, its university taken for Harbin, whose name stands in the university's."""
    parsed = sample()
    outer = replace(parsed.resolutions[4], place=HARBIN)
    resolutions = (*parsed.resolutions[:4], outer, *parsed.resolutions[5:])
    return gather([replace(parsed, resolutions=resolutions)])


def test_a_nested_name_of_the_same_place_counts_once() -> None:
    harbin = nested_in_its_own_place().place(HARBIN.id)
    assert len(harbin.occurrences) == 5
    assert harbin.count == 4


def test_a_nested_name_counts_where_the_outer_one_is_filtered_out() -> None:
    inner = Filter(types=frozenset({MentionType.EMBEDDED_LITERAL}))
    harbin = nested_in_its_own_place().filtered(inner).place(HARBIN.id)
    assert [o.mention.text for o in harbin.counted] == ["Harbin"]


def test_a_facility_and_the_city_in_its_name_are_two_places() -> None:
    assert ATLAS.place(UNIVERSITY.id).count == 1
    assert ATLAS.place(HARBIN.id).count == 4


def test_filter_by_type_leaves_only_places_with_such_a_mention() -> None:
    only = ATLAS.filtered(Filter(types=frozenset({MentionType.DEMONYM})))
    assert names(only) == ["Russia"]
    assert only.places[0].count == 1


def test_filter_by_kind_keeps_names_without_a_place() -> None:
    only = ATLAS.filtered(Filter(kinds=frozenset({PlaceKind.COUNTRY})))
    assert set(names(only)) == {"Russia", "China"}
    assert len(only.unplaced) == 2


def test_filter_by_article_and_date() -> None:
    parsed = sample()
    other = replace(parsed, article=replace(parsed.article, id="b", published=None))
    both = gather([parsed, other])
    assert both.place(CHINA.id).count == 2
    assert both.filtered(Filter(articles=frozenset({"b"}))).place(CHINA.id).count == 1
    assert len(both.filtered(Filter(since=date(2024, 5, 17))).articles) == 1
    assert both.filtered(Filter(until=date(2024, 5, 16))).occurrences == ()


def test_words_are_sought_in_the_excerpt_and_the_places_own_name() -> None:
    assert names(ATLAS.filtered(Filter(words="DELEGATION"))) == ["Russia", "Kharkiv"]
    assert names(ATLAS.filtered(Filter(words="kharkiv"))) == ["Kharkiv"]
    assert names(ATLAS.filtered(Filter(words="students friday"))) == [
        "Harbin", "China", "Harbin University",
    ]  # fmt: skip
    assert names(ATLAS.filtered(Filter(words="nowhere"))) == []


def test_counts_name_every_type_and_kind() -> None:
    assert ATLAS.count_by_type()[MentionType.LITERAL] == 7
    assert ATLAS.count_by_type()[MentionType.LANGUAGE] == 0
    assert ATLAS.count_by_kind()[PlaceKind.CITY] == 2
    assert set(ATLAS.count_by_kind()) == set(PlaceKind)


def test_the_first_and_the_last_day_are_shown_too() -> None:
    day = sample().article.published
    assert ATLAS.filtered(Filter(since=day, until=day)) == ATLAS


def test_all_the_words_sought_must_be_there() -> None:
    assert names(ATLAS.filtered(Filter(words="delegation KHARKOV"))) == ["Russia", "Kharkiv"]
    assert names(ATLAS.filtered(Filter(words="Kharkov zebra"))) == []


def test_an_excerpt_of_a_title_is_the_title() -> None:
    assert ATLAS.occurrences[1].excerpt == ("Russian visitor in ", "Harbin", "")


def test_an_endless_sentence_is_cut_on_both_sides() -> None:
    far = "x" * (2 * EXCERPT_REACH)
    whole = f"{far} Harbin {far}"
    occurrence = ATLAS.occurrences[2]
    at = len(far) + 1
    mention = replace(occurrence.mention, start=at, end=at + 6, sentence=(0, len(whole)))
    article = replace(occurrence.article, text=whole)
    before, name, after = replace(occurrence, article=article, mention=mention).excerpt
    assert (before[0], name, after[-1]) == ("…", "Harbin", "…")
    assert len(before) == len(after) == EXCERPT_REACH + 1


def test_a_place_is_as_sure_as_its_mentions_are_on_average() -> None:
    russia = ATLAS.place(RUSSIA.id)
    assert russia.probability == pytest.approx((0.96 + 0.96 + 0.95) / 3)
