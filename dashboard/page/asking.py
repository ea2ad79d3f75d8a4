"""Online geocoding as the page shows it: a line while names are asked about, then what was found.

The pane beside the map asks every second how far it is (`components/asking.js`), and only
while something is asked; what is open on the page stays open, since only `REDRAWN` runs.
"""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.page import components, loading, state
from dashboard.page.completing import Progress
from dashboard.page.point_names import Point
from dashboard.page.wording import count_of
from geo.articles import Article

REDRAWN = ["workspace", "progress"]
EVERY_MS, WAITING_MS = 1000, 5000
"""How often the page asks: while names are asked about, and while a service is down."""
_DRAWN = "asking-drawn"


@st.fragment(key="progress")
def progress_line() -> None:
    """The line over the map; empty where nothing is asked."""
    completed = loading.parsed_articles().completed
    components.progress(told(completed.progress(state.loaded()), completed.names))


def asking_data(articles: Sequence[Article], point: Point | None) -> dict[str, Any]:
    """What the pane needs to know of these articles and the point searched, as drawn now."""
    parser = loading.parsed_articles()
    progress, is_naming = parser.completed.progress(articles), parser.points.is_asking(point)
    st.session_state[_DRAWN] = (point, is_naming, progress.stamp)
    is_asking = progress.asking or progress.requested
    every = EVERY_MS if is_asking or is_naming else WAITING_MS if progress.waits else 0
    return {"every": every, "asking": is_asking, "unavailable": unavailable(progress)}


def poll(_: object) -> None:
    """The pane asks how far it is: draw what is new, else the line alone."""
    parser = loading.parsed_articles()
    point, *drawn = st.session_state.get(_DRAWN, (None, False, 0))
    now = [parser.points.is_asking(point), parser.completed.progress(state.loaded()).stamp]
    st.rerun(REDRAWN if now != drawn else "progress")


def again(_: object) -> None:
    """The reader has what could not be asked about asked again."""
    loading.parsed_articles().completed.again(state.loaded())
    st.rerun(REDRAWN)


def told(progress: Progress, services: str) -> str:
    """How far it is, in a sentence; empty where nothing is asked and nothing failed."""
    if progress.asking:
        nth = min(progress.asked + 1, progress.total)
        return f"Asking {services} about {nth} of {count_of(progress.total, 'name')}…"
    if progress.requested:
        return f"{services} failed a moment ago and is asked again soon…"
    if progress.waits:
        return f"{unavailable(progress)} It is tried again soon."
    return ""


def unavailable(progress: Progress) -> str:
    """How many names could not be asked about, in a sentence; empty where none."""
    if not progress.unavailable:
        return ""
    names = count_of(progress.unavailable, "name")
    return f"Service unavailable: {names} could not be asked about."
