"""What a point is called: "in Harbin", "8 km north-east of Harbin", or nothing far from all."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from geo.model.places import Place

REACH_KM = 100.0
"""A point farther than this from every known city lies in no known place's surroundings."""
PEOPLE_PER_KM2 = 7_000.0
"""A city is taken for a disc as large as its people need who live this close: Harbin's is 16 km
in radius, a town's of 10,000 700 m."""
KM_PER_DEGREE = 111.195
_DIRECTIONS = (
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A known place around or near a point.

    `km` is from the place's point to the asked one; `direction` ("north-east") is "" where the
    point lies within the place.
    """

    place: Place
    km: float
    direction: str = ""

    @property
    def said(self) -> str:
        """`in Harbin`, or `8 km north-east of Harbin`."""
        if not self.direction:
            return f"in {self.place.name}"
        return f"{max(1, round(self.km))} km {self.direction} of {self.place.name}"


def surroundings(
    lat: float, lon: float, cities: Iterable[tuple[Place, float]]
) -> Surroundings | None:
    """Of cities and how many kilometres away they are: the largest that holds the point, else
    the nearest; None where none lies within REACH_KM.
    """
    near = [(place, km) for place, km in cities if km <= REACH_KM]
    if not near:
        return None
    around = [(place, km) for place, km in near if km <= _extent(place)]
    if around:
        place, km = max(around, key=lambda one: (one[0].population, -one[1]))
        return Surroundings(place, km)
    place, km = min(near, key=lambda one: (one[1] - _extent(one[0]), one[0].id))
    return Surroundings(place, km, _direction(place.lat, place.lon, lat, lon))


def _extent(place: Place) -> float:
    """The radius in kilometres within which a point counts as in the place."""
    return max(0.5, math.sqrt(place.population / (math.pi * PEOPLE_PER_KM2)))


def _direction(lat: float, lon: float, to_lat: float, to_lon: float) -> str:
    """The compass direction in which the way from one point to another begins."""
    first, second, across = math.radians(lat), math.radians(to_lat), math.radians(to_lon - lon)
    east = math.sin(across) * math.cos(second)
    straight, turned = math.cos(first) * math.sin(second), math.sin(first) * math.cos(second)
    north = straight - turned * math.cos(across)
    return _DIRECTIONS[round(math.degrees(math.atan2(east, north)) / 45) % 8]
