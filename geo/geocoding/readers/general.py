"""An answer of any service as a place: geopy knows its point and its address, and no more."""

from hashlib import blake2b

from geo.geocoding.services import Answer, Reading
from geo.places import Place, PlaceKind


def reading_of(service: str, answer: Answer) -> Reading:
    """The place at the answer's point; ValueError where it has no name or point.

    Its id is of the service, the point and the address: the same answer has the same id.
    """
    name = answer.address.split(",")[0].strip()
    if not name or not (-90 <= answer.lat <= 90 and -180 <= answer.lon <= 180):
        raise ValueError("an answer without a name or a point on earth")
    said = f"{answer.lat:.5f} {answer.lon:.5f} {answer.address}"
    number = blake2b(said.encode(), digest_size=6).hexdigest()
    return Reading(Place(f"{service}-{number}", name, PlaceKind.FACILITY, answer.lat, answer.lon))
