"""A part of the server that is down: what the page says, and how it comes back by itself."""

import time
from collections.abc import Callable

import streamlit as st

from dashboard.engine.process import process
from dashboard.engine.timing import RECOVERY_LOOK_S, REDRAW_S

MENDING = (
    "The gazetteer's file was damaged or deleted. Dateline builds it again, which takes up to a "
    "minute; then the map continues by itself."
)


def mend_gazetteer() -> None:
    """Have the gazetteer built again where its file went bad, and say so meanwhile.

    Raises DatelineError where that cannot be done.
    """
    gazetteer = process().articles().parser.gazetteer
    if not gazetteer.is_sound:
        with st.spinner(MENDING):
            gazetteer.mend()


def watch_library() -> None:
    """Draw the page anew once a library that is down is back. Not inside a fragment."""
    if process().is_library_down:
        _look_again(lambda: not process().corrections()[1])


def watch_reading() -> None:
    """Draw a page that could read nothing anew after a while. Not inside a fragment."""
    since = time.monotonic()
    _look_again(lambda: time.monotonic() - since > REDRAW_S)


@st.fragment(run_every=RECOVERY_LOOK_S)
def _look_again(is_back: Callable[[], bool]) -> None:
    if is_back():
        st.rerun()
