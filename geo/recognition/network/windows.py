"""Cutting a document into windows the encoder can read.

A window is some whole sentences that it answers for, and words before and after them that it
only reads, so that no word is judged at an edge. A sentence too long for one window is cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

OWN = 112
"""Most pieces of the words a window answers for."""

CONTEXT = 24
"""Most pieces of the words read before them, and of those after them."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` up to `last` are read; those from `start` up to `end` are answered for."""

    first: int
    start: int
    end: int
    last: int


def windows(sizes: Sequence[int], sentence_starts: Sequence[int]) -> list[Window]:
    """The windows of a document, in order; together they answer for every word once.

    `sizes` has each word's number of pieces, `sentence_starts` the sentences' first words.
    """
    found: list[Window] = []
    for start, end in blocks(sizes, sentence_starts, OWN):
        first, before = start, CONTEXT
        while first > 0 and (before := before - sizes[first - 1]) >= 0:
            first -= 1
        last, after = end, CONTEXT
        while last < len(sizes) and (after := after - sizes[last]) >= 0:
            last += 1
        found.append(Window(first, start, end, last))
    return found


def blocks(
    sizes: Sequence[int], sentence_starts: Sequence[int], most: int, *, head: int | None = None
) -> list[tuple[int, int]]:
    """Runs of whole sentences of `most` pieces in all; the first run has `head` at most."""
    found: list[tuple[int, int]] = []
    start, room = 0, head or most
    for first, end in pairwise([*sentence_starts, len(sizes)]):
        size = sum(sizes[first:end])
        if size > room and first > start:
            found.append((start, first))
            start, room = first, most
        while size > room and end - start > 1:
            # the sentence alone is too long: cut it where the room ends
            cut = start + 1
            room -= sizes[start]
            while cut < end - 1 and sizes[cut] <= room:
                room -= sizes[cut]
                cut += 1
            found.append((start, cut))
            start, room, size = cut, most, sum(sizes[cut:end])
        room -= size
    if start < len(sizes):
        found.append((start, len(sizes)))
    return found
