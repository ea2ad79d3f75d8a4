"""Who may correct places and see what is stored: whoever sits at this machine, or everybody where
the owner says so.
"""

import ipaddress
from collections.abc import Mapping

import streamlit as st

from dashboard.page.wording import visible
from geo.settings import Settings

LONGEST_NAME = 100
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")


def is_editing() -> bool:
    """Whether this session may correct places; never in a frame of another page."""
    if st.context.is_embedded:
        return False
    return may_edit(Settings(), st.get_option("server.address"), st.context.headers)


def may_list() -> bool:
    """Whether this session may see which articles are stored.

    A stored article's link cannot be guessed: whoever sees the list has every link.
    """
    listing = Settings().listing
    if listing is not None:
        return listing
    return is_own_machine(st.get_option("server.address"), st.context.headers)


def may_edit(settings: Settings, address: str | None, headers: Mapping[str, str]) -> bool:
    """Whether a reader may edit: as the setting says, else only on this machine itself."""
    if settings.editing is not None:
        return settings.editing
    return is_own_machine(address, headers)


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


def who() -> str:
    """The name of who is signed in, "" where nobody is."""
    user = st.user
    if not user.get("is_logged_in"):
        return ""
    name = str(user.get("name") or user.get("email") or "")
    return " ".join(visible(name).split())[:LONGEST_NAME]


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
