"""The views of library, atlas and place, as their links say them."""

from datetime import date

import pytest

from dashboard.links.search_views import AtlasView, LibraryView, Measure, PlaceView, SearchView
from geo.coverage import Order
from geo.model.mentions import MentionType
from geo.model.places import PlaceKind

VIEWS = [
    AtlasView(),
    AtlasView(
        words="flood",
        since=date(2024, 1, 2),
        until=date(2024, 2, 3),
        outlets=("Harbour Post, Evening", "100% News", "", "<b>{{7*7}}"),
        countries=("FR", "CI"),
        kinds=(PlaceKind.COUNTRY, PlaceKind.CITY),
        types=(MentionType.LITERAL,),
        sure=0.6,
        size=Measure.MENTIONS,
        place="gn-1",
        more=30,
        center=(1.5, -20.25),
        zoom=3.25,
    ),
    LibraryView(order=Order.TITLE, rising=True, page=3, outlets=("",)),
    PlaceView(id="gn-2037013", page=2, sure=0.5),
]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_comes_back_from_its_link(view: SearchView) -> None:
    assert type(view).of(view.query()) == (view, ())


def test_the_default_view_says_nothing() -> None:
    assert AtlasView().query() == LibraryView().query() == PlaceView().query() == {}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("since", "yesterday"), ("countries", "fr"), ("countries", "<b>"), ("kinds", "town"),
        ("types", "sarcasm"), ("sure", "2"), ("sure", "nan"), ("size", "huge"), ("more", "-1"),
        ("center", "1"), ("zoom", "99"), ("words", "x" * 201), ("place", "a\u0000b"),
        ("outlets", ",".join(str(n) for n in range(300))),
    ],
)  # fmt: skip
def test_a_bad_value_is_dropped_with_a_notice(key: str, value: str) -> None:
    view, notices = AtlasView.of({key: value, "size": "mentions", "unknown": "1"} | {key: value})
    assert getattr(view, key) == getattr(AtlasView(), key)
    assert notices == (f"The link's “{key}” could not be read and was left out.",)


def test_what_is_searched_for_is_carried_to_other_pages() -> None:
    view = AtlasView(words="flood", countries=("FR",), place="gn-1", size=Measure.MENTIONS)
    assert view.searched() == {"words": "flood", "countries": "FR"}
    assert PlaceView.of({"id": "gn-1", **view.searched()})[0].search("gn-1") == view.search("gn-1")
