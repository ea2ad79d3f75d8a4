"""Where an outlet is at home, and what that says of its names."""

from dataclasses import replace

import numpy as np
import pytest
from support.marked import read
from support.small_gazetteer import PLACES, SmallGazetteer

from geo.model.article import Article
from geo.model.mentions import Mention
from geo.model.places import Resolution
from geo.resolution import Outlets, begin, finish, outlets, resolve
from geo.resolution.outlets import Coverage, Outlet
from geo.resolution.signals import SIGNALS

PAPER = "thebugle.example"
ABOUT_TEXAS = "[Paris], [Texas], is calm. The mayor of [Paris] said so."
BARE = "A man was fined in [Paris] on Monday."


def of_paper(marked: str, name: str = "") -> tuple[Article, tuple[Mention, ...]]:
    article, mentions = read(marked)
    return replace(article, id=name or marked, outlet=PAPER), mentions


def learned(*marked: str) -> Outlets:
    found = Outlets()
    for text in marked:
        first = begin(*of_paper(text), SmallGazetteer())
        found.add(first.article, first.coverage())
    return found


def placed(known: Outlets, marked: str = BARE) -> Resolution:
    first = begin(*of_paper(marked), SmallGazetteer())
    return finish(first, known.home(first.article))[0][0]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("bugle.co.uk", "GB"),
        ("BUGLE.CA", "CA"),
        ("bugle.com", ""),
        ("bugle.tv", ""),
        ("bugle.eu", ""),
        ("The Bugle", ""),
        ("", ""),
    ],
)
def test_a_domain_may_say_its_country(name: str, country: str) -> None:
    assert Outlet(name).country_code == country


def test_an_outlet_is_called_after_a_place_whose_name_stands_in_its_own() -> None:
    assert Outlet("sanjosepress.example").is_called_after("San José")
    assert not Outlet("sanjosepress.example").is_called_after("San")
    assert not Outlet("").is_called_after("Paris")


def test_other_articles_of_an_outlet_decide_between_namesakes() -> None:
    alone = placed(Outlets())
    assert alone.place == PLACES["gn-26"]
    at_home = placed(learned(*(f"{ABOUT_TEXAS} {n}" for n in "abc")))
    assert at_home.place == PLACES["gn-27"]
    assert "Other articles of the outlet are about places near it." in at_home.reasons


def test_a_home_may_be_given() -> None:
    known = Outlets()
    known.give(PAPER, PLACES["gn-27"])
    assert placed(known).place == PLACES["gn-27"]


def test_an_article_says_nothing_of_its_own_home() -> None:
    known = learned(BARE)
    article, _ = of_paper(BARE)
    assert known.home(article) is None
    assert known.home(replace(article, outlet="another.example")) is None
    assert known.home(replace(article, text="Another text.")) is not None


def test_an_article_without_outlet_teaches_nothing() -> None:
    known = Outlets()
    first = begin(*read(ABOUT_TEXAS), SmallGazetteer())
    known.add(first.article, first.coverage())
    assert known.home(replace(first.article, id="b", text="x")) is None


def test_no_more_is_remembered_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlets, "MOST_ARTICLES", 2)
    monkeypatch.setattr(outlets, "MOST_OUTLETS", 2)
    known = Outlets()
    nothing = Coverage.together([])
    for outlet in ("a", "b", "c"):
        for number in range(4):
            known.add(Article(str(number), "x", outlet=outlet), nothing)
    probe = Article("new", "y")
    counts = [len(known.others(replace(probe, outlet=outlet))) for outlet in ("a", "b", "c")]
    assert counts == [0, 2, 2]


def test_coverage_adds_up() -> None:
    texas, france = PLACES["gn-27"], PLACES["gn-26"]
    both = Coverage.together(
        [Coverage.of([(texas, 1.0, True)]), Coverage.of([(texas, 1.0, False), (france, 2.0, True)])]
    )
    assert both.countries == {"US": 2.0, "FR": 2.0}
    assert both.weights.tolist() == [1.0, 2.0]
    near = both.nearness(both.points)
    assert near == pytest.approx([1 / 3, 2 / 3], abs=1e-6)
    assert Coverage.together([]).nearness(both.points).tolist() == [0.0, 0.0]


def test_the_domain_speaks_for_places_of_its_country() -> None:
    article, mentions = read(BARE)
    table = begin(replace(article, outlet="bugle.fr"), mentions, SmallGazetteer()).table
    column = {name: table.static[:, SIGNALS.index(name)] for name in SIGNALS}
    french = np.array([row.place.country_code == "FR" for row in table.rows])
    assert column["outlet_country"].tolist() == french.astype(float).tolist()
    assert column["outlet_elsewhere"].tolist() == (~french).astype(float).tolist()


def test_without_a_home_nothing_changes() -> None:
    article, mentions = read(BARE)
    first = begin(article, mentions, SmallGazetteer())
    assert finish(first) == resolve(article, mentions, SmallGazetteer())
