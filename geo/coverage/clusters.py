"""Places that lie close together on a map, counted as one: what a map of many places can draw."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.coverage.counts import Rows, Texts, articles_by
from geo.coverage.queries import Counts, Search
from geo.coverage.table import Ints, Table
from geo.model.places import Place

Points = NDArray[np.float64]
"""A row for each place: x and y, on a plane of the map's making."""
Box = tuple[float, float, float, float]
"""Least x and y, greatest x and y."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places that are drawn as one, at the point of the most named of them.

    `names`: how many places. `box`: where all of them lie.
    """

    place: Place
    names: int
    counts: Counts
    point: tuple[float, float]
    box: Box


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the table's places lie on the map's plane, and what of it is drawn.

    Places less than `apart` from each other are drawn as one; those outside `within` are not.
    """

    points: Points
    apart: float
    within: Box


def clusters(table: Table, search: Search, texts: Texts, ground: Ground) -> list[Cluster]:
    """The places that a search finds on some ground, those that lie close together as one.

    Most articles come first; an article that names several places of a cluster counts once.
    Time grows with rows and places; how many clusters there are is bounded by how many squares
    of `apart` the ground holds.
    """
    points, within = ground.points, ground.within
    rows = Rows(table, search, texts).passing()
    mentions = np.bincount(table.place[rows], minlength=len(table.places))
    inside = (points[:, 0] >= within[0]) & (points[:, 0] <= within[2])
    inside &= (points[:, 1] >= within[1]) & (points[:, 1] <= within[3])
    shown = np.flatnonzero(inside & (mentions > 0))
    if not len(shown):
        return []
    ranked = shown[np.argsort(-mentions[shown], kind="stable")]
    of_place = np.full(len(table.places), -1, np.int64)
    of_place[ranked] = _grouped(points[ranked], ground.apart)
    return _counted(table, rows, of_place, ranked, points)


def _grouped(points: Points, apart: float) -> Ints:
    """The cluster of each point, the strongest first: by squares, then anchors that are near."""
    squares = np.floor(points / apart).astype(np.int64)
    _, first, of_point = np.unique(squares, axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)  # squares by the rank of their strongest point
    anchors = points[first[order]]
    joined = _joined(anchors, apart)
    of_square = np.empty(len(order), np.int64)
    of_square[order] = joined
    return of_square[of_point.reshape(-1)]


def _joined(anchors: Points, apart: float) -> Ints:
    """Each anchor's cluster: its own number, or that of a stronger one less than `apart` away."""
    joined = np.arange(len(anchors))
    heads = np.ones(len(anchors), bool)
    for number in range(1, len(anchors)):
        gaps = np.hypot(*(anchors[:number] - anchors[number]).T)
        gaps[~heads[:number]] = np.inf
        nearest = int(gaps.argmin())
        if gaps[nearest] < apart:
            joined[number], heads[number] = nearest, False
    return joined


def _counted(
    table: Table, rows: NDArray[np.bool_], of_place: Ints, ranked: Ints, points: Points
) -> list[Cluster]:
    heads, numbers = np.unique(of_place[ranked], return_inverse=True)
    compact = np.full(len(of_place), -1, np.int64)
    compact[ranked] = numbers.reshape(-1)
    own = rows & (compact[table.place] >= 0)
    value = compact[table.place[own]]
    articles = articles_by(table.article[own], value, len(heads))
    mentions = np.bincount(value, minlength=len(heads))
    found = []
    for number, places in enumerate(_members(compact[ranked], ranked, len(heads))):
        lie = points[places]
        box = (*lie.min(axis=0).tolist(), *lie.max(axis=0).tolist())
        x, y = lie[0].tolist()
        counts = Counts(int(articles[number]), int(mentions[number]))
        found.append(Cluster(table.places[int(places[0])], len(places), counts, (x, y), box))
    return sorted(found, key=lambda one: (-one.counts.articles, -one.counts.mentions))


def _members(numbers: Ints, places: Ints, size: int) -> Sequence[Ints]:
    """The places of each cluster, strongest first."""
    order = np.argsort(numbers, kind="stable")
    return np.split(places[order], np.searchsorted(numbers[order], np.arange(1, size)))
