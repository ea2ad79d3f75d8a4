"""Who may do what: correct places, bring in articles, delete them, see which are stored."""

import ipaddress
from collections.abc import Mapping

import streamlit as st

from dashboard.wording.place_words import visible
from geo.audience import Audience, Person
from geo.settings import Settings

LONGEST_NAME = 100
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")


def is_editing() -> bool:
    """Whether this session may correct places; never in a frame of another page."""
    return not st.context.is_embedded and _may(Settings().editing)


def is_importing() -> bool:
    """Whether this session may bring in and share articles."""
    return Settings().importing.has(person())


def is_deleting() -> bool:
    """Whether this session may delete what others shared."""
    deleting = Settings().deleting
    return is_editing() if deleting is None else deleting.has(person())


def may_list() -> bool:
    """Whether this session may see which articles are stored.

    A stored article's link cannot be guessed: whoever sees the list has every link.
    """
    return _may(Settings().listing)


def _may(audience: Audience | None) -> bool:
    """Whether this session belongs to an audience; none is whoever sits at this machine."""
    if audience is not None:
        return audience.has(person())
    return is_own_machine(st.get_option("server.address"), st.context.headers)


def is_own_machine(address: str | None, headers: Mapping[str, str]) -> bool:
    """Whether the dashboard serves its own machine alone.

    `address` is what the server listens on, None for every address. Listening on this machine
    alone is not enough: behind a proxy, or asked by another host's name, it is public too.
    """
    asked = {name.casefold(): value for name, value in headers.items()}
    return (
        _is_loopback(address or "")
        and _is_loopback(_host_name(asked.get("host", "")))
        and not any(name.casefold() in asked for name in _FORWARDED)
    )


def person() -> Person | None:
    """Who is signed in.

    An e-mail address counts only where the service says that it is verified: elsewhere anybody
    may have written another's.
    """
    user = st.user
    if not user.get("is_logged_in"):
        return None
    email = _line(user.get("email"))
    verified = email if user.get("email_verified") is True else ""
    name = _line(user.get("name")) or email
    return Person(name[:LONGEST_NAME], verified, str(user.get("sub") or ""))


def who() -> str:
    """The name of who is signed in, "" where nobody is."""
    somebody = person()
    return somebody.name if somebody else ""


def _line(said: object) -> str:
    return " ".join(visible(str(said or "")).split())


def _host_name(host: str) -> str:
    """A Host header without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def _is_loopback(host: str) -> bool:
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
