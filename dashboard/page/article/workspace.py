"""The chips, the map and the pane beside it: one fragment, so that the header stays."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.engine.failures import aloud
from dashboard.engine.process import process
from dashboard.links.article_view import View
from dashboard.links.scope import Scope, patched, scope_of
from dashboard.map import Look, show_map
from dashboard.page.article import online_progress
from dashboard.page.article.filters import chips
from dashboard.page.components import article_parts
from dashboard.page.correcting import actions
from dashboard.page.frame import frame, recovery
from dashboard.page.frame.notices import alert
from dashboard.page.reader import long_text
from dashboard.page.reader.pane import reader_data
from dashboard.page.reader.selected_place import at_mention
from dashboard.page.session import article_page
from geo.errors import DatelineError
from geo.model.article import Article
from geo.model.atlas import Atlas, gather
from geo.model.parsed_article import ParsedArticle

MAP_HEIGHT = 640
"""Pixels; the page's style sheet stretches the map to the window."""


@st.fragment(key="workspace")
def workspace(at_hand: Sequence[Article], drawn: Scope, said: Sequence[str] = ()) -> None:
    """Draw everything that a filter, a selection or a correction changes.

    `drawn` is the scope the header shows, `said` what the page says above.
    """
    view = article_page.view()
    scope = scope_of(view, at_hand)
    if scope.loaded != drawn.loaded:
        st.rerun()
    article_page.keep_scope(scope)
    view = scope.pin(view)
    corrections, trouble = process().corrections()
    if trouble and trouble not in said:
        st.rerun()  # the page says it, and watches whether the library is back
    try:
        recovery.mend_gazetteer()
        # What was corrected since the page was drawn changes what is parsed.
        with process().measures.timed("run", "workspace"):
            articles = process().articles()
            articles.parsed(drawn.loaded, corrections)
            # Taken before what is drawn: with a younger stamp the pane would keep older rows.
            online = online_progress.asking_data(scope.loaded)
            _draw(view, scope, articles.parsed(drawn.loaded, corrections), online)
    except DatelineError as error:
        alert(aloud(error))
    article_page.write_address()


def _draw(
    view: View, scope: Scope, parsed: Sequence[ParsedArticle], online: dict[str, Any]
) -> None:
    parsed = long_text.drawn(parsed)
    everything = gather(parsed)
    shown = everything.filtered(view.filter)
    view = at_mention(shown, view, scope.reading)
    with st.container(key="workspace"):
        with st.container(key="chips-box"):
            filters = chips(everything, view, scope.loaded, several=scope.several)
            embed = frame.is_embedded()
            article_parts.chips(filters | {"embed": embed}, article_page.patch)
        with st.container(key="map-box"):
            _map(long_text.on_map(shown, view.place), view, scope)
        with st.container(key="reader-box"):
            place_of = process().articles().place_of
            data = reader_data(shown, view, scope, parsed, place_of)
            data |= {"hidden": filters["doubt"]["hidden"], "channel": article_page.channel()}
            data |= {"reset": filters["reset"] if filters["changed"] else None}
            data |= {"embed": embed, "pinned": ",".join(scope.pinned)}
            data |= {"dark": article_page.is_dark(), "review": actions.review_data()}
            data |= {"online": online}
            article_parts.reader(
                data,
                {
                    "patch": article_page.patch,
                    "dark": article_page.tell_dark,
                    "review": lambda event: actions.take(event, scope.loaded),
                    "again": online_progress.again,
                    # To be drawn anew is all that is wanted.
                    "redraw": lambda _: None,
                },
            )


def _map(atlas: Atlas, view: View, scope: Scope) -> None:
    """Draw the map, and remember where the reader moved it to."""
    look = Look(
        article_page.channel(), article_page.is_dark(), MAP_HEIGHT, process().settings.online_tiles
    )
    event = show_map(atlas, view, look)
    if event.center is not None and event.zoom is not None:
        camera = {"center": "{:.5f},{:.5f}".format(*event.center), "zoom": str(event.zoom)}
        article_page.show(patched(article_page.view(), camera, scope))
