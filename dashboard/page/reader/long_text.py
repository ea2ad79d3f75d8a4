"""Long texts, drawn a part at a time; and very many names, of which a page draws the first.

A browser takes a novel at once, but not a hundred thousand marked names, and what a page draws
it gets anew with each click.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.page.reader.selected_place import target
from dashboard.records.page_data import Target, TextPart
from dashboard.wording.marked_spans import Span
from geo.model.atlas import Atlas, Occurrence
from geo.model.parsed_article import ParsedArticle

PART = 60_000
"""Characters of a text that are drawn at once; some more where a paragraph ends later."""
MARKS = 2_000
"""Marked names that are."""
MOST_DRAWN = 20_000
"""Names of all articles of a page that are drawn."""
MOST_PLACES = 1_000
"""Places that are on its map and in its list."""
Block = tuple[Span, list[Occurrence]]
"""A paragraph, or a piece of one, with its marks."""


def drawn(parsed: Sequence[ParsedArticle]) -> list[ParsedArticle]:
    """These articles with no more names than a page draws, in reading order."""
    left, found = MOST_DRAWN, []
    for one in parsed:
        # an outer name stands before those within it
        kept = replace(one, mentions=one.mentions[:left], resolutions=one.resolutions[:left])
        found.append(one if len(one.mentions) <= left else kept)
        left -= len(kept.mentions)
    return found


def on_map(atlas: Atlas, selected: str | None) -> Atlas:
    """The atlas with the places a page draws: those named most, and the selected one."""
    if len(atlas.places) <= MOST_PLACES:
        return atlas
    kept = {found.place.id for found in atlas.places[:MOST_PLACES]} | {selected}
    return Atlas(tuple(o for o in atlas.occurrences if o.place is None or o.place.id in kept))


def not_drawn(parsed: Sequence[ParsedArticle]) -> str:
    """A sentence where not all names or places are drawn, else ""."""
    names = sum(len(one.mentions) for one in parsed)
    drawn_ones = (r.place for one in drawn(parsed) for r in one.resolutions)
    places = len({place.id for place in drawn_ones if place})
    less = [
        f"the first {MOST_DRAWN:,} of {names:,} names" if names > MOST_DRAWN else "",
        f"the {MOST_PLACES:,} most named of {places:,} places" if places > MOST_PLACES else "",
    ]
    if not any(less):
        return ""
    return (
        f"This is too much for one page, which shows {' and '.join(filter(None, less))}. Filters "
        "bring out others, and downloads under Share hold them all."
    )


def part_of(
    text: str, blocks: Sequence[Block], at: int | None
) -> tuple[list[Block], TextPart | None]:
    """The part of a text to draw: that with the character `at`, else the first.

    The second is what is said of it, and the links' values that lead to the parts before and
    after it, by their first name; None where there is but one part.
    """
    parts = list(_parts(_cut(text, blocks)))
    if len(parts) < 2:
        return list(blocks), None
    starts = [part[0][0][0] for part in parts]
    chosen = sum(start <= at for start in starts[1:]) if at is not None else 0
    before = (_first(part) for part in reversed(parts[:chosen]))
    after = (_first(part) for part in parts[chosen + 1 :])
    return parts[chosen], {
        "said": f"Part {chosen + 1} of {len(parts)} of a long text.",
        "previous": next(filter(None, before), None),
        "next": next(filter(None, after), None),
    }


def _first(part: Sequence[Block]) -> Target | None:
    return next((target(mark) for _, marks in part for mark in marks), None)


def _parts(blocks: Iterator[Block]) -> Iterator[list[Block]]:
    part: list[Block] = []
    length = named = 0
    for block in blocks:
        part.append(block)
        length += block[0][1] - block[0][0]
        named += len(block[1])
        if length >= PART or named >= MARKS:
            yield part
            part, length, named = [], 0, 0
    if part:
        yield part


def _cut(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; those longer than a part in pieces, between words and not within a name."""
    for span, marks in blocks:
        if span[1] - span[0] <= PART and len(marks) <= MARKS:
            yield span, marks
            continue
        starts = [mark.mention.start for mark in marks]
        for start, end in pairwise([span[0], *_ends(text, span, marks, starts)]):
            yield (start, end), marks[bisect_left(starts, start) : bisect_left(starts, end)]


def _ends(
    text: str, span: Span, marks: Sequence[Occurrence], starts: Sequence[int]
) -> Iterator[int]:
    """Where the pieces of a block end."""
    start, last = span
    while True:
        first = bisect_left(starts, start)
        if last - start <= PART and len(marks) - first <= MARKS:
            break
        most = min(start + PART, starts[first + MARKS] if first + MARKS < len(marks) else last)
        end = text.rfind(" ", start + 1, most) + 1 or most
        # names nest once, so that two at most lie across an end
        before = marks[first : bisect_left(starts, end)][-2:]
        across = [m.mention.start for m in before if m.mention.end > end]
        start = min([end, *(at for at in across if at > start)])
        yield start
    yield last
