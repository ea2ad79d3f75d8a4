from datetime import date

from support.samples import sample

from dashboard.links.article_view import ALL_ARTICLES, View
from dashboard.links.scope import ArticleScope, patched, picked, scope_of
from geo.model.article import Article
from geo.model.mentions import MentionType

FIRST, SECOND = sample().article, Article("second", "In Harbin.", "Second")
AT_HAND = [FIRST, SECOND, Article("third", "In Kharkov.", "Third")]
ONE = ArticleScope((FIRST,), False, "sample", ("sample",))


def test_without_articles_the_first_at_hand_is_shown() -> None:
    assert scope_of(View(), AT_HAND) == ONE


def test_all_articles_are_loaded_and_the_first_is_open() -> None:
    scope = scope_of(View(articles=ALL_ARTICLES), AT_HAND)
    assert (len(scope.loaded), scope.several, scope.reading) == (3, True, "sample")


def test_of_several_articles_the_one_the_link_names_is_open() -> None:
    view = View(articles=("sample", "second"), reading="second")
    scope = scope_of(view, AT_HAND)
    assert (scope.several, scope.reading, scope.pinned) == (True, "second", ("sample", "second"))


def test_an_article_outside_the_chosen_ones_cannot_be_open() -> None:
    view = View(articles=("sample", "second"), reading="third")
    assert scope_of(view, AT_HAND).reading == "sample"


def test_an_article_that_is_gone_is_said_so_and_the_first_is_shown() -> None:
    scope = scope_of(View(articles=("gone",)), AT_HAND)
    assert scope.loaded == (FIRST,)
    assert "“gone”" in scope.notices[0]


def test_a_patch_selects_and_pins_the_article() -> None:
    view = patched(View(), {"place": "gn-1", "mention": "3", "reading": "sample"}, ONE)
    assert view == View(articles=("sample",), place="gn-1", mention=3)


def test_a_patch_of_none_takes_a_value_out() -> None:
    view = View(articles=("sample",), place="gn-1", words="flood", since=date(2024, 1, 1))
    assert patched(view, {"place": None, "since": None}, ONE) == View(("sample",), words="flood")


def test_a_patch_keeps_an_empty_choice_apart_from_all() -> None:
    assert patched(View(), {"types": ""}, ONE).types == ()
    assert patched(View(types=()), {"types": None}, ONE).types is None


def test_what_cannot_be_read_in_a_patch_is_left_out() -> None:
    view = View(articles=("sample",), types=(MentionType.LITERAL,))
    for event in ({"zoom": "x", "nonsense": "1", "mention": 4}, "text", None, 7):
        assert patched(view, event, ONE) == view


def test_picking_another_article_keeps_the_filter_and_drops_selection_and_place() -> None:
    view = View(("sample",), words="x", place="gn-1", mention=1, center=(1, 2), zoom=3)
    assert picked(view, ("second",)) == View(("second",), words="x")


def test_the_filter_is_about_the_articles_that_are_shown() -> None:
    view = View(articles=("gone",), words="x")
    assert scope_of(view, AT_HAND).pin(view) == View(articles=("sample",), words="x")
