"""Articles as the one-file page shows them: paragraphs with the mentions marked.

Every word passes the gate; the marks are the only markup. A mark names its place by id, which
is all that ties it to the map.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dashboard.map.gate import gate
from geo.articles import Article
from geo.atlas import Atlas, Occurrence

Span = tuple[int, int]

_BLANK_LINE = re.compile(r"\n\s*\n\s*")


def articles_html(atlas: Atlas, *, headed: bool) -> str:
    """The texts of the atlas's articles, in its order; with their titles where `headed`.

    A text that is mentioned in nothing of the atlas is not there.
    """
    by_article: dict[str, list[Occurrence]] = {}
    for occurrence in atlas.occurrences:
        by_article.setdefault(occurrence.article.id, []).append(occurrence)
    return "".join(_article(group[0].article, group, headed) for group in by_article.values())


def spaced(part: str) -> str:
    """The part through the gate, with the space that parts it from what stands around it."""
    before = " " if part[:1].isspace() else ""
    after = " " if part[-1:].isspace() else ""
    within = gate(part, None)
    return before + within + after if within else before


def _article(article: Article, occurrences: Sequence[Occurrence], headed: bool) -> str:
    in_title = [o for o in occurrences if o.mention.field == "title"]
    title = _marked(article.title, (0, len(article.title)), _in_order(in_title))
    # A title that only repeats the page's heading still shows what is mentioned in it.
    heading = f"<h3>{title}</h3>" if article.title and (headed or in_title) else ""
    marks = _in_order(o for o in occurrences if o.mention.field == "text")
    starts = [o.mention.start for o in marks]
    paragraphs = []
    for span in _paragraphs(article.text):
        inside = marks[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        paragraphs.append(f"<p>{_marked(article.text, span, inside)}</p>")
    return f'<article dir="auto">{heading}{"".join(paragraphs)}</article>'


def _in_order(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    return sorted(occurrences, key=lambda o: (o.mention.start, -o.mention.end))


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        if start < gap.start():
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _marked(text: str, span: Span, marks: Sequence[Occurrence], *, nested: bool = False) -> str:
    """A span of the text with its marks; of those that overlap without nesting, the first."""
    parts: list[str] = []
    at, i = span[0], 0
    while i < len(marks):
        mention = marks[i].mention
        following = i + 1
        while following < len(marks) and marks[following].mention.start < mention.end:
            following += 1
        if at <= mention.start and mention.end <= span[1]:
            inner = [o for o in marks[i + 1 : following] if o.mention.end <= mention.end]
            within = _marked(text, (mention.start, mention.end), inner, nested=True)
            parts += [spaced(text[at : mention.start]), _mark(marks[i], within, nested=nested)]
            at = mention.end
        i = following
    parts.append(spaced(text[at : span[1]]))
    return "".join(parts)


def _mark(occurrence: Occurrence, within: str, *, nested: bool) -> str:
    group, place = occurrence.mention.type.group.value, occurrence.place
    kind = occurrence.mention.type.label
    if place is None:
        return f'<mark class="{group} off" title="{gate(kind)}: not on the map">{within}</mark>'
    said = f"{place.name}. {kind}, {occurrence.resolution.probability:.0%} sure"
    # A button within a button could not be told apart by keyboard or screen reader.
    button = "" if nested else ' role="button" tabindex="0"'
    data = f'data-place="{gate(place.id)}" title="{gate(said, 300)}"'
    return f'<mark class="{group}" {data}{button}>{within}</mark>'
