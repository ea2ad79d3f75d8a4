"""The classifier of mention types: logistic regression over the words around a name.

Trained by training/types.py with scikit-learn; read here from plain JSON, run with NumPy.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from geo.mentions import MentionType
from geo.recognition.context import Context

LITERAL_ODDS = "literal_odds"
"""The coarse classifier's answer, a feature of the fine one."""


class Linear:
    """A linear classifier over named features; unknown features count nothing."""

    def __init__(
        self, labels: Sequence[str], weights: dict[str, list[float]], bias: list[float]
    ) -> None:
        self.labels = tuple(labels)
        self._rows = {name: row for row, name in enumerate(weights)}
        self._weights = np.array(list(weights.values()), dtype=np.float32)
        self._bias = np.array(bias, dtype=np.float32)

    def scores(self, features: dict[str, float]) -> NDArray[np.float32]:
        """One score a label, before the softmax."""
        known = [(self._rows[f], value) for f, value in features.items() if f in self._rows]
        if not known:
            return self._bias
        rows, values = zip(*known, strict=True)
        return np.asarray(
            np.asarray(values, np.float32) @ self._weights[list(rows)] + self._bias, np.float32
        )


class MentionTyper:
    """Says how each given stretch of a document is meant."""

    def __init__(self, coarse: Linear, fine: Linear) -> None:
        self._coarse = coarse
        self._fine = fine

    @classmethod
    def load(cls, path: Path) -> "MentionTyper":
        """Read the coefficients written by training/types.py."""
        data = json.loads(path.read_text("utf-8"))
        return cls(Linear(**data["coarse"]), Linear(**data["fine"]))

    def probabilities(
        self, doc: Doc, bounds: Sequence[tuple[int, int]]
    ) -> list[dict[MentionType, float]]:
        """For each (start, end) in code points, the probability of every type."""
        context = Context(doc)
        text = doc.text
        return [self._of(context, text[start:end], start, end) for start, end in bounds]

    def _of(self, context: Context, name: str, start: int, end: int) -> dict[MentionType, float]:
        features = dict.fromkeys(context.features(name, start, end), 1.0)
        features[LITERAL_ODDS] = float(self._coarse.scores(features)[0])
        scores = self._fine.scores(features)
        exponents = np.exp(scores - scores.max())
        return {
            MentionType(label): float(value)
            for label, value in zip(self._fine.labels, exponents / exponents.sum(), strict=True)
        }
