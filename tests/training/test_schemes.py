"""What the training data says of each token, on documents made up here."""

import pytest

from benchmarks.corpora import GoldDocument, GoldSpan
from geo.recognition.components import KnownNames, blank
from training.schemes import Scheme

KNOWN = KnownNames({"Oslo": "city", "Kenyan": "adjective", "New York": "city"})


def document(corpus: str, text: str, places: dict[str, str], names: dict[str, str]) -> GoldDocument:
    def spans(of: dict[str, str]) -> tuple[GoldSpan, ...]:
        return tuple(
            GoldSpan(text.index(name), text.index(name) + len(name), name, kind)
            for name, kind in of.items()
        )

    return GoldDocument("x", corpus, "", text, "", "", "", spans(places), spans(names))


def tags(gold: GoldDocument) -> dict[str, str]:
    doc = blank().make_doc(gold.text)
    result = Scheme(KNOWN).gold(gold, doc)
    return {t.text: tag for t, tag in zip(doc, result.tags, strict=True) if tag != "O"}


def test_geoparsing_sets_mark_places_and_leave_other_names_open() -> None:
    gold = document("lgl", "Ann left the Hague for Oslo.", {"the Hague": "", "Oslo": ""}, {})
    doc = blank().make_doc(gold.text)
    result = Scheme(KNOWN).gold(gold, doc)
    assert tags(gold) == {"Hague": "B", "Oslo": "B"}
    assert {span.text for span in result.missing} == {"Ann", "Hague", "Oslo"}


def test_the_place_in_a_facilitys_name_is_marked_and_the_facility_too() -> None:
    gold = document("gwn", "He left Oslo University.", {"Oslo University": "Coercion"}, {})
    doc = blank().make_doc(gold.text)
    result = Scheme(KNOWN).gold(gold, doc)
    assert tags(gold) == {"Oslo": "B"}
    assert [(s.text, s.label_) for s in result.names] == [("Oslo University", "FACILITY")]


def test_ner_sets_leave_names_in_organisations_open_unless_known() -> None:
    text = "The Bergen Post and New York Post met Kenyan Ann Oslo."
    gold = document(
        "wikigold", text, {}, {"Bergen Post": "ORG", "New York Post": "ORG", "Ann Oslo": "PER"}
    )
    assert tags(gold) == {"Bergen": "", "Post": "", "New": "B", "York": "I", "Kenyan": "B"}


def test_homonyms_are_no_mentions() -> None:
    assert tags(document("gwn", "Jordan scored.", {"Jordan": "Homonym"}, {})) == {}


@pytest.mark.parametrize(("text", "words"), [("U.S.-led", ["U.S.", "-", "led"])])
def test_the_tokenizer_parts_compounds(text: str, words: list[str]) -> None:
    assert [token.text for token in blank().make_doc(text)] == words


def test_known_names_are_found_in_capitals_too() -> None:
    doc = KNOWN(blank().make_doc("OSLO and New York"))
    assert [t.lemma_ for t in doc] == ["B-city", "", "B-city", "I-city"]


def test_documents_are_held_out_by_their_id_alone() -> None:
    one = document("lgl", "a", {}, {})
    assert one.held_out == document("gwn", "b", {}, {}).held_out
