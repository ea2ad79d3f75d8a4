"""Any geopy geocoder as a service: asked in its own way, its answers read as places."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Protocol

from geopy.adapters import AdapterHTTPError
from geopy.exc import GeocoderRateLimited, GeocoderTimedOut, GeopyError

from geo.errors import ServiceUnavailable
from geo.geocoding.ranking import rank
from geo.geocoding.readers import read
from geo.geocoding.readers.questions import askings, elsewhere, reverse_options
from geo.geocoding.services import Answer, Asking, Finding, Question, Reading, Taste
from geo.model.places import Place

LIKELY = 0.4
"""With a place at least this probable, a service is not asked again with less context."""
LEAST_ELSEWHERE = 0.1
"""A place outside of the country that the article names counts only if it is that name's, and
known well enough among its namesakes."""


class Line(Protocol):
    """The way to a service, as `transport.CachedAdapter` is one."""

    @property
    def closed_for(self) -> float:
        """Seconds for which nothing is asked, after failures; 0 where it is open."""
        ...

    @property
    def kept(self) -> date | None:
        """The day of this thread's last answer, where it is used past its time."""
        ...

    @property
    def shipped(self) -> bool:
        """Whether this thread's last answer is Dateline's own, for the service gave none."""
        ...


@dataclass(frozen=True, slots=True)
class Direct:
    """A way without a cache, which is always open."""

    closed_for: float = 0.0
    kept: date | None = None
    shipped: bool = False


class GeopyService:
    """Asks a geopy geocoder; `name` is geopy's, `host` is said where it cannot be asked."""

    def __init__(
        self, name: str, geocoder: Any, host: str, taste: Taste, line: Line | None = None
    ) -> None:
        self.name = name
        self._geocoder, self._host, self._taste = geocoder, host, taste
        self._line = line or Direct()

    @property
    def closed_for(self) -> float:
        """Seconds for which it will not be asked, after failures; 0 where it may be."""
        return self._line.closed_for

    def find(self, question: Question) -> tuple[Finding, ...]:
        """The places the service knows, the likeliest first.

        It is asked with less and less of the context until an answer is likely; the best of all
        answers counts. Where there is none at all, the article's country may have misled: the
        name alone is the last question. Raises ServiceUnavailable where it cannot be asked, is
        too busy or talks nonsense, and where it knew nothing long ago and cannot be asked again.
        """
        best: tuple[Finding, ...] = ()
        silent: list[date | None] = []
        for asking in askings(self.name, question, self._taste):
            found = self._found(asking, question, silent)
            best = max(best, found, key=_likeliest)
            if _likeliest(best) >= LIKELY:
                break
        if not best and (last := elsewhere(self.name, question, self._taste)):
            found = self._found(last, question, silent)
            best = tuple(one for one in found if one.probability >= LEAST_ELSEWHERE)
        if not best and silent:
            raise ServiceUnavailable(_unsure(self._host, question.name, silent))
        return best

    def _found(
        self, asking: Asking, question: Question, silent: list[date | None]
    ) -> tuple[Finding, ...]:
        """What it knows; that it could not be asked now goes with what is found, or to `silent`."""
        ask = partial(self._geocoder.geocode, asking.query, exactly_one=False, **asking.options)
        found = rank(self._readings(ask, repr(asking.asked)), question, asking)
        kept, shipped = self._line.kept, self._line.shipped
        if (kept or shipped) and not found:
            silent.append(kept)
        return tuple(replace(one, kept=kept, shipped=shipped) for one in found)

    def reverse(self, lat: float, lon: float) -> tuple[Place, ...]:
        """The places at a point, in the service's order; degrees WGS 84.

        Raises ServiceUnavailable as `find` does.
        """
        options = reverse_options(self.name, self._taste)
        ask = partial(self._geocoder.reverse, (lat, lon), exactly_one=False, **options)
        return tuple(reading.place for reading in self._readings(ask, f"{lat:.4f}, {lon:.4f}"))

    def _readings(self, ask: Callable[[], Iterable[Any] | None], asked: str) -> tuple[Reading, ...]:
        try:
            return readings_of(self.name, ask())
        except (GeopyError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise ServiceUnavailable(
                f"The geocoder at {self._host} could not be asked about {asked} "
                f"({_what_happened(error)}): try again later."
            ) from error


def readings_of(name: str, located: Iterable[Any] | None) -> tuple[Reading, ...]:
    """geopy's locations as places, each once; what describes no place is left out.

    `name` is geopy's name of the service. Raises ValueError where there are locations, and none
    of them is a place.
    """
    answers = [_taken_apart(location) for location in located or ()]
    readings: dict[str, Reading] = {}
    for answer in answers:
        with suppress(AttributeError, LookupError, TypeError, ValueError):
            reading = read(name, answer)
            readings.setdefault(reading.place.id, reading)
    if answers and not readings:
        raise ValueError(f"{name} gave answers and no place")
    return tuple(readings.values())


def _likeliest(findings: tuple[Finding, ...]) -> float:
    return findings[0].probability if findings else 0.0


def _taken_apart(location: Any) -> Answer:
    return Answer(location.raw, location.latitude, location.longitude, location.address)


def _unsure(host: str, name: str, silent: Sequence[date | None]) -> str:
    """That a service cannot be asked; the days are those on which it did not know the name."""
    day = min((day for day in silent if day), default=None)
    if day is None:
        return f"The geocoder at {host} could not be asked about {name!r}: try again later."
    return (
        f"The geocoder at {host} did not know {name!r} on {day.day} {day:%B %Y} "
        "and cannot be asked again: try again later."
    )


def _what_happened(error: Exception) -> str:
    if isinstance(error, GeocoderRateLimited):
        return "it is asked too often"
    if isinstance(error, GeocoderTimedOut):
        return "it did not answer in time"
    if isinstance(error.__cause__, AdapterHTTPError):
        return f"it answered with an error, HTTP {error.__cause__.status_code}"
    if isinstance(error, GeopyError):
        return " ".join(str(error).split())[:120] or type(error).__name__
    return "its answer cannot be read"
