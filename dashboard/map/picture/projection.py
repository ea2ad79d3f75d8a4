"""Which part of the world a picture shows, and where in it a point lies.

The projection is the plain one: longitude and latitude as x and y, narrowed by the cosine of
the middle latitude.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from dashboard.map.picture.outlines import Line, Point

WIDTH, HEIGHT = 1600, 1000
"""Pixels, where no other size is asked for."""
Size = tuple[int, int]
HEAD = 64
"""Pixels of the band with the title."""
FINER = 2
"""It is drawn this many times larger and made smaller, which smooths its edges."""
LEAST_SPAN = 14.0
"""Degrees of longitude shown at least: what lies around a place says where it is."""
WORLD = (-169.0, -58.0, 191.0, 84.0)
"""West, south, east and north of what can be shown."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Which part of the world fills the picture's map."""

    west: float
    north: float
    per_lon: float
    per_lat: float
    width: int = WIDTH

    @classmethod
    def on(cls, points: Sequence[Point], size: Size = (WIDTH, HEIGHT)) -> "Camera":
        """The camera that shows all points with room around them, on a picture of this size."""
        wide, high = size[0] * FINER, (size[1] - HEAD) * FINER
        lons = [lon for lon, _ in points] or [WORLD[0], WORLD[2]]
        lats = [lat for _, lat in points] or [WORLD[1], WORLD[3]]
        middle = (max(lats) + min(lats)) / 2
        narrow = max(0.35, cos(radians(middle)))
        span = max(
            LEAST_SPAN,
            (max(lons) - min(lons)) * 1.25,
            (max(lats) - min(lats)) * 1.35 / narrow * wide / high,
        )
        span = min(span, WORLD[2] - WORLD[0])
        per_lon = wide / span
        per_lat = per_lon / narrow
        west = _within((max(lons) + min(lons) - span) / 2, WORLD[0], WORLD[2] - span)
        tall = high / per_lat
        north = _within(middle + tall / 2, min(WORLD[3], WORLD[1] + tall), WORLD[3])
        return cls(west, north, per_lon, per_lat, size[0])

    @property
    def span(self) -> float:
        """Degrees of longitude across the picture."""
        return self.width * FINER / self.per_lon

    def at(self, point: Point) -> Point:
        """Where a point lies in the large picture, in pixels."""
        lon, lat = point
        return (lon - self.west) * self.per_lon, HEAD * FINER + (self.north - lat) * self.per_lat

    def line(self, line: Line) -> list[Point]:
        """A line's points in pixels."""
        return [self.at(point) for point in line]


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(most, value))
