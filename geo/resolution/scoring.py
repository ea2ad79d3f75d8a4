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
    "bias": -2.43, "population": 5.88, "country": 0.62, "region": -0.46, "county": 0.35,
    "continent": 3.53, "physical": 1.62, "facility": 2.18, "alternate": -2.04, "short": 0.89,
    "adjective": -0.13, "nickname": -0.50, "normalised": -1.66, "other_large": 0.41,
    "largest": 0.34, "alone": 1.32, "lower": -1.47, "people": 1.50, "inside_parent": 3.40,
    "outside_parent": -2.18,
}  # fmt: skip
_IN_CONTEXT = {
    "bias": -3.79, "population": 5.34, "country": 2.16, "region": -0.60, "county": -0.17,
    "continent": 4.55, "physical": 1.93, "facility": 2.19, "alternate": -2.41, "short": 0.21,
    "adjective": 0.51, "nickname": -0.50, "normalised": -2.02, "other_large": 1.29,
    "largest": 0.23, "alone": 0.59, "lower": -0.87, "people": 1.50, "inside_parent": 1.60,
    "outside_parent": -2.11, "same_sense": 0.98, "country_named": 1.35, "region_named": 1.48,
    "country_share": 1.11, "region_share": 5.22, "near": 3.08,
}  # fmt: skip
DEFAULT = LinearScorer(_ALONE, _IN_CONTEXT)
