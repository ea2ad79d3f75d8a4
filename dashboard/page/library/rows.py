"""The rows of the library's table, a page at a time."""

from collections.abc import Sequence
from datetime import date

from dashboard.links.search_views import LibraryView
from dashboard.page.search.facets import outlet_name
from dashboard.page.session import library_articles, own_articles
from dashboard.records.page_data import ArticleRow, ArticlesTable
from dashboard.wording.phrases import language_name
from geo.coverage import Listed, Order
from geo.library import is_token
from geo.text.cleaning import strip_invisible

PAGE = 50
"""Rows of a page."""
_COLUMNS = (
    (Order.TITLE, "Title"), (Order.OUTLET, "Outlet"), (Order.PUBLISHED, "Published"),
    (Order.LANGUAGE, "Language"), (Order.PLACES, "Places"), (Order.ADDED, "Added"),
)  # fmt: skip


def page_of(rows: Sequence[Listed], page: int) -> Sequence[Listed]:
    """The rows of a page, counted from 1; of one there is not, those of the last."""
    at = min(max(1, page), pages(len(rows))) - 1
    return rows[at * PAGE : (at + 1) * PAGE]


def pages(rows: int) -> int:
    """How many pages there are, at least one."""
    return max(1, -(-rows // PAGE))


def table_data(rows: Sequence[Listed], total: int, view: LibraryView) -> ArticlesTable:
    """The table's data; `total`: how many rows there are on all pages."""
    brought = {article.id for article in own_articles.added()}
    return {
        "rows": [_row(one, brought) for one in rows],
        "columns": [{"key": order.value, "label": label} for order, label in _COLUMNS],
        "order": view.order.value,
        "rising": view.rising,
        "page": min(max(1, view.page), pages(total)),
        "pages": pages(total),
        "most": library_articles.MOST,
        "nothing": _nothing(view),
    }


def _row(one: Listed, brought: set[str]) -> ArticleRow:
    article = one.article
    is_brought = article.id in brought
    return {
        "id": article.id,
        "title": strip_invisible(article.title) or "Untitled",
        "outlet": outlet_name(article.outlet) if article.outlet else "",
        "published": _day(article.published),
        "added": _day(article.added.date() if article.added else None),
        "language": _language(article.language),
        "places": one.places,
        "mentions": one.mentions,
        "kept": "this session only" if is_brought else "stored" if is_token(article.id) else "seed",
        "deletable": is_brought or library_articles.may_delete(article.id),
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _language(code: str) -> str:
    name = language_name(code.lower().partition("-")[0]) if code else ""
    return name[:1].upper() + name[1:]


def _nothing(view: LibraryView) -> str:
    if view.searched():
        return "No article passes the filters. “Reset all” brings them back."
    return "No articles yet. “Add article” takes a text, files, addresses or a feed."
