"""The library of this process: opened when it is first asked for."""

import time
from threading import Lock

import streamlit as st

from dashboard.page.notice import sentence_of
from geo.corrections import Correction
from geo.errors import LibraryError
from geo.library import Library
from geo.settings import Settings

PAUSE_S = 30.0
"""How long a database that failed is left alone: asking again could keep the page waiting."""


class Opener:
    """Opens a library once; where that fails, not again for a while. Thread-safe."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._library: Library | None = None
        self._failure: tuple[float, LibraryError] | None = None

    def open(self) -> Library:
        """The library. Raises LibraryError where it cannot be opened, or could not just now."""
        with self._lock:
            if self._library is not None:
                return self._library
            if self._failure and time.monotonic() - self._failure[0] < PAUSE_S:
                raise type(self._failure[1])(str(self._failure[1]))
            try:
                self._library = Library.open(self._settings)
            except LibraryError as error:
                self._failure = (time.monotonic(), error)
                raise
            return self._library


@st.cache_resource(show_spinner=False)
def _opener() -> Opener:
    return Opener(Settings())


def library() -> Library:
    """The library of this process. Raises LibraryError where it cannot be opened."""
    return _opener().open()


def corrections() -> tuple[tuple[Correction, ...], str]:
    """What readers corrected, and a sentence where that cannot be read."""
    try:
        return library().corrections.active(), ""
    except LibraryError as error:
        return (), sentence_of(error)
