"""Whether a request comes from the server's own machine."""

import ipaddress
from collections.abc import Mapping

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")


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
