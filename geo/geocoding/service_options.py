"""What the settings say of a geocoder, checked against geopy's class of that name."""

import inspect
import ipaddress
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from geopy.geocoders import SERVICE_TO_GEOCODER

from geo.errors import SettingsError
from geo.geocoding.network.key_sealing import Seal
from geo.geocoding.readers.openstreetmap import StructuredNominatim
from geo.settings import GeocoderOptions, Settings

KEYS = ("api_key", "subscription_key", "apikey", "auth_token", "username")
"""What geopy's classes call the one key of a service; the first that a class has is meant,
unless it is a user name that goes with a password."""
_SECRET = frozenset({*KEYS, "app_id", "app_code", "auth_id", "password"})
_OURS = frozenset({"timeout", "proxies", "user_agent", "ssl_context", "adapter_factory"})
_LEFT_OUT = frozenset({"security_key"})
"""Baidu signs with it what the key is part of, and the key is put in after that."""
_NUMBERS = frozenset({"token_lifetime"})
_EXTENDED = {"nominatim": StructuredNominatim}
"""Classes that ask for more than geopy's own."""
_CONTACT = re.compile(r"\S@\S|https?://\S")
_PUBLIC_NOMINATIM = "nominatim.openstreetmap.org"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A geocoder of geopy's that can be made: its class, its arguments, and its keys sealed."""

    name: str
    geocoder: type[Any]
    arguments: dict[str, Any]
    options: GeocoderOptions
    seal: Seal

    @property
    def host(self) -> str:
        """Whom it asks, for people."""
        return str(self.arguments.get("domain") or _default(self.geocoder, "domain") or self.name)


def prepared(name: str, settings: Settings) -> Prepared:
    """The geocoder called `name` as the settings want it; SettingsError if they make no sense."""
    geocoder = _EXTENDED.get(name) or SERVICE_TO_GEOCODER.get(name)
    if geocoder is None:
        raise SettingsError(
            f"DATELINE_GEOCODERS names {name!r}, which is not a geocoder: choose from gazetteer, "
            f"{', '.join(sorted(SERVICE_TO_GEOCODER))}."
        )
    options = settings.geocoder.get(name, GeocoderOptions())
    seal = Seal()
    arguments = _arguments(name, geocoder, options, seal)
    ready = Prepared(name, geocoder, arguments, options, seal)
    arguments["timeout"] = options.timeout
    arguments["user_agent"] = _user_agent(ready, settings.contact)
    _check_rate(ready)
    return ready


def key_of(geocoder: type[Any]) -> str:
    """What a class of geopy's calls the one key it takes, or ""."""
    known = _parameters(geocoder)
    return next(
        (k for k in KEYS if k in known and not (k == "username" and "password" in known)), ""
    )


def _arguments(
    name: str, geocoder: type[Any], options: GeocoderOptions, seal: Seal
) -> dict[str, Any]:
    known = _parameters(geocoder)
    given = {n: v.get_secret_value() for n, v in (options.model_extra or {}).items()}
    given |= {n: v for n in ("domain", "scheme") if (v := getattr(options, n))}
    if options.key is not None:
        given[key_of(geocoder) or "key"] = options.key.get_secret_value()
    if unknown := sorted(set(given) - set(known)):
        ours = set(GeocoderOptions.model_fields) - {"key", "domain", "scheme"}
        there_are = sorted({*known, *ours, *({"key"} if key_of(geocoder) else ())})
        raise SettingsError(
            f"DATELINE_GEOCODER__{name.upper()}__{unknown[0].upper()} is not an option of {name}: "
            f"choose from {', '.join(there_are)}."
        )
    return {n: _value(n, given[n], seal) for n in sorted(given)}


def _parameters(geocoder: type[Any]) -> dict[str, inspect.Parameter]:
    named = dict(inspect.signature(geocoder.__init__).parameters)
    return {n: p for n, p in named.items() if n not in _OURS | _LEFT_OUT | {"self"}}


def _value(name: str, text: str, seal: Seal) -> object:
    if name in _NUMBERS:
        return int(text) if text.isdigit() else text
    return seal.stand_in(text) if name in _SECRET else text


def _user_agent(ready: Prepared, contact: str) -> str:
    said = ready.options.user_agent or f"dateline/{_version()} ({contact})"
    has_key = any(name in _SECRET for name in ready.arguments)
    if not (has_key or _is_own(ready.host) or _CONTACT.search(said)):
        raise SettingsError(
            f"{ready.name} ({ready.host}) requires a contact: set DATELINE_CONTACT to an "
            "e-mail or web address of yours."
        )
    return said


def _check_rate(ready: Prepared) -> None:
    if ready.host == _PUBLIC_NOMINATIM and ready.options.rate > 1:
        raise SettingsError(
            f"DATELINE_GEOCODER__NOMINATIM__RATE is {ready.options.rate:g}, but {ready.host} "
            "allows one question a second: set it to 1, or ask a server of your own."
        )


def _is_own(domain: str) -> bool:
    """Whether a server is this machine's or this network's, by its name or address."""
    host = domain.partition("/")[0].rsplit(":", 1)[0].strip("[]").lower()
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".lan", ".test"))


def _default(geocoder: type[Any], name: str) -> object:
    parameter = inspect.signature(geocoder.__init__).parameters.get(name)
    return None if parameter is None or parameter.default is parameter.empty else parameter.default


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "0"
