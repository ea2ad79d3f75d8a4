"""Signals: numbers that speak for or against each candidate, for all names of an article at once.

One row a candidate, one column a signal, in the order of `SIGNALS`. A scorer turns the rows
into scores; it alone knows what the signals weigh.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.places import Candidate, Match, PlaceKind
from geo.resolution.clusters import Cluster
from geo.resolution.earth import Floats, distances_km, unit_vectors

SIGNALS = (
    "population",  # log10 of inhabitants, a tenth of a million millions is 1
    "great",  # the same for a city, counted from GREAT on
    "country", "region", "county", "continent", "physical", "facility",  # its kind; a city: none
    "wide",  # a region that lies in no single country: "Middle East"
    "alternate", "short", "adjective", "nickname", "normalised",  # how it matched; its name: none
    "other_large",  # it matched by an alternate name and has many inhabitants
    "largest",  # no candidate of the name has more inhabitants
    "alone",  # the only candidate
    "capital",  # the capital of its country
    "lower",  # the mention is in capitals, as initials are, and the name that matched is not
    "people",  # a country, where the mention is of inhabitants or a language
    "inside_parent", "outside_parent",  # an area is named beside the mention; it lies there or not
    "same_sense",  # the same name, with an area beside it elsewhere, means this place
    "country_named", "region_named",  # the area it lies in is named in the article
    "country_share", "region_share",  # how much of the other names lies in the same area, or in it
    "near",  # other names of the article lie close by
)  # fmt: skip
STATIC = SIGNALS.index("same_sense")
"""Columns before this one do not depend on how the other names are resolved."""
NEAR_KM = 150.0
LONGEST_INITIALS = 4
GREAT = 100_000
"""Inhabitants from which a city is known beyond its country."""
LARGE = 200_000
"""Inhabitants."""
MOST_POINTS = 200
"""Names of one article that distances are taken to."""
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.COUNTY})
Integers = NDArray[np.intp]
_KINDS = (
    PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.COUNTY, PlaceKind.CONTINENT,
    PlaceKind.PHYSICAL, PlaceKind.FACILITY,
)  # fmt: skip
_MATCHES = {
    Match.ALTERNATE: "alternate", Match.ABBREVIATION: "short", Match.ADJECTIVE: "adjective",
    Match.DEMONYM: "adjective", Match.LANGUAGE: "adjective", Match.NICKNAME: "nickname",
    Match.NORMALISED: "normalised",
}  # fmt: skip
_COLUMN = {name: column for column, name in enumerate(SIGNALS)}


@dataclass(frozen=True)
class Table:
    """The candidates of all clusters, one row each, with the codes of where they lie.

    `owner[row]` is the cluster of a row; rows of one cluster follow each other.
    """

    clusters: tuple[Cluster, ...]

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
        return _codes(
            [
                row.place.id if row.place.kind == PlaceKind.REGION else row.place.region_id
                for row in self.rows
            ]
        )

    @cached_property
    def static(self) -> Floats:
        """The signals that do not depend on how other names are resolved."""
        signals = np.zeros((len(self.rows), len(SIGNALS)))
        for cluster, start in zip(self.clusters, self.starts, strict=False):
            _fill(signals[start : start + len(cluster.candidates)], cluster)
        return signals

    def of_kind(self, kind: PlaceKind) -> Floats:
        """1 for the rows of this kind, 0 for the others."""
        return self.static[:, _COLUMN[kind.value]]

    def in_context(self, probabilities: Floats) -> Floats:
        """All signals, given the probability of each row after a first pass."""
        signals = self.static.copy()
        mass = self.weights * probabilities
        others = np.maximum(mass.sum() - np.bincount(self.names, weights=mass)[self.names], 1e-9)
        for area, codes in (("country", self.countries), ("region", self.regions)):
            share, named = self._shares(mass, codes, self.of_kind(PlaceKind(area)))
            signals[:, _COLUMN[f"{area}_share"]] = share / others
            signals[:, _COLUMN[f"{area}_named"]] = np.minimum(named, 1.0)
        signals[:, _COLUMN["near"]] = self._nearness(probabilities)
        signals[:, _COLUMN["same_sense"]] = self._same_sense(probabilities)
        return signals

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


def _fill(block: Floats, cluster: Cluster) -> None:
    most = max((c.place.population for c in cluster.candidates), default=0)
    initials = len(cluster.name) <= LONGEST_INITIALS and cluster.name.isupper()
    for row, candidate, inside in zip(block, cluster.candidates, cluster.inside, strict=True):
        place = candidate.place
        row[0] = np.log10(place.population + 1) / 7
        if place.kind == PlaceKind.CITY and place.population > GREAT:
            row[_COLUMN["great"]] = np.log10(place.population / GREAT)
        if place.kind in _KINDS:
            row[_COLUMN[place.kind.value]] = 1.0
        row[_COLUMN["wide"]] = float(place.kind == PlaceKind.REGION and not place.country_code)
        if candidate.match in _MATCHES:
            row[_COLUMN[_MATCHES[candidate.match]]] = 1.0
        other = candidate.match == Match.ALTERNATE
        row[_COLUMN["other_large"]] = float(other and place.population >= LARGE)
        row[_COLUMN["capital"]] = float(place.is_capital)
        row[_COLUMN["largest"]] = float(place.population == most and most > 0)
        row[_COLUMN["alone"]] = float(len(cluster.candidates) == 1)
        row[_COLUMN["lower"]] = float(initials and not candidate.matched.isupper())
        row[_COLUMN["people"]] = float(cluster.people and place.kind == PlaceKind.COUNTRY)
        row[_COLUMN["inside_parent"]] = float(inside)
        row[_COLUMN["outside_parent"]] = float(cluster.parent is not None and not inside)


def _codes(values: Sequence[str]) -> Integers:
    """Numbers for strings: equal for equal ones, 0 for the empty one."""
    numbers: dict[str, int] = {"": 0}
    return np.array([numbers.setdefault(v, len(numbers)) for v in values], dtype=np.intp)
