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
    "bias": -1.26, "population": 4.17, "great": 0.99, "country": 1.81, "region": 1.13,
    "county": 0.34, "continent": 2.95, "physical": 1.92, "facility": 1.71, "wide": 2.19,
    "alternate": -2.09, "short": 0.28, "adjective": -1.55, "nickname": -0.50,
    "normalised": -1.51, "other_large": -0.45, "largest": 0.46, "alone": 1.71, "capital": 0.11,
    "lower": -1.14, "people": 1.50, "inside_parent": 2.99, "outside_parent": -3.05,
}  # fmt: skip
_IN_CONTEXT = {
    "bias": -3.13, "population": 3.65, "great": 1.01, "country": 3.61, "region": 1.19,
    "county": -0.49, "continent": 4.04, "physical": 2.31, "facility": 1.23, "wide": 3.09,
    "alternate": -2.56, "short": -0.02, "adjective": -1.02, "nickname": -0.50,
    "normalised": -2.12, "other_large": 0.53, "largest": 0.49, "alone": 1.38, "capital": 1.22,
    "lower": -0.61, "people": 1.50, "inside_parent": 1.33, "outside_parent": -2.45,
    "same_sense": 1.04, "country_named": 0.90, "region_named": 1.31, "country_share": 1.78,
    "region_share": 4.60, "near": 3.33,
}  # fmt: skip
DEFAULT = LinearScorer(_ALONE, _IN_CONTEXT)
