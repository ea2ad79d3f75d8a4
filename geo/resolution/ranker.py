"""From signals to probabilities: a scorer, then a softmax with the option "none of these"."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from geo.resolution.distances import Floats
from geo.resolution.signals import COLUMN, SIGNALS


class Scorer(Protocol):
    """Scores candidates; a learned ranker takes this one's place and nothing else changes."""

    def alone(self, signals: Floats) -> Floats:
        """Scores of rows of signals, shape (n, len(SIGNALS)), before the context is known."""
        ...

    def in_context(self, signals: Floats) -> Floats:
        """Scores of rows of signals once the context is known."""
        ...


@dataclass(frozen=True)
class Weights:
    """A weighted sum of the signals and, where there are any, of hidden units' answers.

    `linear` by signal name, `bias` included. `hidden`: signals by units, of the signals named
    in `inputs`, the units' biases as last row; `outer`: a weight a unit.
    """

    linear: Mapping[str, float]
    inputs: tuple[str, ...] = ()
    hidden: Floats = field(default_factory=lambda: np.zeros((1, 0)))
    outer: Floats = field(default_factory=lambda: np.zeros(0))

    def scores(self, signals: Floats) -> Floats:
        """Scores of rows of signals, shape (n, len(SIGNALS)). "None of these" scores 0."""
        found = signals @ self._linear + self.linear.get("bias", 0.0)
        if len(self.outer):
            units = np.tanh(signals[:, self._columns] @ self.hidden[:-1] + self.hidden[-1])
            found += units @ self.outer
        return np.asarray(found, dtype=np.float64)

    @cached_property
    def _linear(self) -> Floats:
        return np.array([self.linear.get(name, 0.0) for name in SIGNALS])

    @cached_property
    def _columns(self) -> list[int]:
        return [COLUMN[name] for name in self.inputs]


@dataclass(frozen=True)
class LearnedScorer:
    """One set of weights for each pass."""

    first: Weights
    second: Weights

    def alone(self, signals: Floats) -> Floats:
        """Scores before the context is known."""
        return self.first.scores(signals)

    def in_context(self, signals: Floats) -> Floats:
        """Scores once the context is known."""
        return self.second.scores(signals)


def read_scorer(path: Path) -> LearnedScorer:
    """The scorer that training/resolution.py wrote: JSON, numbers only."""
    record = json.loads(path.read_text("utf-8"))
    return LearnedScorer(_weights(record["alone"]), _weights(record["in_context"]))


def _weights(record: Mapping[str, Any]) -> Weights:
    linear = dict(zip(record["inputs"], record["linear"], strict=True), bias=record["bias"])
    hidden = np.array(record["hidden"], dtype=np.float64).reshape(len(record["inputs"]) + 1, -1)
    outer = np.array(record["outer"], dtype=np.float64)
    return Weights(linear, tuple(record["inputs"]), hidden, outer)


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


_COEFFICIENTS = Path(__file__).with_name("coefficients.json")
DEFAULT = read_scorer(_COEFFICIENTS)
"""Fitted by training/resolution.py."""


@cache
def coefficients() -> str:
    """A digest of the coefficients in use."""
    return hashlib.sha256(_COEFFICIENTS.read_bytes()).hexdigest()
