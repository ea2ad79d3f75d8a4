"""OpenStreetMap's Nominatim, through geopy, cached, and asked with what the article says."""

import importlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from geopy.exc import GeocoderRateLimited, GeocoderTimedOut, GeopyError
from geopy.geocoders import Nominatim

from geo.errors import ServiceUnavailable
from geo.geocoding.limits import Gate
from geo.geocoding.osm import place_of
from geo.geocoding.services import Finding, Question, Service
from geo.places import Place
from geo.settings import Settings

CACHE_FILE = "geocoding.sqlite"
LIMIT = 5
"""Answers asked for: the first that fits is taken, the others are its alternatives."""
LANGUAGE = "en"
_WITH_PARENT, _WITH_COUNTRY, _NAME_ONLY = 0.6, 0.45, 0.3
"""How far an answer is trusted, by what of the article's context was asked with it."""


def services_from(settings: Settings) -> tuple[Service, ...]:
    """The services the settings name, none where geocoding is off.

    Make them once a process: they hold the rate limit. Raises ServiceUnavailable where the
    settings or the installation lack something.
    """
    return (NominatimService(settings),) if settings.geocoding else ()


class NominatimService:
    """Asks a Nominatim server; every answer is kept on disk and never asked for twice."""

    name = "nominatim"

    def __init__(self, settings: Settings, gate: Gate | None = None) -> None:
        if not settings.nominatim_user_agent.strip():
            raise ServiceUnavailable(
                "Online geocoding needs to say who is asking: set DATELINE_NOMINATIM_USER_AGENT "
                "to a name with an address to write to, or DATELINE_GEOCODING to false."
            )
        self._domain = settings.nominatim_domain
        self._geocoder = _geocoder(settings, gate or Gate(settings.geocoding_rate))

    def find(self, question: Question) -> tuple[Finding, ...]:
        """The places Nominatim knows, the likeliest first; asked with less context if none.

        Raises ServiceUnavailable where it cannot be asked, is too busy or talks nonsense.
        """
        for asked, code, trust in _ways_to_ask(question):
            if places := self._places(asked, code):
                return _findings(places, question, asked, trust)
        return ()

    def reverse(self, lat: float, lon: float) -> tuple[Place, ...]:
        """The places at a point, the nearest first; ServiceUnavailable as in `find`."""
        try:
            answer = self._geocoder.reverse((lat, lon), language=LANGUAGE, addressdetails=True)
            return (place_of(_raw(answer)),) if answer else ()
        except (GeopyError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise ServiceUnavailable(
                f"The geocoder at {self._domain} could not be asked about {lat:.4f}, {lon:.4f} "
                f"({_what_happened(error)}): try again later."
            ) from error

    def _places(self, asked: str, country_code: str) -> list[Place]:
        try:
            answers = self._geocoder.geocode(
                asked,
                exactly_one=False,
                limit=LIMIT,
                language=LANGUAGE,
                addressdetails=True,
                country_codes=country_code.lower() or None,
            )
            return list({p.id: p for p in (place_of(_raw(a)) for a in answers or ())}.values())
        except (GeopyError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise ServiceUnavailable(
                f"The geocoder at {self._domain} could not be asked about {asked!r} "
                f"({_what_happened(error)}): try again later."
            ) from error


def _geocoder(settings: Settings, gate: Gate) -> Nominatim:
    try:
        transport = importlib.import_module("geo.geocoding.transport")
    except ImportError as error:
        raise ServiceUnavailable(
            f"Online geocoding needs a package that is missing ({error.name}): "
            'install it with pip install "dateline[online]".'
        ) from error
    path = settings.cache_dir / CACHE_FILE
    try:
        settings.cache_dir.mkdir(parents=True, exist_ok=True)
        return Nominatim(
            user_agent=settings.nominatim_user_agent,
            domain=settings.nominatim_domain,
            scheme=settings.nominatim_scheme,
            timeout=settings.geocoding_timeout,
            adapter_factory=partial(transport.CachedAdapter, path=path, gate=gate),
        )
    except (GeopyError, OSError, sqlite3.Error) as error:
        raise ServiceUnavailable(
            f"The geocoder at {settings.nominatim_domain} cannot be used with the cache {path} "
            f"({error}): check the DATELINE_ settings."
        ) from error


def _ways_to_ask(question: Question) -> Iterator[tuple[str, str, float]]:
    """What to send, the country to search in, and how far to trust the answer."""
    name, parent, code = question.name, question.parent, question.country_code
    if parent and parent.casefold() not in name.casefold():
        yield f"{name}, {parent}", code, _WITH_PARENT
    if code:
        yield name, code, _WITH_COUNTRY
    else:
        yield name, "", _NAME_ONLY


def _findings(
    places: Sequence[Place], question: Question, asked: str, trust: float
) -> tuple[Finding, ...]:
    """The places of the kind asked for first; the others share what trust is left."""
    ranked = sorted(places, key=lambda place: question.kind not in {None, place.kind})
    rest = (1 - trust) / 2 / max(1, len(ranked) - 1)
    return tuple(
        Finding(place, round(rest if rank else trust, 4), asked)
        for rank, place in enumerate(ranked)
    )


def _raw(answer: Any) -> Mapping[str, object]:
    raw = answer.raw
    if not isinstance(raw, Mapping):
        raise TypeError("an answer is no object")
    return raw


def _what_happened(error: Exception) -> str:
    if isinstance(error, GeocoderRateLimited):
        return "it is asked too often"
    if isinstance(error, GeocoderTimedOut):
        return "it did not answer in time"
    if isinstance(error, GeopyError):
        return " ".join(str(error).split())[:120] or type(error).__name__
    return "its answer cannot be read"
