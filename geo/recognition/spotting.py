"""From a document the pipeline has read to the spans that are mentions, nested one level."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice, takewhile

from spacy.tokens import Doc, Span

from geo.recognition.closed_classes import common_words, listed_names
from geo.recognition.components import TOPONYMS
from geo.recognition.facilities import facilities_by_form, is_dedicated

FACILITY_LABELS = frozenset({"FACILITY", "FAC"})
PLACE_LABELS = frozenset({"GPE", "LOC"})
PERSON_LABELS = frozenset({"PERSON", "PER"})

# written by the component of known names; the lemmas of other pipelines never look so
_NAMESAKES = frozenset({"B-country", "B-continent", "B-region", "B-city"})

LONGEST_NAME = 120
"""Code points; a longer stretch is a list or noise, not one name."""

_OPENING = "\"'“‘«([{-–—*_#@.,:;/"
_CLOSING = "\"'”’»)]}-–—*_,:;/!?"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place name's bounds in a document (code points) and what is known of it."""

    start: int
    end: int
    facility: bool = False
    inside: int | None = None


def spot(doc: Doc) -> list[Spot]:
    """The mentions of a document by start, outer before inner; `inside` indexes this list."""
    text = doc.text  # spaCy joins the tokens each time it is asked
    marked = (_bounds(entity) for entity in doc.ents if entity.label_ in FACILITY_LABELS)
    facilities = _apart([*facilities_by_form(text), *filter(partial(_ends_as_name, text), marked)])
    patrons = [f for f in facilities if is_dedicated(text[slice(*f)])]
    spans = (
        span for span in _toponyms(doc) if not _in_person(span) and not _is_patron(span, patrons)
    )
    found = filter(partial(_is_name, text), map(_bounds, spans))
    listed = list(_listed(doc))
    phrases = [bounds for bounds in listed if " " in text[slice(*bounds)]]
    return _nested(facilities, _apart([*phrases, *found, *listed, *_known_in(doc, facilities)]))


def _is_name(text: str, bounds: tuple[int, int]) -> bool:
    """Whether a stretch is more than a common word: "county", or "County" alone."""
    name = text[slice(*bounds)]
    if len(name) > LONGEST_NAME:
        return False
    return any(c.isupper() for c in name) and name not in common_words()


def _ends_as_name(text: str, bounds: tuple[int, int]) -> bool:
    """Whether a facility's name is all name: in "Heathrow airport" only "Heathrow" is."""
    name = text[slice(*bounds)]
    return _is_name(text, bounds) and not name.split()[-1].islower()


def _toponyms(doc: Doc) -> list[Span]:
    """The pipeline's place names: its own span group, or the entities of any other pipeline.

    Nationalities (NORP) are a closed class: the tables find them in either.
    """
    if TOPONYMS in doc.spans:
        return list(doc.spans[TOPONYMS])
    return [entity for entity in doc.ents if entity.label_ in PLACE_LABELS]


def _in_person(span: Span) -> bool:
    """Whether a name is part of a person's: "Paris" in "Paris Hilton"."""
    doc = span.doc
    if any(token.ent_type_ not in PERSON_LABELS for token in span):
        return False
    before = span.start > 0 and span[0].ent_iob_ == "I"
    return before or (span.end < len(doc) and doc[span.end].ent_iob_ == "I")


def _is_patron(span: Span, dedicated: Iterable[tuple[int, int]]) -> bool:
    """Whether a name in a church's name is a saint's rather than a known place's."""
    known = span[0].lemma_ in _NAMESAKES
    return not known and any(_within((span.start_char, span.end_char), f) for f in dedicated)


def _listed(doc: Doc) -> Iterator[tuple[int, int]]:
    persons = {token.i for e in doc.ents if e.label_ in PERSON_LABELS for token in e}
    for span in listed_names(doc):
        if not persons.intersection(range(span.start, span.end)):
            yield span.start_char, span.end_char


def _known_in(doc: Doc, facilities: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Known names a facility is named after: they open its name or follow "of"."""
    for start, end in facilities:
        facility = doc.char_span(start, end)
        if facility is None:
            continue
        for token in facility:
            opens = token.i == facility.start or doc[token.i - 1].lower_ == "of"
            if opens and token.lemma_ in _NAMESAKES:
                last = token.i + 1
                while last < facility.end and doc[last].lemma_.startswith("I-"):
                    last += 1
                if (token.i, last) != (facility.start, facility.end):
                    yield token.idx, doc[token.i : last].end_char


def _bounds(span: Span) -> tuple[int, int]:
    """The span without "the", quotes, a possessive 's, or other marks around the name."""
    text, start, end = span.text, span.start_char, span.end_char
    while start < end:
        name = text[start - span.start_char : end - span.start_char]
        if name[0].isspace() or name[0] in _OPENING:
            start += 1
        elif name[:4].lower() == "the " and len(name) > 4:
            start += 4
        elif name[-1].isspace() or name[-1] in _CLOSING:
            end -= 1
        elif name[-2:] in {"'s", "’s", "'S", "’S"}:
            end -= 2
        else:
            break
    return start, end


def _apart(bounds: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The given bounds in order, leaving out those that overlap one given before."""
    kept: list[tuple[int, int]] = []
    taken: set[int] = set()
    for start, end in bounds:
        stretch = range(start, end)
        if stretch and taken.isdisjoint(stretch):
            taken.update(stretch)
            kept.append((start, end))
    return sorted(kept)


def _nested(facilities: list[tuple[int, int]], names: list[tuple[int, int]]) -> list[Spot]:
    ends = [end for _, end in names]
    outer = [f for f in facilities if _holds(f, islice(names, bisect_right(ends, f[0]), None))]
    taken = set(outer)
    bounds = sorted({*outer, *names}, key=lambda b: (b[0], -b[1]))
    spots: list[Spot] = []
    around: tuple[int, int, int] | None = None
    for index, (start, end) in enumerate(bounds):
        inside = around[2] if around and end <= around[1] and start >= around[0] else None
        facility = (start, end) in taken or (start, end) in facilities
        spots.append(Spot(start, end, facility, inside))
        if inside is None:
            around = (start, end, index)
    return spots


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _holds(facility: tuple[int, int], names: Iterable[tuple[int, int]]) -> bool:
    """Whether every name that touches a facility's name is that name or lies in it.

    `names` are in order, do not overlap, and none ends before the facility begins.
    """
    touching = takewhile(lambda name: name[0] < facility[1], names)
    return all(name == facility or _within(name, facility) for name in touching)
