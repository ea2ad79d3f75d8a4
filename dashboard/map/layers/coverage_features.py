"""Coverage as the map gets it: discs as GeoJSON features, countries by class, what is in view."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asinh, atan, degrees, pi, radians, sinh, sqrt, tan

import numpy as np

from dashboard.map.layers.gate import for_map
from dashboard.map.layers.place_features import outline_code, point_of
from dashboard.records.map_data import DiscCollection, DiscFeature, DiscProperties, Point, Shades
from geo.coverage import Box, Cluster, Counts, Points
from geo.model.places import Place

APART_PX = 46.0
"""Least distance between two discs, in pixels: that of two fingers' targets, and then some."""
TILE_PX = 256.0
"""The width of the world at zoom 0."""
MARGIN = 0.2
"""How much around the view is drawn too, as a share of it: a short way needs no new places."""
LEAST_RADIUS, MOST_RADIUS = 5.0, 22.0
CLASSES = 5
MAX_LAT = 85.0


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the map looks: latitude and longitude, Leaflet's zoom, its size in pixels."""

    center: tuple[float, float]
    zoom: float
    size: tuple[float, float]

    @property
    def per_pixel(self) -> float:
        """The length of a pixel on the plane, whose width is the world's."""
        return float(1 / (TILE_PX * 2**self.zoom))

    @property
    def box(self) -> Box:
        """What is in view with a margin around it, on the plane."""
        x, y = on_plane(*self.center)
        half = [pixels * self.per_pixel * (0.5 + MARGIN) for pixels in self.size]
        return (x - half[0], y - half[1], x + half[0], y + half[1])

    @property
    def apart(self) -> float:
        """The least distance between two discs, on the plane."""
        return APART_PX * self.per_pixel


def on_plane(lat: float, lon: float) -> tuple[float, float]:
    """Web Mercator's x and y, with the world one wide, y to the north."""
    return lon / 360, asinh(tan(radians(max(-MAX_LAT, min(MAX_LAT, lat))))) / (2 * pi)


def on_earth(x: float, y: float) -> tuple[float, float]:
    """Latitude and longitude of a point of the plane."""
    return degrees(atan(sinh(2 * pi * y))), x * 360


def points_of(places: Sequence[Place]) -> Points:
    """Where the places' symbols are, on the plane."""
    found = [on_plane(*point_of(place)) for place in places]
    return np.array(found, np.float64).reshape(-1, 2)


def reach(points: Points) -> list[float]:
    """The southernmost and the northernmost latitude of points of the plane; 0 without any."""
    if not len(points):
        return [0.0, 0.0]
    return [round(on_earth(0, float(y))[0], 2) for y in (points[:, 1].min(), points[:, 1].max())]


def discs(found: Iterable[Cluster], measure: str) -> DiscCollection:
    """GeoJSON of the clusters; `measure`: "articles" or "mentions", what their size says."""
    counted = [(one, int(getattr(one.counts, measure))) for one in found]
    most = max((count for _, count in counted), default=1)
    ordered = sorted(counted, key=lambda pair: -pair[1])
    return {
        "type": "FeatureCollection",
        "features": [_disc(one, count, most) for one, count in ordered],
    }


def _disc(one: Cluster, count: int, most: int) -> DiscFeature:
    lat, lon = on_earth(*one.point)
    south, west = on_earth(one.box[0], one.box[1])
    north, east = on_earth(one.box[2], one.box[3])
    radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * sqrt(count / most)
    properties: DiscProperties = {
        "name": for_map(one.place.name),
        "names": one.names,
        "count": count,
        "articles": one.counts.articles,
        "mentions": one.counts.mentions,
        "r": round(radius, 1),
        "area": one.place.kind.is_area,
        "outline": outline_code(one.place),
        "box": ((round(south, 4), round(west, 4)), (round(north, 4), round(east, 4))),
    }
    point: Point = {"type": "Point", "coordinates": (round(lon, 5), round(lat, 5))}
    return {"type": "Feature", "id": one.place.id, "properties": properties, "geometry": point}


def shades(countries: Mapping[str, Counts], measure: str) -> Shades:
    """Each country's count and class by its code, and the least count of each class."""
    counts = {code: int(getattr(counted, measure)) for code, counted in countries.items()}
    edges = class_edges(counts.values())
    shaded = {code: (count, _class_of(count, edges)) for code, count in counts.items() if count}
    return {"edges": edges, "countries": shaded}


def class_edges(counts: Iterable[int]) -> list[int]:
    """The least count of each class, at most CLASSES: round numbers, each some times the last.

    Coverage is uneven by orders of magnitude: equal steps would put all but one country into
    the first class.
    """
    most = max(counts, default=0)
    if most <= CLASSES:
        return list(range(1, most + 1))
    edges = [1]
    for step in range(1, CLASSES):
        edge = _round_number(most ** (step / CLASSES))
        edges.append(max(edge, edges[-1] + 1))
    return edges


def _class_of(count: int, edges: Sequence[int]) -> int:
    return max(number for number, edge in enumerate(edges) if count >= edge)


def _round_number(value: float) -> int:
    """The nearest of 1, 2, 3, 5, 10, 20, 30, 50 and so on."""
    power = 1
    while value >= power * 10:
        power *= 10
    return min((1, 2, 3, 5, 10), key=lambda digit: abs(digit * power - value)) * power
