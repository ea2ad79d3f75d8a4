"""From signals to probabilities: a scorer, then a softmax with the option "none of these"."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np

from geo.resolution.earth import Floats
from geo.resolution.signals import SIGNALS


class Scorer(Protocol):
    """Scores candidates; a learned ranker takes this one's place and nothing else changes."""

    def alone(self, signals: Floats) -> Floats:
        """Scores of rows of signals, shape (n, len(SIGNALS)), before the context is known."""
        ...

    def in_context(self, signals: Floats) -> Floats:
        """Scores of rows of signals once the context is known."""
        ...


class LinearScorer:
    """A weighted sum of the signals, one set of weights for each pass.

    The score of "none of these" is 0, so `bias` says how much speaks for any candidate at all.
    """

    def __init__(self, alone: Mapping[str, float], in_context: Mapping[str, float]) -> None:
        self._alone, self._in_context = _vector(alone), _vector(in_context)

    def alone(self, signals: Floats) -> Floats:
        """Scores before the context is known."""
        return np.asarray(signals @ self._alone[1:] + self._alone[0], dtype=np.float64)

    def in_context(self, signals: Floats) -> Floats:
        """Scores once the context is known."""
        return np.asarray(signals @ self._in_context[1:] + self._in_context[0], dtype=np.float64)


def _vector(weights: Mapping[str, float]) -> Floats:
    return np.array([weights.get(name, 0.0) for name in ("bias", *SIGNALS)])


def softmax_with_none(scores: Floats, starts: Sequence[int]) -> tuple[Floats, Floats]:
    """Probabilities of rows and, by cluster, of none of its rows.

    `starts` are the first rows of the clusters and, at last, the number of rows.
    """
    rows = np.zeros(len(scores))
    none = np.ones(len(starts) - 1)
    for index, (start, end) in enumerate(pairwise(starts)):
        if end > start:
            block = np.append(scores[start:end], 0.0)
            block = np.exp(block - block.max())
            block /= block.sum()
            rows[start:end], none[index] = block[:-1], block[-1]
    return rows, none


# Fitted by training/resolution.py: maximum likelihood on one seeded half of the documents of
# GeoWebNews, LGL and TR-News. The temperature of the softmax is part of the weights.
_ALONE = {
    "bias": -2.04, "population": 6.12, "country": 0.54, "region": -0.37, "county": -0.05,
    "continent": 3.33, "physical": 2.25, "facility": 2.07, "wide": 3.62, "alternate": -2.21,
    "short": 0.53, "adjective": -1.31, "nickname": -0.50, "normalised": -1.55,
    "other_large": -0.45, "largest": 0.35, "alone": 2.12, "lower": -1.34, "people": 1.50,
    "inside_parent": 3.04, "outside_parent": -2.62,
}  # fmt: skip
_IN_CONTEXT = {
    "bias": -3.65, "population": 5.65, "country": 2.09, "region": -0.50, "county": -0.92,
    "continent": 4.21, "physical": 2.54, "facility": 1.77, "wide": 4.65, "alternate": -2.72,
    "short": -0.02, "adjective": -0.76, "nickname": -0.50, "normalised": -1.94,
    "other_large": 0.67, "largest": 0.19, "alone": 1.72, "lower": -0.80, "people": 1.50,
    "inside_parent": 1.54, "outside_parent": -2.49, "same_sense": 1.31, "country_named": 1.20,
    "region_named": 1.11, "country_share": 1.54, "region_share": 4.89, "near": 3.50,
}  # fmt: skip
DEFAULT = LinearScorer(_ALONE, _IN_CONTEXT)
