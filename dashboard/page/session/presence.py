"""Is a reader still there: Streamlit lets a session run on for minutes once its page is gone."""

import time
from collections.abc import Callable

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

GONE_S = 12.0
"""How long a page may be away: it is loaded anew, or its connection is lost for a moment."""


class Presence:
    """Whether the page of a session is connected, or was a moment ago, as far as is looked."""

    def __init__(self, session: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._session, self._clock = session, clock
        self._seen = clock()

    def __call__(self) -> bool:
        """Whether it is here."""
        now = self._clock()
        if not runtime.exists() or runtime.get_instance().is_active_session(self._session):
            self._seen = now
        return now - self._seen < GONE_S


def session() -> str:
    """The id of this session, "" outside of one."""
    context = get_script_run_ctx()
    return context.session_id if context else ""
