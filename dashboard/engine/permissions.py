"""Who may do what: one rule for every deed, and whether a request comes from this machine.

A deed calls `check` itself, whatever showed or hid its button: an event can be sent without one.
"""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from dashboard.server_settings import ServerSettings
from geo.audience import Audience, Person
from geo.errors import AccessError

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")


class Deed(Enum):
    """What the settings allow to some; the value is what those are told who may not."""

    BRING = "Only some people may add articles here"
    SHARE = "Only some people may share articles here"
    CORRECT = "Only some people may correct places here"
    DELETE = "Only some people may delete this article"
    LIST = "Only some people may see which articles are stored here"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who asks: who is signed in, from this machine or not, in a frame or not."""

    person: Person | None
    is_local: bool
    is_embedded: bool = False


def may(deed: Deed, visitor: Visitor, settings: ServerSettings) -> bool:
    """Whether the settings let somebody do it.

    Nothing is changed in a frame, whose page could have its reader press anything; a frame may
    list, which shows a reader no more than the page itself does.
    """
    if visitor.is_embedded and deed is not Deed.LIST:
        return False
    audience = _audience(deed, settings)
    return visitor.is_local if audience is None else audience.has(visitor.person)


def check(deed: Deed, visitor: Visitor, settings: ServerSettings) -> None:
    """Raise AccessError unless they may."""
    if may(deed, visitor, settings):
        return
    if visitor.is_embedded:
        raise AccessError("Nothing can be changed in a frame: open the page itself.")
    raise AccessError(f"{deed.value}: sign in as one of them.")


def _audience(deed: Deed, settings: ServerSettings) -> Audience | None:
    """Whom a setting names; None is whoever sits at this machine."""
    match deed:
        case Deed.BRING | Deed.SHARE:
            return settings.importing
        case Deed.CORRECT:
            return settings.editing
        case Deed.DELETE:
            return settings.editing if settings.deleting is None else settings.deleting
        case Deed.LIST:
            return settings.listing


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
