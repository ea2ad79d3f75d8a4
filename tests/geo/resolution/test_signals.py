"""What speaks for a candidate, one signal at a time."""

from dataclasses import replace

import numpy as np
import pytest
from support.marked import read
from support.small_gazetteer import PLACES, SmallGazetteer

from geo.model.places import Candidate, Match
from geo.resolution.candidate_table import Table
from geo.resolution.gazetteer_access import Names
from geo.resolution.mention_groups import DATELINE_WEIGHT, TITLE_WEIGHT, Cluster, cluster
from geo.resolution.signals import SIGNALS


def table(marked: str) -> Table:
    article, mentions = read(marked)
    return Table(cluster(article, mentions, Names(SmallGazetteer())))


def in_context(marked: str, signal: str) -> dict[str, float]:
    """The signal of each candidate's place, all candidates of a name being as likely."""
    found = table(marked)
    even = np.array([1 / len(found.clusters[owner].candidates) for owner in found.owner])
    column = found.in_context(even)[:, SIGNALS.index(signal)]
    return {row.place.id: float(value) for row, value in zip(found.rows, column, strict=True)}


def test_a_capital_is_told_from_its_namesakes() -> None:
    kyiv = Candidate(replace(PLACES["gn-25"], is_capital=True), Match.NAME, "Kyiv")
    other = Candidate(PLACES["gn-24"], Match.NAME, "Kyiv")
    static = Table((Cluster("Kyiv", (0,), (kyiv, other), None, (False, False), False, 1.0),)).static
    assert static[:, SIGNALS.index("capital")].tolist() == [1.0, 0.0]


def test_a_city_close_to_another_name_is_near_and_one_far_off_is_not() -> None:
    near = in_context("From [Worcester] to [Springfield].", "near")
    assert near["gn-32"] > 0.5
    assert near["gn-31"] < 0.01


def test_an_area_named_in_the_article_speaks_for_what_lies_in_it() -> None:
    region = in_context("Rain fell. [Illinois] voted, and [Springfield] did too.", "region_named")
    assert (region["gn-33"], region["gn-31"]) == (1.0, 0.0)
    country = in_context("Rain fell. [France] voted, and [Paris] did too.", "country_named")
    assert (country["gn-26"], country["gn-27"]) == (1.0, 0.0)


def test_other_names_in_an_area_are_a_share_of_it() -> None:
    share = in_context("From [Chicago] to [Springfield].", "region_share")
    assert (share["gn-33"], share["gn-31"]) == pytest.approx((1.0, 0.0))


def test_the_opening_and_the_title_weigh_more_than_the_text() -> None:
    (opening,) = table("[Harbin], China - Rain fell.").clusters
    (middle,) = table("Rain fell in [Harbin].").clusters
    assert (opening.weight, middle.weight) == (DATELINE_WEIGHT**0.5, 1.0)
    article, mentions = read("Rain fell in [Harbin].")
    article = replace(article, title=article.text)
    title = tuple(replace(mention, field="title") for mention in mentions)
    (headed,) = cluster(article, title, Names(SmallGazetteer()))
    assert headed.weight == TITLE_WEIGHT**0.5
