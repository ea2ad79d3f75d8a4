"""Trains the classifier of mention types and writes its coefficients as JSON.

Two steps: a coarse one (literal or not) on the metonymy sets, whose scheme is coarser and
differs, and a fine one on GeoWebNews' eight types, which sees the coarse one's answer.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from spacy.language import Language

from benchmarks.corpora import GWN_TYPES, GoldDocument, read
from geo.mentions import MentionType
from geo.recognition.context import Context
from geo.recognition.mention_types import LITERAL_ODDS, Linear

COARSE_CORPORA = ("conll_metonymy", "relocar", "semeval2007_metonymy")
COARSE_STRENGTH, FINE_STRENGTH = 0.1, 1.0
"""Inverse regularisation of the two steps, chosen on held-out documents."""

RAREST = 3
"""A feature seen less often in training is left out."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One annotated mention: its features and its type."""

    features: dict[str, float]
    label: str


def samples(nlp: Language, documents: Iterable[GoldDocument], coarse: bool) -> list[Sample]:
    """Features and labels of every typed mention of the documents."""
    found: list[Sample] = []
    pairs = ((document.text, document) for document in documents)
    for doc, document in nlp.pipe(pairs, as_tuples=True):
        context = Context(doc)
        for gold in document.toponyms:
            label = _coarse_label(gold.type) if coarse else GWN_TYPES.get(gold.type, "")
            if label:
                features = context.features(gold.surface, gold.start, gold.end)
                found.append(Sample(dict.fromkeys(features, 1.0), str(label)))
    return found


def _coarse_label(kind: str) -> str:
    return "literal" if kind in {"literal", "mixed"} else "metonymic"


def train(nlp: Language, folder: Path) -> dict[str, Any]:
    """Train both steps on all documents that are not held out; the result is JSON."""
    coarse_samples = samples(
        nlp,
        (d for c in COARSE_CORPORA for d in read(c, folder) if not d.held_out),
        coarse=True,
    )
    coarse = _fit(coarse_samples, COARSE_STRENGTH, ["literal", "metonymic"])
    fine_samples = samples(nlp, (d for d in read("gwn", folder) if not d.held_out), coarse=False)
    with_odds(Linear(**coarse), fine_samples)
    fine = _fit(fine_samples, FINE_STRENGTH, [str(t) for t in MentionType])
    return {"coarse": coarse, "fine": fine}


def with_odds(coarse: Linear, found: Sequence[Sample]) -> None:
    """Add the coarse classifier's score to each sample's features."""
    for sample in found:
        sample.features[LITERAL_ODDS] = float(coarse.scores(sample.features)[0])


def _fit(found: list[Sample], strength: float, labels: list[str]) -> dict[str, Any]:
    counts = Counter(feature for sample in found for feature in sample.features)
    names = sorted(feature for feature, count in counts.items() if count >= RAREST)
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(_matrix(found, names), [sample.label for sample in found])
    seen = [str(label) for label in model.classes_]
    weights, bias = model.coef_, model.intercept_
    if len(seen) == 2:
        # scikit-learn keeps one row for two classes
        weights, bias = np.vstack([-weights, weights]) / 2, np.hstack([-bias, bias]) / 2
    kept = [label for label in labels if label in seen]
    order = [seen.index(label) for label in kept]
    return {
        "labels": kept,
        "weights": {n: _rounded(weights[order, i]) for i, n in enumerate(names)},
        "bias": _rounded(bias[order]),
    }


def _rounded(values: NDArray[Any]) -> list[float]:
    return [round(float(value), 3) for value in values]


def _matrix(found: list[Sample], names: list[str]) -> csr_matrix:
    columns = {name: i for i, name in enumerate(names)}
    data, indices, starts = [], [], [0]
    for sample in found:
        for feature, value in sample.features.items():
            if feature in columns:
                indices.append(columns[feature])
                data.append(value)
        starts.append(len(indices))
    return csr_matrix((data, indices, starts), shape=(len(found), len(names)))


def write(coefficients: dict[str, Any], path: Path) -> None:
    """Write the coefficients, one feature a line."""
    path.write_text(json.dumps(coefficients, ensure_ascii=False, indent=0), "utf-8")
