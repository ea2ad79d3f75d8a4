"""From what a pipeline marks to mentions, on documents made by hand."""

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from geo.recognition.annotation import TOPONYMS
from geo.recognition.mention_spans import Spot, spot

Bounds = tuple[int, int]


def spots(text: str, toponyms: list[Bounds], site: Bounds | None = None) -> tuple[Doc, list[Spot]]:
    """The mentions of a document in which these tokens are marked."""
    doc = Doc(Vocab(), text.split())
    doc.spans[TOPONYMS] = [Span(doc, *bounds, "PLACE") for bounds in toponyms]
    doc.ents = [Span(doc, *site, "FACILITY")] if site else []
    return doc, spot(doc)


def names(text: str, toponyms: list[Bounds], site: Bounds | None = None) -> list[str]:
    doc, found = spots(text, toponyms, site)
    return [doc.text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("Hilton's lake", (0, 1), "Hilton"),
        ("in the Hague now", (1, 3), "Hague"),
        ("“Hilton” lake", (0, 1), "Hilton"),
        ("a W.Va . town", (1, 2), "W.Va"),
    ],
)
def test_possessives_articles_and_quotes_are_no_part_of_a_name(
    text: str, marked: Bounds, name: str
) -> None:
    assert names(text, [marked]) == [name]


def test_a_site_holds_the_place_in_its_name() -> None:
    doc, (outer, inner) = spots("at Oslo University now", [(1, 2)], (1, 3))
    assert doc.text[outer.start : outer.end] == "Oslo University"
    assert (outer.facility, outer.inside) == (True, None)
    assert (inner.facility, inner.inside) == (False, 0)


def test_a_site_that_a_name_runs_out_of_is_none() -> None:
    assert names("at Oslo University now", [(2, 4)], (1, 3)) == ["University now"]


def test_of_a_site_in_lower_case_only_the_name_is_a_mention() -> None:
    assert names("at Heathrow airport now", [(1, 2)], (1, 3)) == ["Heathrow"]


def test_an_abbreviation_of_the_list_is_found_whole() -> None:
    doc = Doc(Vocab(), ["Beckley", ",", "W.Va", "."], spaces=[False, True, False, False])
    doc.spans[TOPONYMS] = [Span(doc, 0, 1, "PLACE"), Span(doc, 2, 3, "PLACE")]
    assert [doc.text[s.start : s.end] for s in spot(doc)] == ["Beckley", "W.Va."]


def test_a_name_around_an_abbreviation_stays_whole() -> None:
    assert names("the U.S. Virgin Islands", [(1, 4)]) == ["U.S. Virgin Islands"]


def test_common_words_alone_name_no_place() -> None:
    assert names("the County council", [(1, 2)]) == []
    assert names("the county council", [(1, 2)]) == []
