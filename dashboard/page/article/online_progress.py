"""Online geocoding as the page shows it: a line while names are asked about, then what was found.

While something is asked the page runs the line's fragment again and again
(`components/reader/online_lookup.js`), and the rest only where there is something new to draw. No
callback calls `st.rerun`: that would take the place of what the reader did in the same moment.
"""

import time
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard.engine.online.completed_articles import Progress
from dashboard.engine.process import process
from dashboard.engine.timing import NAMES_LOOK_S, NAMES_PAUSE_LOOK_S
from dashboard.page.components import article_parts
from dashboard.page.correcting import actions
from dashboard.page.session import article_page
from dashboard.records.page_data import OnlineLookup
from dashboard.wording.phrases import count_of
from geo.model.article import Article

EVERY_MS, WAITING_MS = round(1000 * NAMES_LOOK_S), round(1000 * NAMES_PAUSE_LOOK_S)
"""How often the page asks: while names are asked about, and while a service is down."""


@st.fragment(key="progress")
def progress_line() -> None:
    """The line over the map; empty where nothing is asked."""
    articles, completed = article_page.loaded(), process().articles().completed
    progress = completed.progress(articles)
    said = told(progress, completed.names)
    # Said even where nothing changed, or the pane waits for ever for the end of what began and
    # ended between two questions: a component whose data are as before is not run again.
    article_parts.progress(
        {"said": said, "stamp": _stamp(progress, _is_naming()), "asked": time.monotonic_ns()}
    )


def asking_data(articles: Sequence[Article], drawn: int) -> OnlineLookup:
    """What the pane beside the map needs to know of these articles, which are drawn now.

    `drawn` is the stamp of their progress that the pane draws; a younger one is looked for at once.
    """
    progress = process().articles().completed.progress(articles)
    is_asking = progress.asking or progress.requested
    is_new, is_naming = progress.stamp != drawn, _is_naming()
    every = EVERY_MS if is_asking or is_new or is_naming else WAITING_MS if progress.waits else 0
    return {
        "every": every,
        "asking": is_asking,
        "unavailable": unavailable(progress),
        "stamp": _stamp(replace(progress, stamp=drawn), is_naming),
    }


def again(_: object) -> None:
    """The reader has what could not be asked about asked again."""
    process().articles().completed.again(article_page.loaded())


def _stamp(progress: Progress, is_naming: bool) -> str:
    """Changes when there is something new to draw."""
    return f"{progress.stamp} {progress.asking} {progress.requested} {is_naming}"


def _is_naming() -> bool:
    return process().articles().points.is_asking(actions.searched_point())


def told(progress: Progress, services: str) -> str:
    """How far it is, in a sentence; empty where nothing is asked and nothing failed."""
    if progress.asking:
        nth = min(progress.asked + 1, progress.total)
        return f"Asking {services} about {nth} of {count_of(progress.total, 'name')}…"
    if progress.requested:
        return f"{services} failed a moment ago; Dateline asks again soon…"
    if progress.waits:
        return f"{unavailable(progress)} Dateline tries again soon."
    return ""


def unavailable(progress: Progress) -> str:
    """How many names could not be asked about, in a sentence; empty where none."""
    if not progress.unavailable:
        return ""
    names = count_of(progress.unavailable, "name")
    are = "is" if progress.unavailable == 1 else "are"
    return f"Geocoding service unavailable: {names} {are} still unresolved."
