"""Reading Natural Earth's TopoJSON (npm package world-atlas) into lines and rings.

Longitudes run from -169 to 191, not from -180 to 180: so Russia, Fiji and the islands of the
Pacific are in one piece, and the seam of the map lies in the Bering Strait.
"""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

SEAM = -169.0
"""Degrees of longitude where the map begins and ends."""

Point = tuple[float, float]
Line = list[Point]
Ring = list[int]
"""Arcs by index; a negative index `~i` means arc i backwards, as in TopoJSON."""


@dataclass
class Country:
    """One area of the base map: rings of arcs by polygon, outer ring first."""

    name: str
    numeric: str
    polygons: list[list[Ring]]
    disputed: bool = False


@dataclass
class Topology:
    """Arcs as lines of (longitude, latitude) in degrees, and the countries made of them.

    Drawn by hand: lines that are `claims`, and rings in which every border is `disputed`.
    """

    arcs: list[Line]
    countries: list[Country]
    claims: list[Line] = field(default_factory=list)
    disputed: list[Line] = field(default_factory=list)

    def points(self, ring: Ring) -> Line:
        """The ring's points in order, the shared ends of its arcs once."""
        out: Line = []
        for arc in ring:
            line = self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]
            out.extend(line[1:] if out else line)
        return out

    def owners(self) -> dict[int, set[int]]:
        """For each arc, the indexes of the countries whose outline it is part of."""
        owners: dict[int, set[int]] = defaultdict(set)
        for index, country in enumerate(self.countries):
            for arc in (a for polygon in country.polygons for ring in polygon for a in ring):
                owners[arc if arc >= 0 else ~arc].add(index)
        return owners

    def split(self, cut: Callable[[Line], list[Line]]) -> None:
        """Replace each arc by the pieces `cut` makes of it."""
        arcs: list[Line] = []
        pieces: list[Ring] = []
        for arc in self.arcs:
            made = cut(arc)
            pieces.append(list(range(len(arcs), len(arcs) + len(made))))
            arcs.extend(made)
        self.arcs = arcs
        for country in self.countries:
            country.polygons = [
                [[p for a in ring for p in _pieces(pieces, a)] for ring in polygon]
                for polygon in country.polygons
            ]


def read_topology(path: Path) -> Topology:
    """The countries of a world-atlas file; Antarctica is left to `antarctica`."""
    data = json.loads(path.read_text(encoding="utf-8"))
    (scale_x, scale_y), (x0, y0) = data["transform"]["scale"], data["transform"]["translate"]
    arcs = [_unwrap(_decode(arc, scale_x, scale_y, x0, y0)) for arc in data["arcs"]]
    countries = [
        Country(
            shape["properties"]["name"],
            shape.get("id", ""),
            [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"],
        )
        for shape in data["objects"]["countries"]["geometries"]
    ]
    return Topology(arcs, countries)


def inside(point: Point, ring: Line) -> bool:
    """Whether the point lies in the ring (even-odd rule)."""
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def cut_by(ring: Line) -> Callable[[Line], list[Line]]:
    """A cut that parts a line where it enters or leaves the ring."""

    def cut(line: Line) -> list[Line]:
        pieces = [[line[0]]]
        state = inside(line[0], ring)
        for point in line[1:]:
            pieces[-1].append(point)
            if inside(point, ring) != state:
                state = not state
                pieces.append([point])
        return [piece for piece in pieces if len(piece) > 1]

    return cut


def antarctica(topology: Topology) -> list[Line]:
    """Antarctica's rings, the mainland cut at the seam and drawn far beyond what a map shows."""
    country = next(c for c in topology.countries if c.numeric == "010")
    # The finer file gives the mainland as a ring along the pole with its coast in a second one.
    rings = [max(map(topology.points, polygon), key=len) for polygon in country.polygons]
    mainland = max(rings, key=len)
    return [_mainland(r) if r is mainland else r for r in rings if max(y for _, y in r) > -84]


def _mainland(ring: Line) -> Line:
    # South of 80 degrees the coast crosses the seam and comes back: straight lines stand for it.
    coast = [(x if x >= SEAM else x + 360, y) for x, y in ring if y > -80.0]
    coast = list(dict.fromkeys(coast))
    start = max(range(len(coast)), key=lambda i: abs(coast[i][0] - coast[i - 1][0]))
    turned = coast[start:] + coast[:start]
    if turned[0][0] > turned[-1][0]:
        turned.reverse()
    # A frame larger than the world shows ice south of it and the coast again beside it.
    south, beyond, again = -89.99, 720.0, 60.0
    west = [(x - 360, y) for x, y in turned if x > SEAM + 360 - again]
    east = [(x + 360, y) for x, y in turned if x < SEAM + again]
    drawn = [*west, *turned, *east]
    first, last = SEAM - beyond, SEAM + 360 + beyond
    return [(first, south), (first, drawn[0][1]), *drawn, (last, drawn[-1][1]), (last, south)]


def _decode(arc: list[list[int]], sx: float, sy: float, x0: float, y0: float) -> Line:
    x = y = 0
    line = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        line.append((x * sx + x0, y * sy + y0))
    return line


def _unwrap(line: Line) -> Line:
    out = [line[0]]
    for x, y in line[1:]:
        turns = round((out[-1][0] - x) / 360)
        out.append((x + 360 * turns, y))
    mean = sum(x for x, _ in out) / len(out)
    shift = 360 if mean < SEAM else -360 if mean > SEAM + 360 else 0
    return [(x + shift, y) for x, y in out]


def _pieces(pieces: list[Ring], arc: int) -> Ring:
    return pieces[arc] if arc >= 0 else [~p for p in reversed(pieces[~arc])]
