"""How library, atlas and place are drawn: what is counted, or why nothing can be."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from dashboard.engine.failures import for_readers
from dashboard.links.query import Query
from dashboard.page.frame.notices import alert, notices
from dashboard.page.search.counted_articles import Counted, counted
from dashboard.page.session.current_view import CurrentView
from dashboard.server_settings import ServerSettings
from geo.errors import DatelineError

V = TypeVar("V", bound=Query)


def draw_search(
    settings: ServerSettings, viewing: CurrentView[V], draw: Callable[[Counted, V], None]
) -> None:
    """Draw what this session counts, or say why it cannot be; the address says the view then."""
    try:
        with st.spinner("Reading the articles…"):
            known = counted(settings)
            notices(known.notices)
            draw(known, viewing.view())
    except DatelineError as error:
        alert(for_readers(error))
    viewing.write_address()
