"""Writing the network's answers into a spaCy document."""

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from geo.recognition.consistency import settled
from geo.recognition.network.decoding import runs
from geo.recognition.network.document_scores import Floats, Scores
from geo.recognition.network.tags import INNER, OUTER

TOPONYMS = "toponyms"
"""The key of `doc.spans` with the innermost place names, adjectives and demonyms included."""

TYPES = "dateline_types"
"""The key of `doc.user_data` with each token's probabilities of the mention types."""


SITE_CAUTION = 1.0
"""What a site must be likelier by (log odds, 2.7 to 1) than anything else. The corpora that teach
sites mark more of them than readers of local news would; chosen on out-of-fold documents."""

_CAUTION = np.array(
    [SITE_CAUTION if tag.endswith("-FACILITY") else 0.0 for tag in OUTER], dtype=np.float32
)


def annotate(doc: Doc, scores: Scores) -> Doc:
    """Set `doc.ents` (outer names), `doc.spans["toponyms"]` (innermost) and the types."""
    outer = runs(scores.outer - _CAUTION, OUTER)
    doc.ents = [Span(doc, start, end, label) for start, end, label in outer]
    found = [(start, end) for start, end, _ in runs(scores.inner, INNER)]
    names = settled([token.text for token in doc], found, scores.inner)
    doc.spans[TOPONYMS] = [Span(doc, start, end, "PLACE") for start, end in names]
    doc.user_data[TYPES] = softmax(scores.types)
    return doc


def softmax(scores: Floats) -> NDArray[np.float32]:
    """Probabilities along each row."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)
