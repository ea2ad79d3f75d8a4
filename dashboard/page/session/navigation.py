"""The pages by their paths, and the links between them in the header."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

import streamlit as st
from streamlit.navigation.page import Page
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.server_settings import ServerSettings

_PAGES, _PATH, _IS_OPENED, _QUERIES = "pages", "page-path", "page-is-opened", "page-queries"


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
    st.session_state[_PAGES] = {s.path: (s.label, pages[s.path]) for s in sections}
    chosen = st.navigation(list(pages.values()), position="hidden")
    path = next(path for path, page in pages.items() if page == chosen)
    context = get_script_run_ctx()
    back = context is not None and context.is_history_navigation
    st.session_state[_IS_OPENED] = back or st.session_state.get(_PATH) != path
    st.session_state[_PATH] = path
    chosen.run()


def is_opened() -> bool:
    """Whether this run opens the page, or comes back to it: the address says what is seen."""
    return bool(st.session_state.get(_IS_OPENED))


def is_at_root() -> bool:
    """Whether the present page is that of the articles."""
    return not st.session_state.get(_PATH)


def remember(query: Mapping[str, str]) -> None:
    """Keep what the present page's address says, for the links that lead back to it."""
    st.session_state.setdefault(_QUERIES, {})[st.session_state.get(_PATH, "")] = dict(query)


def links() -> None:
    """The links to the pages: each leads to what was last seen there."""
    here = st.session_state[_PATH]
    with st.container(key="pages", horizontal=True):
        for path, (label, page) in _pages().items():
            if label:
                state = "here" if path == here else "there"
                with st.container(key=f"page-{state}-{path or 'root'}"):
                    query = st.session_state.get(_QUERIES, {}).get(path, {})
                    st.page_link(page, label=label, query_params=query)


def go(path: str, query: Mapping[str, str]) -> None:
    """Open another page, as a click on a link to it does; none where there is no such page."""
    if path in _pages():
        st.switch_page(_pages()[path][1], query_params=dict(query))


def _pages() -> dict[str, tuple[str, Page]]:
    return cast("dict[str, tuple[str, Page]]", st.session_state[_PAGES])


def _page(section: Section, settings: ServerSettings) -> Page:
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
