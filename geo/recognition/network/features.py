"""What the encoder is told of each word: its pieces, how it is written, which known name it is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.recognition.network.tags import CASES, KNOWN, case_of
from geo.recognition.network.wordpieces import WordPieces

Ints = NDArray[np.int64]

_PADDING_CASE = CASES.index("padding")
_KNOWN_INDEX = {name: i for i, name in enumerate(KNOWN)}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document; the lists are parallel."""

    pieces: list[tuple[int, ...]]
    cases: list[int]
    known: list[int]

    @classmethod
    def read(cls, words: Sequence[str], known: Sequence[str], pieces: WordPieces) -> "Words":
        """Look each word up in the vocabulary; `known` has its class of known name, or ""."""
        return cls(
            [pieces.of(word) for word in words],
            [case_of(word) for word in words],
            # the lemmas of other pipelines are no classes
            [_KNOWN_INDEX.get(label, 0) for label in known],
        )

    def part(self, first: int, last: int) -> "Words":
        """The words from `first` up to `last`."""
        return Words(self.pieces[first:last], self.cases[first:last], self.known[first:last])


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, each row one window, padded at its end.

    `pieces`, `cases` and `known` have shape (windows, longest); `heads` has for each window
    the column of each word's first piece, or -1 where a word has no piece.
    """

    pieces: Ints
    cases: Ints
    known: Ints
    heads: list[Ints]


def batch(rows: Sequence[Words], pieces: WordPieces, *, step: int = 1) -> Batch:
    """Lay out windows, each between the encoder's start and end marks.

    The longest window's length is rounded up to a multiple of `step`.
    """
    longest = max(sum(map(len, row.pieces)) + 2 for row in rows)
    shape = (len(rows), -(-longest // step) * step)
    ids = np.full(shape, pieces.padding, dtype=np.int64)
    cases = np.full(shape, _PADDING_CASE, dtype=np.int64)
    known = np.zeros(shape, dtype=np.int64)
    heads: list[Ints] = []
    for i, row in enumerate(rows):
        sizes = np.fromiter(map(len, row.pieces), np.int64, len(row.pieces))
        flat = [piece for word in row.pieces for piece in word]
        length = len(flat)
        ids[i, 0], ids[i, 1 : length + 1], ids[i, length + 1] = pieces.start, flat, pieces.end
        cases[i, 1 : length + 1] = np.repeat(row.cases, sizes)
        known[i, 1 : length + 1] = np.repeat(row.known, sizes)
        first = np.cumsum(sizes) - sizes + 1
        heads.append(np.where(sizes > 0, first, -1))
    return Batch(ids, cases, known, heads)
