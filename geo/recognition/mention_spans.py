"""From a document the pipeline has read to the spans that are mentions, nested one level."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice, takewhile

from spacy.tokens import Doc, Span

from geo.recognition.annotation import TOPONYMS
from geo.recognition.closed_classes import (
    common_words,
    is_person_or_adjective,
    listed_names,
)

FACILITY_LABELS = frozenset({"FACILITY", "FAC"})
PLACE_LABELS = frozenset({"GPE", "LOC", "NORP"})

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
    sites = [_bounds(entity) for entity in doc.ents if entity.label_ in FACILITY_LABELS]
    found = [bounds for bounds in map(_bounds, _toponyms(doc)) if _is_name(text, bounds)]
    listed = [(span.start_char, span.end_char) for span in listed_names(doc)]
    # "W.Va." beats "W.Va", but not "U.S." the "U.S. Virgin Islands"
    longer = [one for one in listed if any(_within(name, one) for name in found)]
    return _nested(
        _apart(filter(partial(_ends_as_name, text), sites)), _apart([*longer, *found, *listed])
    )


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
    """The pipeline's place names: its own span group, or the entities of any other pipeline."""
    if TOPONYMS in doc.spans:
        # another pipeline may say the same a million times
        return list({(span.start, span.end): span for span in doc.spans[TOPONYMS]}.values())
    return [e for e in doc.ents if e.label_ in PLACE_LABELS and _is_of_a_place(e)]


def _is_of_a_place(entity: Span) -> bool:
    """Whether a nationality goes with a place: other pipelines call faiths and parties NORP too."""
    return entity.label_ != "NORP" or is_person_or_adjective(entity.text)


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
