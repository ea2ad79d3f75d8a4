"""The chips, the map and the pane beside it: one fragment, so that the header stays."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.map import show_map
from dashboard.measures import measures
from dashboard.page import (
    asking,
    components,
    frame,
    kept,
    loading,
    long_texts,
    recovering,
    reviewing,
    state,
)
from dashboard.page.details import at_mention
from dashboard.page.filters import chips
from dashboard.page.notice import alert, aloud
from dashboard.page.reading import reader_data
from dashboard.page.scope import Scope, patched, scope_of
from dashboard.view import View
from geo.articles import Article
from geo.atlas import Atlas, gather
from geo.errors import DatelineError
from geo.parsed import ParsedArticle

MAP_HEIGHT = 640
"""Pixels; the page's style sheet stretches the map to the window."""


@st.fragment(key="workspace")
def workspace(at_hand: Sequence[Article], drawn: Scope, said: Sequence[str] = ()) -> None:
    """Draw everything that a filter, a selection or a correction changes.

    `drawn` is the scope the header shows, `said` what the page says above.
    """
    view = state.view()
    scope = scope_of(view, at_hand)
    if scope.loaded != drawn.loaded:
        st.rerun()
    state.keep_scope(scope)
    view = scope.pin(view)
    corrections, trouble = kept.corrections()
    if trouble and trouble not in said:
        st.rerun()  # the page says it, and watches whether the library is back
    try:
        recovering.mend_gazetteer()
        # What was corrected since the page was drawn changes what is parsed.
        with measures().timed("run", "workspace"):
            articles = loading.parsed_articles()
            articles.parsed(drawn.loaded, corrections)
            # Taken before what is drawn: with a younger stamp the pane would keep older rows.
            online = asking.asking_data(scope.loaded)
            _draw(view, scope, articles.parsed(drawn.loaded, corrections), online)
    except DatelineError as error:
        alert(aloud(error))
    state.write_address()


def _draw(
    view: View, scope: Scope, parsed: Sequence[ParsedArticle], online: dict[str, Any]
) -> None:
    parsed = long_texts.drawn(parsed)
    everything = gather(parsed)
    shown = everything.filtered(view.filter)
    view = at_mention(shown, view, scope.reading)
    with st.container(key="workspace"):
        with st.container(key="chips-box"):
            filters = chips(everything, view, scope.loaded, several=scope.several)
            embed = frame.is_embedded()
            components.chips(filters | {"embed": embed}, state.patch)
        with st.container(key="map-box"):
            _map(long_texts.on_map(shown, view.place), view, scope)
        with st.container(key="reader-box"):
            place_of = loading.parsed_articles().place_of
            data = reader_data(shown, view, scope, parsed, place_of)
            data |= {"hidden": filters["doubt"]["hidden"], "channel": state.channel()}
            data |= {"reset": filters["reset"] if filters["changed"] else None}
            data |= {"embed": embed, "pinned": ",".join(scope.pinned)}
            data |= {"dark": state.is_dark(), "review": reviewing.review_data()}
            data |= {"online": online}
            components.reader(
                data,
                {
                    "patch": state.patch,
                    "dark": state.tell_dark,
                    "review": lambda event: reviewing.take(event, scope.loaded),
                    "again": asking.again,
                    # To be drawn anew is all that is wanted.
                    "redraw": lambda _: None,
                },
            )


def _map(atlas: Atlas, view: View, scope: Scope) -> None:
    """Draw the map, and remember where the reader moved it to."""
    event = show_map(atlas, view, channel=state.channel(), dark=state.is_dark(), height=MAP_HEIGHT)
    if event.center is not None and event.zoom is not None:
        camera = {"center": "{:.5f},{:.5f}".format(*event.center), "zoom": str(event.zoom)}
        state.show(patched(state.view(), camera, scope))
