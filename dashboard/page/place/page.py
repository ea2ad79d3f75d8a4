"""The page of a place: every excerpt that names it, across all articles, newest first."""

import streamlit as st

from dashboard.engine.process import process
from dashboard.links.search_views import PlaceView
from dashboard.page.atlas.most_named import known_place
from dashboard.page.components import search_parts
from dashboard.page.frame import frame
from dashboard.page.frame.notices import notices
from dashboard.page.place.facts import PAGE, mentions_data, nothing, page_within, place_data
from dashboard.page.search.counted_articles import Counted
from dashboard.page.search.facets import facets
from dashboard.page.search.search_page import draw_search
from dashboard.page.search.timeline_data import times
from dashboard.page.session.current_view import CurrentView
from dashboard.server_settings import ServerSettings
from geo.coverage import Mentions, coverage

_VIEWING = CurrentView(PlaceView)


def render(settings: ServerSettings) -> None:
    """Draw the page for this session."""
    _VIEWING.start()
    frame.header()
    notices(_VIEWING.notices())
    _place(settings)


@st.fragment(key="place")
def _place(settings: ServerSettings) -> None:
    """Everything that a filter or another page of excerpts changes."""
    draw_search(settings, _VIEWING, _draw)


def _draw(known: Counted, view: PlaceView) -> None:
    place_of = process().articles().place_of
    search = view.search(view.id)
    found = coverage(known.table, search, known.texts)
    mentions = Mentions(known.table, search, known.texts)
    at = page_within(view.page, len(mentions))
    excerpts = known.excerpts(mentions[(at - 1) * PAGE : at * PAGE])
    with st.container(key="place"):
        with st.container(key="place-box"):
            search_parts.place(place_data(found, known, view, place_of), _VIEWING.patch)
        with st.container(key="timeline-box"):
            search_parts.timeline(times(found, view), _VIEWING.patch)
        with st.container(key="mentions-box"):
            why = nothing(view, known_place(known, view.id, place_of))
            search_parts.mentions(mentions_data(excerpts, at, len(mentions), why), _VIEWING.patch)
        with st.container(key="facets-box"):
            search_parts.facets({**facets(found, view, place_of), "folded": True}, _VIEWING.patch)
            st.html(f'<p class="counted">{known.said}</p>')
