"""What each corpus's annotation says, brought to one scheme for the three heads.

Gold is, for every token and head, the set of tags that would be right, as bits: one bit where
the corpus tells, all bits where it says nothing. The loss is the probability of that set, so
what a corpus does not tell costs nothing.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from geo.model.mentions import MentionType as T
from geo.recognition.closed_classes import adjectives
from geo.recognition.facilities import is_facility
from geo.recognition.known_names import KnownNames, spelling
from geo.recognition.network.tags import INNER, OUTER, TYPES
from training.config import CorpusPlan
from training.corpora import GWN_TYPES, GoldDocument, GoldSpan
from training.words import words

DETERMINER = re.compile(r"(?:the|The|THE)\s+")

OUTSIDE = 1
ANY_INNER, ANY_OUTER, ANY_TYPE = (1 << len(INNER)) - 1, (1 << len(OUTER)) - 1, (1 << len(TYPES)) - 1
LITERAL_TYPES = {T.LITERAL, T.LITERAL_MODIFIER, T.EMBEDDED_LITERAL}
EMBEDDED_TYPES = {T.EMBEDDED_LITERAL, T.EMBEDDED_NON_LITERAL}
MODIFIER_TYPES = {T.LITERAL_MODIFIER, T.NON_LITERAL_MODIFIER}
ASSOCIATIVE_TYPES = {T.METONYMIC, T.NON_LITERAL_MODIFIER, T.EMBEDDED_NON_LITERAL}


def outer_bit(tag: str) -> int:
    return 1 << OUTER.index(tag)


def type_bits(kinds: set[T]) -> int:
    return sum(1 << TYPES.index(kind) for kind in kinds)


FACILITY_BITS = outer_bit("B-FACILITY") | outer_bit("I-FACILITY")
PLACE_BITS = outer_bit("B-PLACE") | outer_bit("I-PLACE")


@dataclass(slots=True)
class Gold:
    """Sets of right tags, one a token: of innermost names, outer names, and mention types."""

    inner: list[int]
    outer: list[int]
    types: list[int]


class Scheme:
    """Turns the annotated documents of one corpus into gold for the three heads."""

    def __init__(self, known: KnownNames, plan: CorpusPlan) -> None:
        self._known = known
        self._plan = plan

    def gold(self, document: GoldDocument, doc: Doc) -> Gold:
        """The gold of `document`, which `doc` is the tokenised text of."""
        n = len(doc)
        gold = Gold([OUTSIDE] * n, [OUTSIDE] * n, [ANY_TYPE] * n)
        read = {
            "geoparsing": self._geoparsing,
            "entities": self._entities,
            "places": self._places_only,
            "one target": self._one_target,
        }[self._plan.scheme]
        read(gold, document, doc)
        return gold

    def _geoparsing(self, gold: Gold, document: GoldDocument, doc: Doc) -> None:
        leave_open(gold, doc[:], inner=False)
        if self._plan.facilities:
            gold.outer = [o & ~FACILITY_BITS if o == ANY_OUTER else o for o in gold.outer]
        for one in sorted(document.toponyms, key=lambda t: (t.start, -t.end)):
            span = tokens(doc, one)
            if span is None or one.type == "Homonym":
                continue
            kind = GWN_TYPES.get(one.type)
            if is_facility(span.text):
                mark_outer(gold, span, "FACILITY")
                self._mark_inner(gold, span)
            elif (
                kind not in EMBEDDED_TYPES
                or _is_a_places_name(span)
                or not self._mark_inner(gold, span)
            ):
                # of "Bank of Japan", annotated whole, only "Japan" is a mention
                mark_inner(gold, span)
            if not is_facility(span.text):
                gold.outer[span.start : span.end] = [_outer_of(kind, span.text)] * len(span)
            if kind is not None:
                mark_type(gold, span, {kind})

    def _one_target(self, gold: Gold, document: GoldDocument, doc: Doc) -> None:
        leave_open(gold, doc[:])
        for one in document.toponyms:
            if (span := tokens(doc, one)) is not None:
                mark_inner(gold, span)
                literal = one.type in {"literal", "mixed"}
                mark_type(gold, span, LITERAL_TYPES if literal else ASSOCIATIVE_TYPES)

    def _places_only(self, gold: Gold, document: GoldDocument, doc: Doc) -> None:
        leave_open(gold, doc[:])
        for one in document.toponyms:
            span = tokens(doc, one)
            if span is None or not span.text[:1].isupper() or "," in span.text:
                continue
            if is_facility(span.text):
                mark_outer(gold, span, "FACILITY")
            else:
                mark_inner(gold, span)

    def _entities(self, gold: Gold, document: GoldDocument, doc: Doc) -> None:
        for start, end, kind in self._known.find([spelling(t.text) for t in doc]):
            if kind == "adjective":
                mark_inner(gold, doc[start:end])
                mark_type(gold, doc[start:end], types_of_form(doc[start:end].text))
        last = 0
        for one in document.entities:
            span = tokens(doc, one)
            if span is not None and span.start >= last:
                self._entity(gold, span, one.type)
                last = span.end

    def _entity(self, gold: Gold, span: Span, own_label: str) -> None:
        label = self._plan.labels.get(own_label, "OTHER")
        if label in {"PLACE", "ORG"} and is_facility(span.text):
            label = "FACILITY"
        if label == "PERSON":
            gold.inner[span.start : span.end] = [OUTSIDE] * len(span)
        elif label == "PLACE":
            mark_inner(gold, span)
        elif label != "NORP" or self._may_be_of_a_place(span):
            leave_open(gold, span, outer=False)
        if own_label in self._plan.unnamed:
            return
        mark_outer(gold, span, label)
        if label in {"FACILITY", "ORG", "OTHER"}:
            for name in self._mark_inner(gold, span):
                if label == "ORG":
                    mark_type(gold, name, ASSOCIATIVE_TYPES)
        elif label == "PLACE":
            mark_type(gold, span, set(T) - {T.DEMONYM, T.LANGUAGE})

    def _may_be_of_a_place(self, people: Span) -> bool:
        """Whether some known name begins like that of a people: faiths and parties have none.

        Those the list of adjectives has are marked already.
        """
        return any(self._known.begins(t.text[: max(4, len(t.text) - 4)]) for t in people)

    def _mark_inner(self, gold: Gold, span: Span) -> list[Span]:
        """Mark the known names inside a longer name: "Harbin" in "Harbin University".

        Where there is one, the other words are outside; where there is none, what was said of
        them stays.
        """
        found = [
            span[start:end]
            for start, end, _ in self._known.find([spelling(t.text) for t in span])
            if end - start < len(span)
        ]
        if found:
            gold.inner[span.start : span.end] = [OUTSIDE] * len(span)
        for name in found:
            mark_inner(gold, name)
        return found


def types_of_form(name: str) -> set[T]:
    """The types an adjective, demonym or language has, as GeoWebNews types them."""
    form = adjectives().get(name)
    if form is None:
        return set(T)
    found = {T.EMBEDDED_NON_LITERAL}
    if form.adjective:
        found |= MODIFIER_TYPES | EMBEDDED_TYPES
    if form.person:
        found.add(T.DEMONYM)
    if form.language:
        found.add(T.LANGUAGE)
    return found


def _is_a_places_name(span: Span) -> bool:
    """Whether a name that holds a known name is a place's itself: "Suffolk County"."""
    return span[-1].lower_ in words("place") or span[0].lower_ in words("compass")


def _outer_of(kind: T | None, name: str) -> int:
    """What the outer head may say of a name that is no facility's."""
    if kind in {T.LITERAL, T.METONYMIC} and name not in adjectives():
        return PLACE_BITS
    if kind in EMBEDDED_TYPES:
        return ANY_OUTER & ~PLACE_BITS & ~OUTSIDE
    return ANY_OUTER


def leave_open(gold: Gold, span: Span, *, inner: bool = True, outer: bool = True) -> None:
    """Let the words that look like names be anything."""
    for token in span:
        if looks_like_a_name(token.text):
            if inner and gold.inner[token.i] == OUTSIDE:
                gold.inner[token.i] = ANY_INNER
            if outer:
                gold.outer[token.i] = ANY_OUTER


def mark_inner(gold: Gold, span: Span) -> None:
    """Say B, I, I... of the span's tokens."""
    begin, go_on = 1 << INNER.index("B"), 1 << INNER.index("I")
    gold.inner[span.start : span.end] = [begin, *[go_on] * (len(span) - 1)]


def mark_outer(gold: Gold, span: Span, label: str) -> None:
    begin, go_on = outer_bit(f"B-{label}"), outer_bit(f"I-{label}")
    gold.outer[span.start : span.end] = [begin, *[go_on] * (len(span) - 1)]


def mark_type(gold: Gold, span: Span, kinds: set[T]) -> None:
    gold.types[span.start : span.end] = [type_bits(kinds)] * len(span)


def tokens(doc: Doc, gold: GoldSpan) -> Span | None:
    """The tokens an annotated span covers, without a leading "the" or an ending possessive."""
    start, end = gold.start, gold.end
    if determiner := DETERMINER.match(gold.surface):
        start += determiner.end()
    if gold.surface.endswith(("'s", "’s")):
        end -= 2
    return doc.char_span(start, end, alignment_mode="expand")


def looks_like_a_name(word: str) -> bool:
    """Whether a word starts with a capital (or is a hashtag or handle)."""
    return word[:1].isupper() or word[:1] in "#@"
