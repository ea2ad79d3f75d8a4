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
    "bias": -1.68, "population": 5.20, "country": 1.16, "region": 0.47, "county": 0.01,
    "continent": 3.19, "physical": 2.11, "facility": 1.89, "wide": 2.89, "alternate": -2.10,
    "short": 0.36, "adjective": -1.49, "nickname": -0.50, "normalised": -1.52,
    "other_large": -0.39, "largest": 0.48, "alone": 1.91, "capital": 0.78, "lower": -1.32,
    "people": 1.50, "inside_parent": 2.97, "outside_parent": -2.76,
}  # fmt: skip
_IN_CONTEXT = {
    "bias": -3.30, "population": 4.39, "country": 3.05, "region": 0.61, "county": -0.90,
    "continent": 4.12, "physical": 2.39, "facility": 1.30, "wide": 3.67, "alternate": -2.56,
    "short": -0.04, "adjective": -0.93, "nickname": -0.50, "normalised": -2.04,
    "other_large": 0.66, "largest": 0.46, "alone": 1.44, "capital": 1.86, "lower": -0.70,
    "people": 1.50, "inside_parent": 1.45, "outside_parent": -2.49, "same_sense": 0.85,
    "country_named": 1.04, "region_named": 1.18, "country_share": 1.68, "region_share": 4.72,
    "near": 3.55,
}  # fmt: skip
DEFAULT = LinearScorer(_ALONE, _IN_CONTEXT)
