"""The figures of resolution, from answers: shares, distances, intervals."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from statistics import mean, median

import numpy as np

from benchmarks.answers import Answer, Read

FARTHEST_KM = 20_039.0
"""The farthest two points on earth can lie apart, as Gritta et al. take it."""
DRAWS, SEED = 1000, 7


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of gold spans; `area` is right with areas counted, `right` and `same` without.

    `with_id` are the gold spans that have a GeoNames id, `same` those answered with it.
    """

    gold: float = 0
    found: float = 0
    placed: float = 0
    right: float = 0
    area: float = 0
    with_id: float = 0
    same: float = 0
    spurious: float = 0

    @property
    def of_all(self) -> float:
        """Right within 161 km, of all gold."""
        return share(self.right, self.gold)

    @property
    def area_of_all(self) -> float:
        """Right with areas, of all gold: recall, end to end."""
        return share(self.area, self.gold)

    @property
    def area_of_found(self) -> float:
        """Right with areas, of the names found; one left without a place counts as wrong."""
        return share(self.area, self.found)

    @property
    def area_of_placed(self) -> float:
        """Right with areas, of the names given a place."""
        return share(self.area, self.placed)

    @property
    def precision(self) -> float:
        """Right with areas, of all that was given a place, spurious names too."""
        return share(self.area, self.placed + self.spurious)

    @property
    def precision_near(self) -> float:
        """The same, right within 161 km only."""
        return share(self.right, self.placed + self.spurious)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, areas counted."""
        return share(2 * self.area, self.gold + self.placed + self.spurious)

    @property
    def f1_near(self) -> float:
        """F1, right within 161 km only."""
        return share(2 * self.right, self.gold + self.placed + self.spurious)

    @property
    def exact(self) -> float:
        """Answered with the gold's own id, of the gold that has one."""
        return share(self.same, self.with_id)


def tally(answers: Iterable[Answer], spurious: int = 0) -> Tally:
    """Count answers."""
    own = list(answers)
    return Tally(
        gold=len(own),
        found=sum(a.resolution is not None for a in own),
        placed=sum(a.placed for a in own),
        right=sum(a.right for a in own),
        area=sum(a.right_area for a in own),
        with_id=sum(a.gold.geonameid is not None for a in own),
        same=sum(a.same for a in own),
        spurious=spurious,
    )


def total(reads: Sequence[Read]) -> Tally:
    """Count the answers of documents."""
    return tally((a for r in reads for a in r.answers), sum(r.spurious for r in reads))


def spread(reads: Sequence[Read], figure: Callable[[Tally], float]) -> tuple[float, float]:
    """A figure's 95% interval: the documents are drawn anew, with return, 1,000 times."""
    rows = np.array([astuple(tally(r.answers, r.spurious)) for r in reads], dtype=np.float64)
    size = len(rows)
    often = np.random.default_rng(SEED).multinomial(size, np.full(size, 1 / size), DRAWS)
    values = [figure(Tally(*draw)) for draw in (often @ rows).tolist()]
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


@dataclass(frozen=True, slots=True)
class Distances:
    """Kilometres between answers and gold, over the names given a place."""

    mean: float
    median: float
    auc: float


def distances(answers: Iterable[Answer]) -> Distances:
    """How far off the answers lie; all 0 where there are none."""
    kilometres = [a.km for a in answers if a.km is not None]
    if not kilometres:
        return Distances(0.0, 0.0, 0.0)
    return Distances(mean(kilometres), median(kilometres), log_error_area(kilometres))


def log_error_area(kilometres: Sequence[float]) -> float:
    """AUC: the area under the curve of sorted log errors, 0 for no error, 1 for the farthest.

    ln(error + 1) / ln(20039), by the trapezium rule over evenly spaced ranks. Gritta, Pilehvar,
    Limsopatham and Collier, "What's missing in geographical parsing?" (2018); Gritta, Pilehvar
    and Collier, "A pragmatic guide to geoparsing evaluation" (2020).
    """
    curve = sorted(math.log(km + 1) / math.log(FARTHEST_KM) for km in kilometres)
    if len(curve) == 1:
        return curve[0]
    return (sum(curve) - (curve[0] + curve[-1]) / 2) / (len(curve) - 1)


def share(part: float, whole: float) -> float:
    """A part of a whole, 0 of nothing."""
    return part / whole if whole else 0.0
