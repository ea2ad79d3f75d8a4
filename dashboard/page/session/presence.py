"""Is a reader still there: Streamlit lets a session run on for minutes once its page is gone."""

import time
from collections.abc import Callable

from dashboard.engine.timing import GONE_S
from dashboard.streamlit_internals import is_connected


class Presence:
    """Whether the page of a session is connected, or was a moment ago, as far as is looked."""

    def __init__(self, session: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._session, self._clock = session, clock
        self._seen = clock()

    def __call__(self) -> bool:
        """Whether it is here."""
        now = self._clock()
        if is_connected(self._session):
            self._seen = now
        return now - self._seen < GONE_S
