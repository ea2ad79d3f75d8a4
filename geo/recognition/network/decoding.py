"""From the network's scores to names: the likeliest tags that make sense in a row."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from geo.recognition.network.document_scores import Floats

CLEAR = 8.0
"""Where "outside" leads by so much (in log odds: 3,000 to 1), no neighbour can change it."""


def runs(scores: Floats, tags: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """First word, word after, and label of each name; the label is "" for plain B and I."""
    start, label = -1, ""
    for i, tag in enumerate([*best(scores, tags), 0]):
        part, _, kind = tags[tag].partition("-")
        if start >= 0 and part != "I":
            yield start, i, label
            start = -1
        if part == "B":
            start, label = i, kind


def best(scores: Floats, tags: tuple[str, ...]) -> list[int]:
    """The likeliest sequence in which an I goes on from a B or I of its label.

    `tags` has "O" first. Viterbi's algorithm, on the stretches between words that are clearly
    outside of all names.
    """
    found = [0] * len(scores)
    if not len(scores):
        return found
    open_ = np.flatnonzero(scores[:, 0] - scores[:, 1:].max(axis=1) < CLEAR)
    if not len(open_):
        return found
    for stretch in np.split(open_, np.flatnonzero(np.diff(open_) > 1) + 1):
        first, last = int(stretch[0]), int(stretch[-1]) + 1
        found[first:last] = _viterbi(scores[first:last], tags)
    return found


def _viterbi(scores: Floats, tags: tuple[str, ...]) -> list[int]:
    allowed, starts = _allowed(tags)
    total = scores[0] + starts
    back: list[NDArray[np.int64]] = []
    for row in scores[1:]:
        paths = total[:, None] + allowed
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    found = [int(total.argmax())]
    for step in reversed(back):
        found.append(int(step[found[-1]]))
    return found[::-1]


@cache
def _allowed(tags: tuple[str, ...]) -> tuple[Floats, Floats]:
    """0 where the tag of a column may follow that of a row, minus infinity where not; and the
    same for the first word."""
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for column, tag in enumerate(tags):
        if tag.startswith("I"):
            before: Sequence[str] = (tag, "B" + tag[1:])
            table[[row for row, t in enumerate(tags) if t not in before], column] = -np.inf
    starts = np.array([-np.inf if tag.startswith("I") else 0.0 for tag in tags], dtype=np.float32)
    return table, starts
