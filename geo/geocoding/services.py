"""What a geocoding service is asked, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from geo.geocoding.search_area import Area
from geo.model.places import Place, PlaceKind

SHIPPED = "shipped"
"""`Resolution.source` of a place that came with Dateline, since no service could be asked."""


@dataclass(frozen=True, slots=True)
class Question:
    """A name, and what the article says of where it may lie.

    `parent` is the name of a place around it, or ""; `country_code` is ISO 3166-1 alpha-2, or
    "". `kind` is what the recogniser could tell of the place's kind. `area` is where the parent
    lies, or None where that is not known or says no more than the country does.
    """

    name: str
    parent: str = ""
    country_code: str = ""
    kind: PlaceKind | None = None
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """One way to put a question to a service.

    `query` is the first argument of the geopy geocoder's `geocode`, `options` are the others.
    `asked` is the same in words: "Saint Sophia Cathedral, Harbin". `trust` is how probable it
    is that an answer is right, from 0 to 1.
    """

    query: str | Mapping[str, str]
    asked: str
    trust: float
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """One result of a geopy geocoder: a `geopy.Location` taken apart.

    `raw` is what the service sent for it; `lat` and `lon` are degrees WGS 84.
    """

    raw: object
    lat: float
    lon: float
    address: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer as a place, and what of it helps to say how probable it is.

    `names` are all its names, in any language, or empty where the service gives only one.
    `importance` is how well known the place is, from 0 to 1, or None.
    """

    place: Place
    names: tuple[str, ...] = ()
    importance: float | None = None


@dataclass(frozen=True, slots=True)
class Taste:
    """In which language (ISO 639-1) a service answers, and which country it prefers, if any."""

    language: str = "en"
    country: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that answers a question, and what of its context the service was told.

    `asked` is what was sent: "Saint Sophia Cathedral, Harbin". `inside`: the place lies in the
    area of the question. `kept` is the day of an answer that is used past its time, because the
    service could not be asked again; None for any other. `shipped`: the place is Dateline's own,
    shipped with it, because the service could not be asked.
    """

    place: Place
    probability: float
    asked: str
    inside: bool = False
    kept: date | None = None
    shipped: bool = False


class Service(Protocol):
    """A geocoder. No finding means that it does not know the name."""

    @property
    def name(self) -> str:
        """What readers know it by; it becomes `Resolution.source`."""
        ...

    @property
    def closed_for(self) -> float:
        """Seconds for which it will not be asked, after failures; 0 where it may be."""
        ...

    def find(self, question: Question) -> tuple[Finding, ...]:
        """The places it knows, the likeliest first; ServiceUnavailable if it cannot be asked.

        What it did not know long ago is no answer today: that is ServiceUnavailable, too.
        """
        ...

    def reverse(self, lat: float, lon: float) -> tuple[Place, ...]:
        """The places at a point, the nearest first; ServiceUnavailable if it cannot be asked."""
        ...
