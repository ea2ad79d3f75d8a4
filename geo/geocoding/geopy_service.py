"""Any geopy geocoder as a service: asked in its own way, its answers read as places."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from geopy.adapters import AdapterHTTPError
from geopy.exc import GeocoderRateLimited, GeocoderTimedOut, GeopyError

from geo.errors import ServiceUnavailable
from geo.geocoding.asking import askings, reverse_options
from geo.geocoding.ranking import rank
from geo.geocoding.readers import read
from geo.geocoding.services import Answer, Finding, Question, Reading, Taste
from geo.places import Place

LIKELY = 0.4
"""With a place at least this probable, a service is not asked again with less context."""


class GeopyService:
    """Asks a geopy geocoder; `name` is geopy's, `host` is said where it cannot be asked.

    `closed_for` says for how many seconds nothing is asked, after failures.
    """

    def __init__(
        self,
        name: str,
        geocoder: Any,
        host: str,
        taste: Taste,
        closed_for: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self.name = name
        self._geocoder, self._host, self._taste = geocoder, host, taste
        self._closed_for = closed_for

    @property
    def closed_for(self) -> float:
        """Seconds for which it will not be asked, after failures; 0 where it may be."""
        return self._closed_for()

    def find(self, question: Question) -> tuple[Finding, ...]:
        """The places the service knows, the likeliest first.

        It is asked with less and less of the context until an answer is likely; the best of all
        answers counts. Raises ServiceUnavailable where it cannot be asked, is too busy or talks
        nonsense.
        """
        best: tuple[Finding, ...] = ()
        for asking in askings(self.name, question, self._taste):
            ask = partial(self._geocoder.geocode, asking.query, exactly_one=False, **asking.options)
            found = rank(self._readings(ask, repr(asking.asked)), question, asking)
            best = max(best, found, key=_likeliest)
            if _likeliest(best) >= LIKELY:
                break
        return best

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
