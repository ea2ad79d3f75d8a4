"""Choosing one mention type: the classifier's probabilities, held to what must be so."""

import re
from collections.abc import Mapping
from functools import cache

from geo.model.mentions import MentionType
from geo.recognition.closed_classes import adjectives, no_fixed_place
from geo.recognition.tables import rows

_EMBEDDED = frozenset({MentionType.EMBEDDED_LITERAL, MentionType.EMBEDDED_NON_LITERAL})
_NOUN_ONLY = frozenset({MentionType.DEMONYM, MentionType.LANGUAGE})

_EVENTS = "|".join(row["word"] for row in rows("event_words"))
_EVENT = re.compile(rf"(?:[ -][A-Z0-9][\w’'-]*+){{0,5}}? (?:{_EVENTS})\b")
"""What may follow a name for it to be an event held there: " International Film Festival".

Words are possessive: "-A-A-A" would else be cut into words in every way there is.
"""

_SPEAKING = re.compile(
    r"\b(?:speak|speaks|speaking|spoke|spoken|learn|learns|learned|learning|fluent|taught|"
    r"translated|written|sung|said|in|into)\b[^.;:!?]{0,20}$"
)
_NOUN_ENDS = re.compile(r"[-\s]*(?:$|[.,;:!?)\"”’']|(?:and|or|to|with|at|but|language)\b|speak)")

_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_OTHER_MODIFIER = {
    MentionType.LITERAL_MODIFIER: MentionType.NON_LITERAL_MODIFIER,
    MentionType.NON_LITERAL_MODIFIER: MentionType.LITERAL_MODIFIER,
}
_READINGS = {
    "literal": MentionType.LITERAL_MODIFIER,
    "associative": MentionType.NON_LITERAL_MODIFIER,
}


@cache
def _head_nouns() -> dict[str, MentionType]:
    return {row["word"]: _READINGS[row["reading"]] for row in rows("head_nouns")}


def choose(
    probabilities: Mapping[MentionType, float],
    allowed: frozenset[MentionType],
) -> tuple[MentionType, float]:
    """The likeliest of the allowed types, and its share among them."""
    total = sum(probabilities.get(kind, 0.0) for kind in allowed)
    best = max(allowed, key=lambda kind: (probabilities.get(kind, 0.0), kind.value))
    return best, probabilities.get(best, 0.0) / total if total else 1 / len(allowed)


def by_head_noun(
    probabilities: Mapping[MentionType, float], text: str, end: int
) -> dict[MentionType, float]:
    """The same, where a noun after the name tells which kind of modifier it is.

    "Kyiv officials" are Kyiv's, "Kyiv suburbs" lie there: few such nouns go either way, and the
    corpus has too few modifiers to learn them all from.
    """
    found = dict(probabilities)
    noun = _NEXT_WORD.match(text, end)
    reading = _head_nouns().get(noun[1]) if noun else None
    if reading is not None:
        other = _OTHER_MODIFIER[reading]
        found[reading] = found.get(reading, 0.0) + found.get(other, 0.0)
        found[other] = 0.0
    return found


def allowed_inside(facility: bool) -> frozenset[MentionType]:
    """The types of a name within a longer mention, which is a facility's or not.

    A facility lies in the place it is named after; other holders of a name say nothing.
    """
    kind = MentionType.EMBEDDED_LITERAL if facility else MentionType.EMBEDDED_NON_LITERAL
    return frozenset({kind})


def allowed_types(text: str, start: int, end: int, *, facility: bool) -> frozenset[MentionType]:
    """The types a name in no longer mention may have, by its form and what stands around."""
    every = frozenset(MentionType)
    if facility:
        return every - _NOUN_ONLY - _EMBEDDED
    if _EVENT.match(text, end):
        every -= {MentionType.EMBEDDED_NON_LITERAL}
    if (row := no_fixed_place().get(text[start:end])) is not None:
        # "the West" is its powers, never ground one could stand on
        return frozenset({MentionType(row["type"])})
    form = adjectives().get(text[start:end])
    if form is None:
        return every - {MentionType.LANGUAGE}
    if form.language and _is_language(text, start, end, not form.adjective):
        return frozenset({MentionType.LANGUAGE})
    if not form.adjective:
        # of 38 such words GeoWebNews calls 37 demonyms, and none a part of a name
        only = MentionType.DEMONYM if form.person else MentionType.LANGUAGE
        return frozenset({only})
    return every - {MentionType.LANGUAGE}


def _is_language(text: str, start: int, end: int, only: bool) -> bool:
    noun = _NOUN_ENDS.match(text, end) is not None
    return noun and (only or _SPEAKING.search(text[max(start - 40, 0) : start]) is not None)
