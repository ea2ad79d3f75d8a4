"""Who may do what: correct places, bring in articles, delete them, see which are stored."""

import streamlit as st

from dashboard.engine.permissions import is_own_machine
from dashboard.engine.process import process
from geo.audience import Audience, Person
from geo.text.cleaning import one_line

LONGEST_NAME = 100


def is_editing() -> bool:
    """Whether this session may correct places; never in a frame of another page."""
    return not st.context.is_embedded and _may(process().settings.editing)


def is_importing() -> bool:
    """Whether this session may bring in and share articles."""
    return process().settings.importing.has(person())


def is_deleting() -> bool:
    """Whether this session may delete what others shared."""
    deleting = process().settings.deleting
    return is_editing() if deleting is None else deleting.has(person())


def may_list() -> bool:
    """Whether this session may see which articles are stored.

    A stored article's link cannot be guessed: whoever sees the list has every link.
    """
    return _may(process().settings.listing)


def _may(audience: Audience | None) -> bool:
    """Whether this session belongs to an audience; none is whoever sits at this machine."""
    if audience is not None:
        return audience.has(person())
    return is_own_machine(st.get_option("server.address"), st.context.headers)


def person() -> Person | None:
    """Who is signed in.

    An e-mail address counts only where the service says that it is verified: elsewhere anybody
    may have written another's.
    """
    user = st.user
    if not user.get("is_logged_in"):
        return None
    email = one_line(str(user.get("email") or ""))
    verified = email if user.get("email_verified") is True else ""
    name = one_line(str(user.get("name") or "")) or email
    return Person(name[:LONGEST_NAME], verified, str(user.get("sub") or ""))


def who() -> str:
    """The name of who is signed in, "" where nobody is."""
    somebody = person()
    return somebody.name if somebody else ""
