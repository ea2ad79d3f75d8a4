"""An answer of any service as a place: geopy knows its point and its address, and no more."""

from geo.geocoding.readers.answer_values import hashed, name_of, point_of
from geo.geocoding.services import Answer, Reading
from geo.model.places import Place, PlaceKind


def reading_of(service: str, answer: Answer) -> Reading:
    """The place at the answer's point; ValueError where it has no name or point.

    Its id is of the service, the point and the address: the same answer has the same id.
    """
    name = name_of(answer.address.split(",")[0])
    lat, lon = point_of(answer.lat, answer.lon)
    number = hashed(f"{lat:.5f} {lon:.5f} {answer.address}")
    return Reading(Place(f"{service}-{number}", name, PlaceKind.FACILITY, lat, lon))
