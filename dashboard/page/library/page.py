"""The library page: all articles the reader may see, as a table to search, open and delete from."""

import streamlit as st

from dashboard.engine.process import process
from dashboard.links.search_views import LibraryView
from dashboard.page.adding.add_dialog import open_add_dialog
from dashboard.page.components import search_parts
from dashboard.page.frame import frame
from dashboard.page.frame.notices import notices
from dashboard.page.library.deletion import delete
from dashboard.page.library.rows import PAGE, page_of, table_data
from dashboard.page.search.counted_articles import Counted
from dashboard.page.search.facets import facets
from dashboard.page.search.result_bar import reset_keys
from dashboard.page.search.search_page import draw_search
from dashboard.page.search.timeline_data import times
from dashboard.page.session.current_view import CurrentView
from dashboard.page.session.visitor import is_importing
from dashboard.records.page_data import SearchBar
from dashboard.server_settings import ServerSettings
from dashboard.wording.phrases import count_of
from geo.coverage import coverage, listed

_VIEWING = CurrentView(LibraryView)


def render(settings: ServerSettings) -> None:
    """Draw the page for this session."""
    _VIEWING.start()
    with frame.header():
        st.html('<p class="byline"></p>')
        if is_importing() and st.button("Add article", icon=":material/add:", key="bring-in"):
            open_add_dialog()
    notices(_VIEWING.notices())
    _library(settings)


@st.fragment(key="library")
def _library(settings: ServerSettings) -> None:
    """Everything that a filter, another order or a deletion changes."""
    draw_search(settings, _VIEWING, _draw)


def _draw(known: Counted, view: LibraryView) -> None:
    table, search = known.table, view.search()
    rows = listed(table, search, known.texts, order=view.order, descending=not view.rising)
    found = coverage(table, search, known.texts)
    place_of = process().articles().place_of
    with st.container(key="library"):
        with st.container(key="bar-box"):
            search_parts.search_bar(_bar(len(rows), len(table.articles), view), _VIEWING.patch)
        with st.container(key="timeline-box"):
            search_parts.timeline(times(found, view), _VIEWING.patch)
        with st.container(key="facets-box"):
            search_parts.facets({**facets(found, view, place_of), "folded": True}, _VIEWING.patch)
        with st.container(key="table-box"):
            search_parts.table(
                table_data(page_of(rows, view.page), len(rows), view), _VIEWING.patch, delete
            )
            st.html(f'<p class="counted">{known.said}</p>')


def _bar(found: int, articles: int, view: LibraryView) -> SearchBar:
    pages = count_of(-(-found // PAGE) or 1, "page")
    return {
        "count": f"{found:,} of {count_of(articles, 'article')}",
        "more": pages if found > PAGE else "",
        "words": view.words,
        "size": "",
        "changed": bool(view.searched()),
        "reset": reset_keys(),
    }
