"""Any geopy geocoder as a service: asked in its own way, its answers read as places."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from geopy.adapters import AdapterHTTPError
from geopy.exc import GeocoderRateLimited, GeocoderTimedOut, GeopyError

from geo.errors import ServiceUnavailable
from geo.geocoding.asking import askings
from geo.geocoding.readers import read
from geo.geocoding.services import Answer, Finding, Question, Taste
from geo.places import Place


class GeopyService:
    """Asks a geopy geocoder; `name` is geopy's, `host` is said where it cannot be asked."""

    def __init__(self, name: str, geocoder: Any, host: str, taste: Taste) -> None:
        self.name = name
        self._geocoder, self._host, self._taste = geocoder, host, taste

    def find(self, question: Question) -> tuple[Finding, ...]:
        """The places the service knows, the likeliest first; asked with less context if none.

        Raises ServiceUnavailable where it cannot be asked, is too busy or talks nonsense.
        """
        for asking in askings(self.name, question, self._taste):
            ask = partial(self._geocoder.geocode, asking.query, exactly_one=False, **asking.options)
            places = self._places(ask, repr(asking.asked))
            if places:
                return _findings(places, question, asking.asked, asking.trust)
        return ()

    def reverse(self, lat: float, lon: float) -> tuple[Place, ...]:
        """The places at a point, in the service's order; degrees WGS 84.

        Raises ServiceUnavailable as `find` does.
        """
        ask = partial(self._geocoder.reverse, (lat, lon), exactly_one=False)
        return self._places(ask, f"{lat:.4f}, {lon:.4f}")

    def _places(self, ask: Callable[[], Iterable[Any] | None], asked: str) -> tuple[Place, ...]:
        try:
            return places_of(self.name, ask())
        except (GeopyError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise ServiceUnavailable(
                f"The geocoder at {self._host} could not be asked about {asked} "
                f"({_what_happened(error)}): try again later."
            ) from error


def places_of(name: str, located: Iterable[Any] | None) -> tuple[Place, ...]:
    """The places of geopy's locations, each once; what describes no place is left out.

    `name` is geopy's name of the service. Raises ValueError where there are locations, and none
    of them is a place.
    """
    answers = [_taken_apart(location) for location in located or ()]
    places: dict[str, Place] = {}
    for answer in answers:
        with suppress(AttributeError, LookupError, TypeError, ValueError):
            place = read(name, answer)
            places.setdefault(place.id, place)
    if answers and not places:
        raise ValueError(f"{name} gave answers and no place")
    return tuple(places.values())


def _taken_apart(location: Any) -> Answer:
    return Answer(location.raw, location.latitude, location.longitude, location.address)


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
