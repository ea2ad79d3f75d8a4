"""The view of a page: how events of its components change it."""

import pytest
import streamlit as st

from dashboard.links.article_view import View
from dashboard.links.query import Query
from dashboard.links.search_views import AtlasView, LibraryView
from dashboard.page.session.current_view import CurrentView
from dashboard.page.session.keys import PageView
from geo.coverage import Order


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})


def seen(view: Query) -> CurrentView[Query]:
    viewing = CurrentView(type(view))
    viewing._keep(PageView(view))
    return viewing


def test_what_is_found_anew_is_read_from_its_first_page() -> None:
    viewing = seen(LibraryView(words="dam", page=3))
    viewing.patch({"words": "flood"})
    assert viewing.view() == LibraryView(words="flood")


def test_another_page_is_opened_of_what_is_found() -> None:
    viewing = seen(LibraryView(words="dam", page=3))
    viewing.patch({"page": "4"})
    assert viewing.view() == LibraryView(words="dam", page=4)


def test_a_patch_of_nothing_new_keeps_the_page() -> None:
    viewing = seen(LibraryView(order=Order.PLACES, page=3))
    viewing.patch({"order": Order.PLACES.value, "rising": "perhaps"})
    assert viewing.view() == LibraryView(order=Order.PLACES, page=3)


def test_a_view_without_pages_is_patched_alike() -> None:
    viewing = seen(AtlasView(place="gn-1", more=30))
    viewing.patch({"words": "dam", "place": None})
    assert viewing.view() == AtlasView(words="dam", more=30)


def test_keys_that_are_not_the_views_stay_in_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    address = Address(article="gn-1", embed_options="dark_theme", words="flood")
    monkeypatch.setattr(st, "query_params", address)
    viewing = seen(View(articles=("gn-1",), words="dam"))
    viewing.write_address()
    assert address == {"embed_options": "dark_theme", "articles": "gn-1", "words": "dam"}


class Address(dict[str, str]):
    """What Streamlit knows of the address bar."""

    to_dict = dict[str, str].copy

    def from_dict(self, query: dict[str, str]) -> None:
        self.clear()
        self.update(query)
