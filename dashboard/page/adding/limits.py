"""What a reader waits for: a turn among others who have articles read, or the next hour."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.engine.parsing.fair_queue import Waiter
from dashboard.engine.permissions import is_own_machine
from dashboard.engine.process import process
from dashboard.page.session.presence import Presence, session
from dashboard.wording.phrases import count_of


@contextmanager
def waiting() -> Iterator[Waiter]:
    """This session as somebody who waits; its place in the queue is shown here meanwhile."""
    lines: list[DeltaGenerator] = []

    def tell(place: int) -> None:
        if not lines:
            lines.append(st.empty())
        # Writing it again is also where Streamlit ends the run of a reader who has left.
        lines[0].info(said_of(place), icon=":material/hourglass_top:")

    try:
        yield Waiter(session(), tell, Presence(session()))
    finally:
        for line in lines:
            line.empty()


def said_of(place: int) -> str:
    """A place in the queue, in words."""
    return f"Other articles are being read. Yours is number {place} in the queue."


def too_many(number: int) -> str:
    """Why so many articles cannot be brought in now; "" where they can.

    Whoever sits at this machine itself brings in what they like.
    """
    if is_own_machine(st.get_option("server.address"), st.context.headers):
        return ""
    server = process()
    settings = server.settings
    if wait := server.by_session.take(session(), number):
        return _sentence(settings.articles_per_hour, "in one session", "", wait)
    if wait := server.by_address.take(st.context.ip_address or "", number):
        return _sentence(settings.articles_per_hour_address, "from one address", "_ADDRESS", wait)
    return ""


def _sentence(most: int, where: str, setting: str, wait: float) -> str:
    return (
        f"No more than {count_of(most, 'article')} an hour can be brought in {where}: try again in "
        f"{count_of(ceil(wait / 60), 'minute')} (DATELINE_ARTICLES_PER_HOUR{setting})."
    )
