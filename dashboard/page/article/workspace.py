"""The chips, the map and the pane beside it: one fragment, so that the header stays."""

from collections.abc import Sequence

import streamlit as st

from dashboard.engine.failures import for_readers
from dashboard.engine.process import process
from dashboard.links.article_view import View
from dashboard.links.scope import ArticleScope, patched
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
from dashboard.page.session.shown_articles import Shown, handed_on, select, shown
from dashboard.records.page_data import PageReader
from geo.errors import DatelineError
from geo.model.article import Article
from geo.model.atlas import Atlas, gather

MAP_HEIGHT = 640
"""Pixels; the page's style sheet stretches the map to the window."""


@st.fragment(key="workspace")
def workspace(
    at_hand: Sequence[Article], drawn: Sequence[Article], said: Sequence[str] = ()
) -> None:
    """Draw everything that a filter, a selection or a correction changes.

    `drawn` are the articles the header is about, `said` what the page says above.
    """
    made = handed_on(at_hand)
    selection = made.selection if made else select(at_hand)
    if selection.scope.loaded != drawn:
        st.rerun()
    if selection.trouble and selection.trouble not in said:
        st.rerun()  # the page says it, and watches whether the library is back
    try:
        recovery.mend_gazetteer()
        with process().measures.timed("run", "workspace"):
            made = made or shown(selection)
            _draw(made)
    except DatelineError as error:
        alert(for_readers(error))
    article_page.write_address()


def _draw(made: Shown) -> None:
    view, scope = made.selection.view, made.selection.scope
    parsed = long_text.drawn(made.parsed)
    everything = gather(parsed)
    atlas = everything.filtered(view.filter)
    view = at_mention(atlas, view, scope.reading)
    with st.container(key="workspace"):
        with st.container(key="chips-box"):
            filters = chips(everything, view, scope.loaded, several=scope.several)
            embed = frame.is_embedded()
            article_parts.chips({**filters, "embed": embed}, article_page.patch)
        with st.container(key="map-box"):
            _map(long_text.on_map(atlas, view.place), view, scope)
        with st.container(key="reader-box"):
            place_of = process().articles().place_of
            data: PageReader = {
                **reader_data(atlas, view, scope, parsed, place_of),
                "hidden": filters["doubt"]["hidden"],
                "channel": article_page.channel(),
                "reset": filters["reset"] if filters["changed"] else None,
                "embed": embed,
                "pinned": ",".join(scope.pinned),
                "dark": article_page.is_dark(),
                # Before what was found: what is answered in between is then drawn twice, and not
                # left out.
                "online": online_progress.asking_data(scope.loaded, made.online_stamp),
                "review": actions.review_data(),
            }
            article_parts.reader(
                data,
                {
                    "patch": article_page.patch,
                    "dark": article_page.tell_dark,
                    "review": lambda event: actions.take(event, made),
                    "again": online_progress.again,
                    # To be drawn anew is all that is wanted.
                    "redraw": lambda _: None,
                },
            )


def _map(atlas: Atlas, view: View, scope: ArticleScope) -> None:
    """Draw the map, and remember where the reader moved it to."""
    look = Look(
        article_page.channel(), article_page.is_dark(), MAP_HEIGHT, process().settings.online_tiles
    )
    event = show_map(atlas, view, look)
    if event.center is not None and event.zoom is not None:
        camera = {"center": "{:.5f},{:.5f}".format(*event.center), "zoom": str(event.zoom)}
        article_page.show(patched(article_page.view(), camera, scope))
