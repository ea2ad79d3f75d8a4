"""The pages by their paths, and what was last seen of each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import streamlit as st

from dashboard.page.session.keys import IS_PAGE_OPENED, PAGE_PATH, PAGE_QUERIES, PAGES
from dashboard.server_settings import ServerSettings
from dashboard.streamlit_internals import is_history_navigation


@dataclass(frozen=True, slots=True)
class Section:
    """A page: its path below the root ("" is the root), and what draws it.

    `label` stands in the header; a page without one is reached from others only.
    """

    path: str
    title: str
    label: str
    render: Callable[[ServerSettings], None]


def show(sections: Sequence[Section], settings: ServerSettings) -> None:
    """Draw the page that the address names."""
    pages = {s.path: _page(s, settings) for s in sections}
    PAGES.set({s.path: (s.label, pages[s.path]) for s in sections})
    chosen = st.navigation(list(pages.values()), position="hidden")
    path = next(path for path, page in pages.items() if page == chosen)
    is_other = not PAGE_PATH.is_set() or PAGE_PATH.get() != path
    IS_PAGE_OPENED.set(is_other or is_history_navigation())
    PAGE_PATH.set(path)
    chosen.run()


def is_opened() -> bool:
    """Whether this run opens the page, or comes back to it: the address says what is seen."""
    return IS_PAGE_OPENED.get()


def is_at_root() -> bool:
    """Whether the present page is that of the articles."""
    return not PAGE_PATH.get()


def remember(query: Mapping[str, str]) -> None:
    """Keep what the present page's address says, for the links that lead back to it."""
    PAGE_QUERIES.set({**PAGE_QUERIES.get(), PAGE_PATH.get(): dict(query)})


class Link(NamedTuple):
    """A link to a page: to what was last seen there."""

    path: str
    label: str
    page: st.Page
    query: dict[str, str]
    is_here: bool


def links() -> list[Link]:
    """The links to the pages that have a label, in order."""
    here, queries = PAGE_PATH.get(), PAGE_QUERIES.get()
    return [
        Link(path, label, page, queries.get(path, {}), path == here)
        for path, (label, page) in PAGES.get().items()
        if label
    ]


def go(path: str, query: Mapping[str, str]) -> None:
    """Open another page, as a click on a link to it does; none where there is no such page."""
    if path in PAGES.get():
        st.switch_page(PAGES.get()[path][1], query_params=dict(query))


def _page(section: Section, settings: ServerSettings) -> st.Page:
    title = f"{section.title} · Dateline" if section.path else section.title
    return st.Page(
        _named(partial(section.render, settings), section.path or "root"),
        title=title,
        url_path=section.path or None,
        default=not section.path,
    )


def _named(render: Callable[[], None], name: str) -> Callable[[], None]:
    """A function that Streamlit can tell from others by its name."""

    def draw() -> None:
        render()

    draw.__name__ = draw.__qualname__ = name
    return draw
