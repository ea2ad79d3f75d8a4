"""The chips, the map and the pane beside it: one fragment, so that the header stays."""

import streamlit as st

from dashboard.map import show_map
from dashboard.page import components, state
from dashboard.page.filters import chips
from dashboard.page.reading import reader_data
from dashboard.page.scope import Scope, patched
from dashboard.page.wording import PlaceOf
from geo.atlas import Atlas, gather
from geo.parsed import ParsedArticle

MAP = "map"
MAP_HEIGHT = 640
"""Pixels; the page's style sheet stretches the map to the window."""


@st.fragment(key="workspace")
def workspace(scope: Scope, parsed: list[ParsedArticle], place_of: PlaceOf) -> None:
    """Draw everything that a filter or a selection changes."""
    state.start()
    view = state.view()
    everything = gather(parsed)
    shown = everything.filtered(view.filter)
    with st.container(key="workspace"):
        with st.container(key="chips-box"):
            components.chips(
                chips(everything, view, scope.loaded, several=scope.several), state.patch
            )
        with st.container(key="map-box"):
            _map(shown, scope)
        with st.container(key="reader-box"):
            data = reader_data(shown, view, scope, parsed, place_of)
            components.reader(
                data | {"dark": state.is_dark()}, state.patch, state.tell_dark
            )
    state.write_address()


def _map(atlas: Atlas, scope: Scope) -> None:
    view = state.view()
    event = show_map(atlas, view, key=MAP, dark=state.is_dark(), height=MAP_HEIGHT)
    moved: dict[str, str | None] = {}
    if event.center is not None and event.zoom is not None:
        moved = {"center": "{:.5f},{:.5f}".format(*event.center), "zoom": str(event.zoom)}
    if event.place and event.place != view.place:
        state.show(patched(view, moved | {"place": event.place, "mention": None}, scope))
        st.rerun()
    state.show(patched(view, moved, scope) if moved else view)
