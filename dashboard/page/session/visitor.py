"""Who this session is of, and what the settings let it do."""

import streamlit as st

from dashboard.engine import permissions
from dashboard.engine.permissions import Deed, Visitor, is_own_machine
from dashboard.engine.process import process
from geo.audience import Person
from geo.text.cleaning import one_line

LONGEST_NAME = 100


def check(deed: Deed) -> None:
    """Raise AccessError unless this session may do it: for the deed itself, at its beginning."""
    permissions.check(deed, _visitor(), process().settings)


def may(deed: Deed) -> bool:
    """Whether this session may do it: for what is drawn, as buttons."""
    return permissions.may(deed, _visitor(), process().settings)


def is_editing() -> bool:
    """Whether this session may correct places; never in a frame of another page."""
    return may(Deed.CORRECT)


def is_importing() -> bool:
    """Whether this session may bring in and share articles."""
    return may(Deed.BRING) and may(Deed.SHARE)


def is_deleting() -> bool:
    """Whether this session may delete what others shared."""
    return may(Deed.DELETE)


def may_list() -> bool:
    """Whether this session may see which articles are stored.

    A stored article's link cannot be guessed: whoever sees the list has every link.
    """
    return may(Deed.LIST)


def is_embedded() -> bool:
    """Whether the page is in a frame of another."""
    return bool(st.context.is_embedded)


def _visitor() -> Visitor:
    is_local = is_own_machine(st.get_option("server.address"), st.context.headers)
    return Visitor(person(), is_local, is_embedded())


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
