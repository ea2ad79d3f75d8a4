"""How the network says each stretch of a document is meant."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from geo.model.mentions import MentionType
from geo.recognition.annotation import TYPES as KEY
from geo.recognition.network.tags import TYPES


def type_probabilities(
    doc: Doc, bounds: Sequence[tuple[int, int]]
) -> Iterator[dict[MentionType, float]]:
    """For each (start, end) in code points, the probability of every type.

    The mean over the words the stretch touches: each word was judged for itself.
    """
    words = doc.user_data[KEY]
    for start, end in bounds:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            yield dict.fromkeys(TYPES, 1 / len(TYPES))
        else:
            shares = words[span.start : span.end].mean(axis=0)
            yield dict(zip(TYPES, map(float, shares), strict=True))
