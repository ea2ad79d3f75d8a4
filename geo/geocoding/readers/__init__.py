"""The answers of services as places."""

from collections.abc import Mapping

from geo.geocoding.osm import place_of
from geo.geocoding.services import Answer
from geo.places import Place


def read(service: str, answer: Answer) -> Place:
    """The place an answer of `service` (geopy's name of it) describes.

    Raises ValueError, or LookupError or TypeError, where it describes none.
    """
    if service == "nominatim" and isinstance(answer.raw, Mapping):
        return place_of(answer.raw)
    raise ValueError(f"answers of {service} cannot be read")
