"""Articles as the one-file page shows them: paragraphs with the mentions marked.

Every word passes the gate; the marks are the only markup. A mark names its place by id, which
is all that ties it to the map.
"""

from collections.abc import Sequence

from dashboard.map.layers.gate import for_map
from dashboard.wording.marked_spans import Span, marks_in, paragraphs, parts
from geo.model.article import Article
from geo.model.atlas import Atlas, Occurrence


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
    within = for_map(part, None)
    return before + within + after if within else before


def _article(article: Article, occurrences: Sequence[Occurrence], headed: bool) -> str:
    in_title = marks_in("title", occurrences)
    title = _marked(article.title, (0, len(article.title)), in_title)
    # A title that only repeats the page's heading still shows what is mentioned in it.
    heading = f"<h3>{title}</h3>" if article.title and (headed or in_title) else ""
    marks = marks_in("text", occurrences)
    text = "".join(
        f"<p>{_marked(article.text, span, inside)}</p>"
        for span, inside in paragraphs(article.text, marks)
    )
    return f'<article dir="auto">{heading}{text}</article>'


def _marked(text: str, span: Span, marks: Sequence[Occurrence], *, nested: bool = False) -> str:
    """A span of the text with its marks."""
    return "".join(
        spaced(text[slice(*part.span)])
        if part.mark is None
        else _mark(part.mark, _marked(text, part.span, part.inner, nested=True), nested=nested)
        for part in parts(span, marks)
    )


def _mark(occurrence: Occurrence, within: str, *, nested: bool) -> str:
    group, place = occurrence.mention.type.group.value, occurrence.place
    kind = occurrence.mention.type.label
    if place is None:
        return f'<mark class="{group} off" title="{for_map(kind)}: not on the map">{within}</mark>'
    said = f"{place.name}. {kind}, {occurrence.resolution.probability:.0%} sure"
    # A button within a button could not be told apart by keyboard or screen reader.
    button = "" if nested else ' role="button" tabindex="0"'
    data = f'data-place="{for_map(place.id)}" title="{for_map(said, 300)}"'
    return f'<mark class="{group}" {data}{button}>{within}</mark>'
