"""What each corpus's annotation says, brought to one scheme for the two heads.

`toponyms` (the tagger) marks innermost place names with B, I, O; adjectives, demonyms and
names inside the names of organisations count. `names` (the entity recogniser) marks outer
names. What a corpus does not tell is left open ("" for the tagger, missing for the other).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from benchmarks.corpora import GoldDocument, GoldSpan
from geo.recognition.components import KnownNames, spelling
from geo.recognition.facilities import is_facility

GEOPARSING = {"gwn", "lgl", "trnews"}
"""Corpora that define what counts as a mention; they say nothing of other names."""

PLACE_TYPES = {"Location", "LOC", "location", "country", "Country"}
PERSON_TYPES = {
    "Person", "PER", "person", "politician", "writer", "musicalartist", "scientist", "researcher"
}  # fmt: skip
ORG_TYPES = {"Organization", "ORG", "organisation", "corporation", "politicalparty", "university"}
OPEN, OUTSIDE = "", "O"
DETERMINER = re.compile(r"(?:the|The|THE)\s+")


@dataclass(frozen=True, slots=True)
class Gold:
    """What the two heads should say of one document; `tags` has one entry a token."""

    tags: list[str]
    names: list[Span]
    missing: list[Span]


class Scheme:
    """Turns annotated documents into gold for the two heads."""

    def __init__(self, known: KnownNames) -> None:
        self._known = known

    def gold(self, document: GoldDocument, doc: Doc) -> Gold:
        """The gold of `document`, which `doc` is the tokenised text of."""
        if document.corpus in GEOPARSING:
            return self._geoparsing(document, doc)
        if document.corpus == "idrisi_en":
            return self._places_only(document, doc)
        return self._entities(document, doc)

    def _geoparsing(self, document: GoldDocument, doc: Doc) -> Gold:
        tags = [OUTSIDE] * len(doc)
        names: list[Span] = []
        said: set[int] = set()
        for gold in document.toponyms:
            span = tokens(doc, gold)
            if span is None or gold.type == "Homonym":
                continue
            if is_facility(span.text):
                names.append(Span(doc, span.start, span.end, "FACILITY"))
                said.update(range(span.start, span.end))
                self._mark_inner(tags, span)
            else:
                mark(tags, span)
        return Gold(tags, names, self._unsaid(doc, said))

    def _places_only(self, document: GoldDocument, doc: Doc) -> Gold:
        tags = [OPEN if looks_like_a_name(token.text) else OUTSIDE for token in doc]
        for gold in document.toponyms:
            if (span := tokens(doc, gold)) is not None and gold.surface[:1].isupper():
                mark(tags, span)
        return Gold(tags, [], [doc[:]])

    def _entities(self, document: GoldDocument, doc: Doc) -> Gold:
        tags = [OUTSIDE] * len(doc)
        for start, end, kind in self._known.find([spelling(t.text) for t in doc]):
            if kind == "adjective":
                mark(tags, doc[start:end])
        names: list[Span] = []
        for gold in document.entities:
            span = tokens(doc, gold)
            if span is not None and (not names or span.start >= names[-1].end):
                names.extend(self._entity(tags, span, gold.type))
        return Gold(tags, names, [])

    def _entity(self, tags: list[str], span: Span, kind: str) -> Iterable[Span]:
        doc, start, end = span.doc, span.start, span.end
        facility = kind in PLACE_TYPES | ORG_TYPES | {"Facility"} and is_facility(span.text)
        if kind in PERSON_TYPES:
            tags[start:end] = [OUTSIDE] * len(span)
            return [Span(doc, start, end, "PERSON")]
        if kind in PLACE_TYPES and not facility:
            mark(tags, span)
            return [Span(doc, start, end, "PLACE")]
        if kind == "NORP":
            self._leave_open(tags, span)
            return [Span(doc, start, end, "NORP")]
        if kind == "Facility" or facility:
            self._leave_open(tags, span)
            self._mark_inner(tags, span)
            return [Span(doc, start, end, "FACILITY")]
        self._leave_open(tags, span)
        self._mark_inner(tags, span)
        return [Span(doc, start, end, "ORG")] if kind in ORG_TYPES else []

    def _leave_open(self, tags: list[str], span: Span) -> None:
        for token in span:
            if tags[token.i] == OUTSIDE and looks_like_a_name(token.text):
                tags[token.i] = OPEN

    def _mark_inner(self, tags: list[str], span: Span) -> None:
        """Mark the known names inside a longer name: "Harbin" in "Harbin University"."""
        for start, end, _ in self._known.find([spelling(t.text) for t in span]):
            if end - start < len(span):
                mark(tags, span[start:end])

    def _unsaid(self, doc: Doc, said: set[int]) -> list[Span]:
        return [
            doc[token.i : token.i + 1]
            for token in doc
            if token.i not in said and looks_like_a_name(token.text)
        ]


def mark(tags: list[str], span: Span) -> None:
    """Write B, I, I... over the span's tokens."""
    tags[span.start : span.end] = ["B", *["I"] * (len(span) - 1)]


def tokens(doc: Doc, gold: GoldSpan) -> Span | None:
    """The tokens an annotated span covers, without a leading "the"."""
    if determiner := DETERMINER.match(gold.surface):
        return doc.char_span(gold.start + determiner.end(), gold.end, alignment_mode="expand")
    return doc.char_span(gold.start, gold.end, alignment_mode="expand")


def looks_like_a_name(word: str) -> bool:
    """Whether a word starts with a capital (or is a hashtag or handle)."""
    return word[:1].isupper() or word[:1] in "#@"
