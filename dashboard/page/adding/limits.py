"""What a reader waits for: a turn among others who have articles read, or the next hour."""

from math import ceil
from typing import cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.engine.parsing.fair_queue import Waiter
from dashboard.engine.parsing.parsed_articles import Reading
from dashboard.engine.permissions import is_own_machine
from dashboard.engine.process import process
from dashboard.page.session.presence import Presence
from dashboard.streamlit_internals import session_id
from dashboard.wording.phrases import count_of
from geo.model.parsed_article import ParsedArticle


def waiter() -> Waiter:
    """This session as somebody who waits, as long as its page is open."""
    return Waiter(session_id(), Presence(session_id()))


def while_waiting(reading: Reading) -> list[ParsedArticle]:
    """What comes of a reading; the session's place in the queue is shown here meanwhile."""
    line: DeltaGenerator | None = None
    try:
        while True:
            try:
                place = next(reading)
            except StopIteration as end:
                return cast("list[ParsedArticle]", end.value)
            if line is None:
                line = st.empty()
            line.info(said_of(place), icon=":material/hourglass_top:")
    finally:
        reading.close()  # a run that Streamlit ends while it draws gives the place to others
        if line is not None:
            line.empty()


def said_of(place: int) -> str:
    """A place in the queue, in words."""
    return f"Other articles are being read. Yours is number {place} in the queue."


def quota_refusal(number: int) -> str:
    """Why so many articles cannot be brought in now; "" where they can.

    Whoever sits at this machine itself brings in what they like.
    """
    if is_own_machine(st.get_option("server.address"), st.context.headers):
        return ""
    server = process()
    settings = server.settings
    if wait := server.by_session.take(session_id(), number):
        return _sentence(settings.articles_per_hour, "in one session", "", wait)
    if wait := server.by_address.take(st.context.ip_address or "", number):
        return _sentence(settings.articles_per_hour_address, "from one address", "_ADDRESS", wait)
    return ""


def _sentence(most: int, where: str, setting: str, wait: float) -> str:
    return (
        f"No more than {count_of(most, 'article')} an hour can be brought in {where}: try again in "
        f"{count_of(ceil(wait / 60), 'minute')} (DATELINE_ARTICLES_PER_HOUR{setting})."
    )
