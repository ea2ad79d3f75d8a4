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


# Fitted by maximum likelihood on the even half of the documents of GeoWebNews, LGL and
# TR-News, each corpus weighing the same; the temperature of the softmax is part of the weights.
_ALONE = {
    "bias": -1.0, "population": 4.0, "country": 4.0, "region": 3.0, "county": 1.0,
    "continent": 4.0, "physical": 2.0, "facility": 0.0, "alternate": -1.0, "short": 0.5,
    "adjective": 1.0, "nickname": -0.5, "normalised": -2.0, "largest": 1.5, "alone": 0.5,
    "people": 2.0, "inside_parent": 4.0, "outside_parent": -3.0,
}  # fmt: skip
_IN_CONTEXT = _ALONE | {
    "same_sense": 4.0, "country_named": 1.0, "region_named": 1.5, "country_share": 1.5,
    "region_share": 3.0, "near": 2.0, "holds": 2.0,
}  # fmt: skip
DEFAULT = LinearScorer(_ALONE, _IN_CONTEXT)
