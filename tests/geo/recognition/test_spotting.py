"""From what a pipeline marks to mentions, on documents made by hand."""

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from geo.recognition.components import TOPONYMS
from geo.recognition.spotting import spot


def names(words: list[str], toponym: tuple[int, int], person: tuple[int, int] | None) -> list[str]:
    """The mentions of a document in which these tokens are marked."""
    doc = Doc(Vocab(), words)
    doc.spans[TOPONYMS] = [Span(doc, *toponym, "PLACE")]
    doc.ents = [Span(doc, *person, "PERSON")] if person else []
    return [doc.text[found.start : found.end] for found in spot(doc)]


def test_a_name_in_a_persons_name_is_no_place() -> None:
    assert names(["Paris", "Hilton", "left", "."], (0, 1), (0, 2)) == []
    assert names(["Lily", "London", "left", "."], (1, 2), (0, 2)) == []


def test_a_name_taken_for_a_person_as_a_whole_stays_a_place() -> None:
    assert names(["Hilton", "lies", "by", "a", "lake", "."], (0, 1), (0, 1)) == ["Hilton"]


def test_possessives_articles_and_quotes_are_no_part_of_a_name() -> None:
    assert names(["Hilton's", "lake"], (0, 1), None) == ["Hilton"]
    assert names(["in", "the", "Hague", "now"], (1, 3), None) == ["Hague"]
    assert names(["“Hilton”", "lake"], (0, 1), None) == ["Hilton"]
