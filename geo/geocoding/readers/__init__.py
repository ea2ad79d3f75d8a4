"""The answers of services as places: one module a service, named as geopy names it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from geo.geocoding.readers import general, geonames, mapbox, opencage, pelias, photon
from geo.geocoding.readers.answer_values import mapping_of
from geo.geocoding.readers.openstreetmap import reading_of
from geo.geocoding.services import Answer, Reading

Reader = Callable[[Mapping[str, object]], Reading]
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "nominatim": reading_of,
        "photon": photon.reading_of,
        "geonames": geonames.reading_of,
        "pelias": pelias.reading_of,
        "opencage": opencage.reading_of,
        "mapbox": mapbox.reading_of,
    }
)


def read(service: str, answer: Answer) -> Reading:
    """The place an answer of `service` (geopy's name of it) describes.

    Of a service that has no reader of its own, what geopy says of every answer.
    Raises ValueError, or LookupError or TypeError, where it describes none.
    """
    if service not in READERS:
        return general.reading_of(service, answer)
    return READERS[service](mapping_of(answer.raw))
