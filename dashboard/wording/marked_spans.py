"""A text cut into paragraphs, and these into plain stretches and marked names, which may nest."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geo.model.atlas import Occurrence
from geo.model.mentions import Field

Span = tuple[int, int]
"""Code-point offsets, end exclusive."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text: a name's where there is a `mark`, with the names `inner` to it."""

    span: Span
    mark: Occurrence | None = None
    inner: tuple[Occurrence, ...] = ()


def marks_in(field: Field, occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """The occurrences in a field of their article in reading order, outer names first."""
    found = [o for o in occurrences if o.mention.field == field]
    return sorted(found, key=lambda o: (o.mention.start, -o.mention.end))


def paragraphs(text: str, marks: Sequence[Occurrence]) -> Iterator[tuple[Span, list[Occurrence]]]:
    """The paragraphs that hold something, each with its marks; `marks` as `marks_in` gives."""
    starts = [o.mention.start for o in marks]
    gaps = [gap.span() for gap in _BLANK_LINE.finditer(text)]
    begins = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    for span in zip(begins, ends, strict=True):
        if span[0] < span[1]:
            yield span, list(marks[bisect_left(starts, span[0]) : bisect_left(starts, span[1])])


def parts(span: Span, marks: Sequence[Occurrence]) -> Iterator[Part]:
    """The span in order; of marks that overlap without nesting, the first stays."""
    at, i = span[0], 0
    while i < len(marks):
        mention = marks[i].mention
        following = i + 1
        while following < len(marks) and marks[following].mention.start < mention.end:
            following += 1
        if at <= mention.start and mention.end <= span[1]:
            inner = [o for o in marks[i + 1 : following] if o.mention.end <= mention.end]
            if at < mention.start:
                yield Part((at, mention.start))
            yield Part((mention.start, mention.end), marks[i], tuple(inner))
            at = mention.end
        i = following
    if at < span[1]:
        yield Part((at, span[1]))
