"""Query strings: a bad value is dropped and said; the rest of the link stays as it is."""

import pytest
from hostile.rows import Row
from hostile.rows.queries import BAD, SHOWN

from dashboard.links.article_view import View
from dashboard.links.scope import scope_of
from geo.model.article import Article

GOOD = {"tab": "places", "zoom": "5.0", "words": "rain", "sure": "0.5", "mention": "2"}


@pytest.mark.parametrize("row", BAD, ids=str)
def test_a_bad_value(row: Row) -> None:
    rest = {key: value for key, value in GOOD.items() if key not in row.given}
    view, notices = View.of(rest | row.given)
    assert view == View.of(rest)[0]
    assert len(notices) == 1
    assert row.refused in notices[0]
    assert notices[0].isprintable()
    assert len(notices[0]) < 200


@pytest.mark.parametrize("row", SHOWN, ids=str)
def test_an_odd_value(row: Row) -> None:
    view, notices = View.of(row.given)
    assert notices == ()
    assert View.of(view.query()) == (view, ())


def test_thousands_of_articles_that_are_not_here_are_counted() -> None:
    view, _ = View.of({"articles": ",".join(f"x{n}" for n in range(5_000))})
    (notice,) = scope_of(view, [Article("a", "In Harbin.")]).notices
    assert "“x2” and 4,997 more" in notice
    assert len(notice) < 300


def test_a_notice_leaves_out_characters_that_turn_its_words_round() -> None:
    view = View(articles=("a" * 199, "b\u2067c"))
    (notice,) = scope_of(view, [Article("a", "In Harbin.")]).notices
    assert notice.isprintable()
    assert "a" * 100 not in notice
