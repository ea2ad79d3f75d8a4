"""The base map's outlines as Python reads them; `static/base/outlines.js` reads the same files."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.map.layers.assets import text

PARTS_PER_DEGREE = 100

Point = tuple[float, float]
"""Longitude and latitude, degrees WGS 84; longitudes run from -169 to 191."""
Line = list[Point]
Polygon = list[Line]
"""The outer ring, then the holes."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """What is drawn of the world, and the polygons of each country by its code."""

    land: tuple[Polygon, ...]
    disputed: tuple[Polygon, ...]
    ice: tuple[Polygon, ...]
    coasts: tuple[Line, ...]
    borders: tuple[Line, ...]
    doubtful: tuple[Line, ...]
    by_code: dict[str, list[Polygon]]


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country's name, where it stands (`at`), and the width of the country there."""

    name: str
    at: Point
    degrees: float


@lru_cache(maxsize=2)
def outlines(detail: str) -> Outlines:
    """The world at "110m" or "50m"."""
    data = json.loads(text(f"data/countries-{detail}.json"))
    arcs = [_line(flat) for flat in data["arcs"]]
    land: list[Polygon] = []
    disputed: list[Polygon] = []
    by_code: dict[str, list[Polygon]] = {}
    for country in data["countries"]:
        polygons = [[_ring(arcs, ring) for ring in rings] for rings in country["p"]]
        (disputed if country.get("d") else land).extend(polygons)
        by_code.setdefault(country.get("c") or "", []).extend(polygons)

    def lines(kind: str) -> tuple[Line, ...]:
        return tuple(arcs[index] for index in data[kind])

    return Outlines(
        land=tuple(land),
        disputed=tuple(disputed),
        ice=tuple([_line(ring)] for ring in data["ice"]),
        coasts=lines("coast"),
        borders=lines("border"),
        doubtful=(*lines("disputed"), *(_line(flat) for flat in data["claims"])),
        by_code=by_code,
    )


@lru_cache(maxsize=1)
def country_names() -> tuple[CountryName, ...]:
    """The countries that are labelled, widest first."""
    rows = json.loads(text("data/labels.json"))["countries"]
    names = (CountryName(name, (lon, lat), wide) for _, name, lat, lon, _, _, wide in rows if name)
    return tuple(sorted(names, key=lambda found: -found.degrees))


def _line(flat: Sequence[int]) -> Line:
    """Points of differences in hundredths of a degree: x, y, dx, dy, ..."""
    line = []
    x = y = 0
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        line.append((x / PARTS_PER_DEGREE, y / PARTS_PER_DEGREE))
    return line


def _ring(arcs: Sequence[Line], ring: Iterable[int]) -> Line:
    """Arcs joined; a negative index is the arc of its complement, backwards."""
    points: Line = []
    for index in ring:
        line = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += line[1:] if points else line
    return points
