"""The bar above the results: how much is found, and what a reset takes back."""

from typing import Any

from dashboard.many_views import SEARCH, SearchView
from dashboard.page.wording import count_of
from geo.coverage import Coverage


def bar(found: Coverage, articles: int, view: SearchView, size: str = "") -> dict[str, Any]:
    """The bar's data, of so many `articles` in all. `size`: what sizes say, if anything."""
    of_all = f"{found.total.articles:,} of {count_of(articles, 'article')}"
    places = count_of(len(found.places), "place")
    return {
        "count": of_all,
        "more": f"{places} · {count_of(found.total.mentions, 'mention')}",
        "words": view.words,
        "size": size,
        "changed": bool(view.searched()),
        "reset": reset_keys(),
    }


def reset_keys() -> dict[str, None]:
    """The patch that takes back all that is searched for."""
    return dict.fromkeys([*SEARCH, "more", "page"])
