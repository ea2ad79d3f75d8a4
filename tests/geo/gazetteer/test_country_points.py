"""Countries' positions lie inside their outlines, as the base map draws them."""

import json
from itertools import pairwise
from pathlib import Path

from geo.gazetteer import Gazetteer

ROOT = Path(__file__).parents[3]
SMALL = {"GS", "IO", "PN", "HM", "MO", "VA", "KI", "WF", "EH"}
"""Atolls and towns the outline is too coarse for, and one drawn as disputed."""

Ring = list[tuple[float, float]]


def outlines() -> dict[str, list[Ring]]:
    """The rings of each country; arcs are deltas of hundredths of a degree."""
    drawn = json.loads((ROOT / "dashboard/map/static/data/countries-50m.json").read_bytes())
    arcs = [_decoded(arc) for arc in drawn["arcs"]]
    rings: dict[str, list[Ring]] = {}
    for country in drawn["countries"]:  # a country's far-off reefs stand in rows of their own
        for ring in (ring for polygon in country["p"] for ring in polygon):
            points = [point for i in ring for point in (arcs[i] if i >= 0 else arcs[~i][::-1])]
            rings.setdefault(country["c"], []).append(points)
    return rings


def _decoded(arc: list[int]) -> Ring:
    x = y = 0
    points = []
    for dx, dy in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / 100, y / 100))
    return points


def crossings(ring: Ring, lon: float, lat: float) -> int:
    """How often a ray to the east crosses the ring: an odd sum means inside."""
    return sum(
        (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])
    )


def test_countries_lie_inside_their_outlines(gazetteer: Gazetteer) -> None:
    outside = []
    for code, rings in outlines().items():
        place = gazetteer.country_place(code)
        if place is None or code in SMALL:
            continue
        turns = (place.lon - 360, place.lon, place.lon + 360)
        if not any(sum(crossings(r, lon, place.lat) for r in rings) % 2 for lon in turns):
            outside.append((code, place.lat, place.lon))
    assert outside == []
