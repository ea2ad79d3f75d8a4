"""The bar above the results: how much is found, and what a reset takes back."""

from dashboard.links.search_views import SEARCH, SearchView
from dashboard.records.page_data import SearchBar
from dashboard.wording.phrases import count_of
from geo.coverage import Coverage


def bar(found: Coverage, articles: int, view: SearchView, size: str = "") -> SearchBar:
    """The bar's data, of so many `articles` in all. `size`: what sizes say, if anything."""
    of_all = f"{found.total.articles:,} of {count_of(articles, 'article')}"
    places = count_of(len(found.places), "place")
    said = f"{places} · {count_of(found.total.mentions, 'mention')}"
    nameless = 0 if view.searched() else articles - found.total.articles
    return {
        "count": of_all,
        "more": f"{said} · {_none_named(nameless)}" if nameless else said,
        "words": view.words,
        "size": size,
        "changed": bool(view.searched()),
        "reset": reset_keys(),
    }


def _none_named(articles: int) -> str:
    """Why articles are not counted although nothing is searched for."""
    return f"{count_of(articles, 'article')} {'names' if articles == 1 else 'name'} no place"


def reset_keys() -> dict[str, None]:
    """The patch that takes back all that is searched for."""
    return dict.fromkeys([*SEARCH, "more", "page"])
