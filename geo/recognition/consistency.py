"""One sense per document: a name that mostly is none is none where it is unsure.

The sense of a word seldom changes within one text (Gale, Church and Yarowsky 1992, "One sense
per discourse"), while a network judges each use from the words around it alone.
"""

from collections import Counter
from collections.abc import Sequence

from geo.recognition.network.document_scores import Floats
from geo.recognition.network.tags import INNER

Bounds = tuple[int, int]

FIRM = 3.0
"""Log odds for being a name (20 to 1) from which a use stays one whatever the others are."""

FEWEST = 3
"""Uses from which a majority counts."""

_OUTSIDE, _BEGINS = INNER.index("O"), INNER.index("B")


def settled(words: Sequence[str], found: Sequence[Bounds], scores: Floats) -> list[Bounds]:
    """The names found in a document (first word, word after) without those in a minority.

    `scores` are those of the inner head, one row a word. The opposite, finding a use because
    the others were found, was tried and does not help (training/MODEL_CARD.md).
    """
    names = [tuple(words[start:end]) for start, end in found]
    named = Counter(names)
    total = _uses(words, set(named))
    return [
        bounds
        for bounds, name in zip(found, names, strict=True)
        if total[name] < FEWEST
        or 2 * named[name] >= total[name]
        or scores[bounds[0], _BEGINS] - scores[bounds[0], _OUTSIDE] >= FIRM
    ]


def _uses(words: Sequence[str], names: set[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """How often each name stands in the text, found or not; the longest at each word."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_first.setdefault(name[0], []).append(name)
    counts: Counter[tuple[str, ...]] = Counter()
    i = 0
    while i < len(words):
        fitting = [n for n in by_first.get(words[i], ()) if tuple(words[i : i + len(n)]) == n]
        counts.update(fitting[:1])
        i += len(fitting[0]) if fitting else 1
    return counts
