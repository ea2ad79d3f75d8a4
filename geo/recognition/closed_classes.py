"""Names of closed classes, found by list: what a trained tagger may miss and a list can't.

Adjectives and demonyms ("Nepalese"), abbreviations ("W.Va.") and names of no fixed place
("the West"). The lists are the tables of this package.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span

from geo.recognition.tables import rows

LONGEST = 3


@cache
def adjectives() -> dict[str, dict[str, str]]:
    """Row of the table of adjectives, by each form a text may have ("Dane", "Danes")."""
    forms: dict[str, dict[str, str]] = {}
    for row in rows("adjectives"):
        forms[row["name"]] = row
        if row["person"] == "1":
            forms.setdefault(row["name"] + "s", {**row, "adjective": "0", "language": "0"})
    return forms


@cache
def abbreviations() -> dict[str, bool]:
    """Abbreviation -> whether only a comma before it tells it from a word ("Miss.")."""
    return {row["name"]: row["needs_comma"] == "1" for row in rows("abbreviations")}


@cache
def common_words() -> frozenset[str]:
    """Words that name no place when they stand alone, capital or not."""
    return frozenset(row["word"] for row in rows("common_words"))


@cache
def macro_regions() -> frozenset[str]:
    """Names of continents, seas and regions beyond or below countries."""
    return frozenset(row["name"] for row in rows("macro_regions"))


@cache
def countries() -> frozenset[str]:
    """Names of countries."""
    return frozenset(row["name"] for row in rows("country_names"))


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
    if name in adjectives():
        return True
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
