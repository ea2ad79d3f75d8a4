"""An article's text as the reading pane gets it: paragraphs of plain strings and marks.

A mark is `{"i": mention, "g": group, "p": place, "s": how sure, "l": label, "c": [strings and
marks]}`; the browser makes text nodes of the strings, so nothing in them is ever read as markup.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.certainty import certainty, in_words
from dashboard.page.wording import PlaceOf, visible, where
from geo.articles import Article
from geo.atlas import Occurrence
from geo.mentions import Field

Node = str | dict[str, Any]
Span = tuple[int, int]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def title_nodes(
    article: Article, occurrences: Iterable[Occurrence], place_of: PlaceOf
) -> list[Node]:
    """The title with its marks."""
    marks = _of_field("title", occurrences)
    return _nodes(article.title, (0, len(article.title)), marks, place_of)


def paragraphs(
    article: Article, occurrences: Iterable[Occurrence], place_of: PlaceOf
) -> list[list[Node]]:
    """The text's paragraphs with their marks, in order."""
    marks = _of_field("text", occurrences)
    starts = [o.mention.start for o in marks]
    found = []
    for span in _paragraph_spans(article.text):
        inside = marks[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        found.append(_nodes(article.text, span, inside, place_of))
    return found


def mark_label(occurrence: Occurrence, place_of: PlaceOf) -> str:
    """What a screen reader says of a marked name: its type, its place, how sure that is."""
    place = occurrence.place
    if place is None:
        said = "not on the map"
    else:
        sure = in_words(occurrence.resolution.probability)
        parts = (visible(place.name), where(place, place_of), sure)
        said = ", ".join(part for part in parts if part)
    return f"{visible(occurrence.mention.text)}. {occurrence.mention.type.label}: {said}"


def _of_field(field: Field, occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    found = [o for o in occurrences if o.mention.field == field]
    return sorted(found, key=lambda o: (o.mention.start, -o.mention.end))


def _paragraph_spans(text: str) -> list[Span]:
    gaps = [gap.span() for gap in _BLANK_LINE.finditer(text)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    return [span for span in zip(starts, ends, strict=True) if span[0] < span[1]]


def _nodes(text: str, span: Span, marks: Sequence[Occurrence], place_of: PlaceOf) -> list[Node]:
    """The span's strings and marks; of marks that overlap without nesting, the first stays."""
    nodes: list[Node] = []
    at, i = span[0], 0
    while i < len(marks):
        mention = marks[i].mention
        following = i + 1
        while following < len(marks) and marks[following].mention.start < mention.end:
            following += 1
        if mention.start >= at and mention.end <= span[1]:
            inner = [o for o in marks[i + 1 : following] if o.mention.end <= mention.end]
            children = _nodes(text, (mention.start, mention.end), inner, place_of)
            nodes += [text[at : mention.start], _mark(marks[i], children, place_of)]
            at = mention.end
        i = following
    nodes.append(text[at : span[1]])
    return [node for node in nodes if node]


def _mark(occurrence: Occurrence, children: list[Node], place_of: PlaceOf) -> Node:
    return {
        "i": occurrence.index,
        "g": occurrence.mention.type.group.value,
        "p": occurrence.place.id if occurrence.place else "",
        "s": certainty(occurrence.resolution.probability).value if occurrence.place else "none",
        "l": mark_label(occurrence, place_of),
        "c": children,
    }
