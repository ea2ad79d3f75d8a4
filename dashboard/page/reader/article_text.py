"""An article's text as the reading pane gets it: paragraphs of plain strings and marks.

A mark is `{"i": mention, "g": group, "p": place, "s": how sure, "l": label, "c": [strings and
marks]}`; the browser makes text nodes of the strings, so nothing in them is ever read as markup.
"""

from collections.abc import Iterable, Sequence

from dashboard.page.reader.long_text import part_of
from dashboard.records.page_data import TextMark, TextPart
from dashboard.wording.certainty import certainty, in_words
from dashboard.wording.marked_spans import Span, marks_in, parts
from dashboard.wording.marked_spans import paragraphs as paragraphs_of
from dashboard.wording.place_words import PlaceOf, where
from geo.model.article import Article
from geo.model.atlas import Occurrence
from geo.text.cleaning import strip_invisible

Node = str | TextMark


def title_nodes(
    article: Article, occurrences: Iterable[Occurrence], place_of: PlaceOf
) -> list[Node]:
    """The title with its marks."""
    marks = marks_in("title", occurrences)
    return _nodes(article.title, (0, len(article.title)), marks, place_of)


def paragraphs(
    article: Article,
    occurrences: Iterable[Occurrence],
    place_of: PlaceOf,
    at: int | None = None,
) -> tuple[list[list[Node]], TextPart | None]:
    """The text's paragraphs with their marks, in order, and None; of a long text those of the
    part with the character `at`, and what is said of the part (see `long_texts.part_of`).
    """
    blocks = list(paragraphs_of(article.text, marks_in("text", occurrences)))
    part, said = part_of(article.text, blocks, at)
    return [_nodes(article.text, span, inside, place_of) for span, inside in part], said


def mark_label(occurrence: Occurrence, place_of: PlaceOf) -> str:
    """What a screen reader says of a marked name: its type, its place, how sure that is."""
    place = occurrence.place
    if place is None:
        said = "not on the map"
    else:
        sure = in_words(occurrence.resolution.probability)
        parts = (strip_invisible(place.name), where(place, place_of), sure)
        said = ", ".join(part for part in parts if part)
    return f"{strip_invisible(occurrence.mention.text)}. {occurrence.mention.type.label}: {said}"


def _nodes(text: str, span: Span, marks: Sequence[Occurrence], place_of: PlaceOf) -> list[Node]:
    """The span's strings and marks."""
    return [
        text[slice(*part.span)]
        if part.mark is None
        else _mark(part.mark, _nodes(text, part.span, part.inner, place_of), place_of)
        for part in parts(span, marks)
    ]


def _mark(occurrence: Occurrence, children: list[Node], place_of: PlaceOf) -> Node:
    return {
        "i": occurrence.index,
        "g": occurrence.mention.type.group.value,
        "p": occurrence.place.id if occurrence.place else "",
        "s": certainty(occurrence.resolution.probability).value if occurrence.place else "none",
        "l": mark_label(occurrence, place_of),
        "c": children,
    }
