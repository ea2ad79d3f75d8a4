"""What a geocoding service is asked, and what it answers."""

from dataclasses import dataclass
from typing import Protocol

from geo.places import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class Question:
    """A name, and what the article says of where it may lie.

    `parent` is the name of a place around it, or ""; `country_code` is ISO 3166-1 alpha-2, or
    "". `kind` is what the recogniser could tell of the place's kind.
    """

    name: str
    parent: str = ""
    country_code: str = ""
    kind: PlaceKind | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that answers a question, and what of its context the service was told.

    `asked` is what was sent: "Saint Sophia Cathedral, Harbin".
    """

    place: Place
    probability: float
    asked: str


class Service(Protocol):
    """An online geocoder. No finding means that it does not know the name."""

    @property
    def name(self) -> str:
        """What readers know it by; it becomes `Resolution.source`."""
        ...

    def find(self, question: Question) -> tuple[Finding, ...]:
        """The places it knows, the likeliest first; ServiceUnavailable if it cannot be asked."""
        ...

    def reverse(self, lat: float, lon: float) -> tuple[Place, ...]:
        """The places at a point, the nearest first; ServiceUnavailable if it cannot be asked."""
        ...
