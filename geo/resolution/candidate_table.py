"""All candidates of an article's names, one row each, and what the names say of each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.model.places import Candidate, PlaceKind
from geo.resolution.distances import Floats, distances_km, unit_vectors
from geo.resolution.mention_groups import Cluster
from geo.resolution.outlets import UNKNOWN, Coverage, Outlet, region_of
from geo.resolution.signals import COLUMN, SIGNALS, alone

NEAR_KM = 150.0
MOST_POINTS = 200
"""Names of one article that distances are taken to."""
UNLIKELY = 0.01
"""What is less likely than this says nothing of what an article is about."""
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.COUNTY})
Integers = NDArray[np.intp]


@dataclass(frozen=True)
class Table:
    """The candidates of all clusters, one row each, with the codes of where they lie.

    `owner[row]` is the cluster of a row; rows of one cluster follow each other.
    """

    clusters: tuple[Cluster, ...]
    outlet: Outlet = UNKNOWN

    @cached_property
    def rows(self) -> tuple[Candidate, ...]:
        """All candidates, by cluster."""
        return tuple(c for cluster in self.clusters for c in cluster.candidates)

    @cached_property
    def owner(self) -> Integers:
        """The cluster of each row."""
        counts = [len(cluster.candidates) for cluster in self.clusters]
        return np.repeat(np.arange(len(counts)), counts)

    @cached_property
    def names(self) -> Integers:
        """A number for the name of each row; names speak for each other, not for themselves."""
        codes = _codes([cluster.name.casefold() for cluster in self.clusters])
        return np.asarray(codes[self.owner], dtype=np.intp)

    @cached_property
    def starts(self) -> list[int]:
        """Where each cluster's rows begin, and at last the number of rows."""
        return [0, *np.cumsum([len(cluster.candidates) for cluster in self.clusters]).tolist()]

    @cached_property
    def weights(self) -> Floats:
        """The weight of each row's cluster."""
        return np.array([cluster.weight for cluster in self.clusters])[self.owner]

    @cached_property
    def vectors(self) -> Floats:
        """Where each row lies, as unit vectors."""
        return unit_vectors([row.place for row in self.rows])

    @cached_property
    def countries(self) -> Integers:
        """A number for the country of each row; 0 where there is none."""
        return _codes([row.place.country_code for row in self.rows])

    @cached_property
    def regions(self) -> Integers:
        """The first-level division of each row; a division's own is itself."""
        return _codes([region_of(row.place) for row in self.rows])

    @cached_property
    def static(self) -> Floats:
        """The signals that do not depend on how other names are resolved."""
        blocks = [alone(cluster, self.outlet) for cluster in self.clusters]
        return np.concatenate([np.zeros((0, len(SIGNALS))), *blocks])

    def of_kind(self, kind: PlaceKind) -> Floats:
        """1 for the rows of this kind, 0 for the others."""
        return self.static[:, COLUMN[kind.value]]

    def coverage(self, probabilities: Floats) -> Coverage:
        """Where the names lie, given the probability of each row."""
        mass = self.weights * probabilities
        likely = np.flatnonzero(probabilities >= UNLIKELY).tolist()
        points = set(self.points(probabilities))
        return Coverage.of((self.rows[i].place, float(mass[i]), i in points) for i in likely)

    def in_context(self, probabilities: Floats, home: Coverage | None = None) -> Floats:
        """All signals, given the probability of each row after a first pass.

        `home` is what other articles of the outlet are about, where that is known.
        """
        signals = self.static.copy()
        mass = self.weights * probabilities
        others = np.maximum(mass.sum() - np.bincount(self.names, weights=mass)[self.names], 1e-9)
        for area, codes in (("country", self.countries), ("region", self.regions)):
            share, named = self._shares(mass, codes, self.of_kind(PlaceKind(area)))
            signals[:, COLUMN[f"{area}_share"]] = share / others
            signals[:, COLUMN[f"{area}_named"]] = np.minimum(named, 1.0)
        signals[:, COLUMN["near"]] = self._nearness(probabilities)
        signals[:, COLUMN["same_sense"]] = self._same_sense(probabilities)
        if home is not None:
            self._fill_home(signals, home)
        return signals

    def _fill_home(self, signals: Floats, home: Coverage) -> None:
        signals[:, COLUMN["home"]] = 1.0
        signals[:, COLUMN["home_near"]] = home.nearness(self.vectors)
        countries = [row.place.country_code for row in self.rows]
        regions = [region_of(row.place) for row in self.rows]
        for column, weights, areas in (
            ("home_country", home.countries, countries),
            ("home_region", home.regions, regions),
        ):
            total = max(sum(weights.values()), 1e-9)
            signals[:, COLUMN[column]] = [weights.get(area, 0.0) / total for area in areas]

    def _shares(self, mass: Floats, codes: Integers, is_area: Floats) -> tuple[Floats, Floats]:
        """By row: the mass of other names in the row's area, and of names of the area itself."""
        pairs, own = np.unique(self.names * (codes.max(initial=0) + 1) + codes, return_inverse=True)

        def elsewhere(values: Floats) -> Floats:
            total = np.bincount(codes, weights=values)[codes]
            ours = np.bincount(own, weights=values, minlength=len(pairs))[own]
            return np.asarray((total - ours) * (codes > 0), dtype=np.float64)

        return elsewhere(mass), elsewhere(mass * is_area)

    def points(self, probabilities: Floats) -> list[int]:
        """The likeliest rows of clusters that lie at one point, the weightiest clusters first."""
        tops = [t for t in self.tops(probabilities) if self.rows[t].place.kind in _POINTS]
        return sorted(tops, key=lambda t: -self.weights[t] * probabilities[t])[:MOST_POINTS]

    def _nearness(self, probabilities: Floats) -> Floats:
        """By row: the highest exp(-distance / NEAR_KM) to another name's likeliest point."""
        points = self.points(probabilities)
        if not points:
            return np.zeros(len(self.rows))
        closeness = np.exp(-distances_km(self.vectors, self.vectors[points]) / NEAR_KM)
        closeness *= probabilities[points]
        closeness[self.names[:, None] == self.names[points][None, :]] = 0.0
        return np.asarray(closeness.max(axis=1), dtype=np.float64)

    def tops(self, probabilities: Floats) -> list[int]:
        """The likeliest row of each cluster that has any."""
        return [
            start + int(probabilities[start:end].argmax())
            for start, end in pairwise(self.starts)
            if end > start
        ]

    def _same_sense(self, probabilities: Floats) -> Floats:
        """By row of a bare name: the probability of its place where the name has a parent."""
        known: dict[tuple[str, str], float] = {}
        for index, cluster in enumerate(self.clusters):
            if cluster.parent:
                for row in range(self.starts[index], self.starts[index + 1]):
                    key = (cluster.name.casefold(), self.rows[row].place.id)
                    known[key] = max(known.get(key, 0.0), float(probabilities[row]))
        if not known:
            return np.zeros(len(self.rows))
        return np.array(
            [
                0.0
                if (cluster := self.clusters[owner]).parent
                else known.get((cluster.name.casefold(), row.place.id), 0.0)
                for row, owner in zip(self.rows, self.owner.tolist(), strict=True)
            ]
        )


def _codes(values: Sequence[str]) -> Integers:
    """Numbers for strings: equal for equal ones, 0 for the empty one."""
    numbers: dict[str, int] = {"": 0}
    return np.array([numbers.setdefault(v, len(numbers)) for v in values], dtype=np.intp)
