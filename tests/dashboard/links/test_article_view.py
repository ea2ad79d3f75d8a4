"""The link: view to query and back, and what it does with bad values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.links.article_view import View
from geo.model.mentions import MentionType
from geo.model.places import PlaceKind

ids = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=30)
views = st.builds(
    View,
    articles=st.lists(ids, max_size=3, unique=True).map(tuple),
    types=st.none() | st.sets(st.sampled_from(MentionType)).map(
        lambda s: tuple(t for t in MentionType if t in s)
    ),
    kinds=st.none() | st.sets(st.sampled_from(PlaceKind)).map(
        lambda s: tuple(k for k in PlaceKind if k in s)
    ),
    since=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    until=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    words=st.text(max_size=50),
    sure=st.integers(0, 100).map(lambda percent: percent / 100),
    place=st.just("") | ids,
    mention=st.none() | st.integers(0, 9999),
    center=st.none() | st.tuples(st.integers(-90, 90), st.integers(-180, 180)).map(
        lambda c: (float(c[0]), float(c[1]))
    ),
    zoom=st.none() | st.integers(0, 18).map(float),
)  # fmt: skip


@given(views)
def test_a_link_gives_the_view_back(view: View) -> None:
    assert View.of(view.query()) == (view, ())


def test_the_default_view_needs_no_query() -> None:
    assert View().query() == {}


def test_a_short_link_names_one_article() -> None:
    assert View.of({"article": "abc"}) == (View(articles=("abc",)), ())
    assert View.of({"article": "abc", "articles": "x,y"}) == (View(articles=("x", "y")), ())
    assert View.of({"article": "\u202e"})[0] == View()


def test_unknown_keys_are_ignored() -> None:
    assert View.of({"embed": "true", "utm_source": "mail"}) == (View(), ())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("types", "literal,nonsense"), ("kinds", "planet"), ("since", "yesterday"),
        ("zoom", "99"), ("zoom", "nan"), ("zoom", "x"), ("center", "91,0"), ("center", "1"),
        ("sure", "1.01"), ("sure", "-0.1"), ("sure", "nan"), ("sure", "very"),
        ("center", "nan,nan"), ("center", "inf,0"), ("mention", "-1"), ("mention", "9" * 5000),
        ("words", "w" * 201), ("place", "p" * 201), ("place", "a\x00b"), ("articles", "\u202e"),
    ],
)  # fmt: skip
def test_bad_values_are_dropped_with_a_notice(key: str, value: str) -> None:
    view, notices = View.of({key: value, "words": "kept"} if key != "words" else {key: value})
    assert getattr(view, key) == getattr(View(), key)
    assert len(notices) == 1
    assert key in notices[0]


@given(st.dictionaries(st.sampled_from([*View().__slots__, "x"]), st.text(max_size=40)))
def test_no_query_is_an_error(query: dict[str, str]) -> None:
    view, _ = View.of(query)
    assert isinstance(view.query(), dict)


def test_many_bad_values_make_one_sentence() -> None:
    _, notices = View.of({"zoom": "x", "types": "x", "since": "x"})
    assert notices == ("The link's “types”, “since”, “zoom” could not be read and were left out.",)


def test_the_filter_says_the_same() -> None:
    what = View(articles=("a",), types=(MentionType.DEMONYM,), words="x", sure=0.6).filter
    assert what.articles == {"a"}
    assert what.types == {MentionType.DEMONYM}
    assert what.kinds is None
    assert what.sure == 0.6
