"""Names of closed classes: abbreviations ("W.Va."), names of no fixed place ("the West"),
adjectives, demonyms and languages ("Nepalese").

The first two are found by list: a trained tagger may miss them and a list can't.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from geo.gazetteer.tables import read_table, split
from geo.recognition.tables import rows

LONGEST = 3


@dataclass(frozen=True, slots=True)
class Form:
    """What a word that goes with a place may be."""

    adjective: bool
    person: bool
    language: bool


@cache
def adjectives() -> dict[str, Form]:
    """Each adjective, demonym and language of the gazetteer's table ("Dane", "Danes")."""
    matches: dict[str, set[str]] = {}
    for row in read_table("adjectives"):
        for name in split(row["names"]):
            matches.setdefault(name, set()).add(row["match"])
    return {
        name: Form("adjective" in found, "demonym" in found, "language" in found)
        for name, found in matches.items()
    }


@cache
def abbreviations() -> dict[str, bool]:
    """Abbreviation -> whether only a comma before it tells it from a word ("Miss.")."""
    return {row["name"]: row["needs_comma"] == "1" for row in rows("abbreviations")}


@cache
def common_words() -> frozenset[str]:
    """Words that name no place when they stand alone, capital or not."""
    return frozenset(row["word"] for row in rows("common_words"))


@cache
def no_fixed_place() -> dict[str, dict[str, str]]:
    """Row of the table of names of no fixed place, by name: "the West", "Western"."""
    return {row["name"]: row for row in rows("no_fixed_place")}


def is_person_or_adjective(name: str) -> bool:
    """Whether a name is an adjective, demonym or language that goes with a place."""
    return name in adjectives()


def listed_names(doc: Doc) -> Iterator[Span]:
    """Every listed name in a document, the longest at each token."""
    i = 0
    while i < len(doc):
        length = next(
            (n for n in range(min(LONGEST, len(doc) - i), 0, -1) if _listed(doc[i : i + n])), 0
        )
        if length:
            yield doc[i : i + length]
        i += length or 1


def _listed(span: Span) -> bool:
    name = span.text
    if name in abbreviations():
        return not abbreviations()[name] or _follows_comma(span)
    row = no_fixed_place().get(name)
    return row is not None and _in_place(span, row)


def _follows_comma(span: Span) -> bool:
    return span.start > 1 and span.doc[span.start - 1].text in {",", "("}


def _in_place(span: Span, row: dict[str, str]) -> bool:
    doc = span.doc
    before = doc[span.start - 1].lower_ if span.start else ""
    after = doc[span.end].text if span.end < len(doc) else ""
    if row["before"] and before != row["before"]:
        return False
    return row["after"] != "not capital" or not after[:1].isupper()
