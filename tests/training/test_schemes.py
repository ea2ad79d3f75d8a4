"""What the training data says of each token, on documents made up here."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from geo.model.mentions import MentionType as T
from geo.recognition.components import blank
from geo.recognition.known_names import KnownNames
from geo.recognition.network.tags import INNER, OUTER, TYPES
from training.config import read_plan
from training.corpora import GoldDocument, GoldSpan
from training.schemes import Gold, Scheme

KNOWN = KnownNames(
    {"Oslo": "city", "Kenyan": "adjective", "New York": "city", "Norwegian": "adjective"}
)
PLANS = {plan.name: plan for plan in read_plan().corpora}


def document(corpus: str, text: str, places: dict[str, str], names: dict[str, str]) -> GoldDocument:
    def spans(of: dict[str, str]) -> tuple[GoldSpan, ...]:
        return tuple(
            GoldSpan(text.index(name), text.index(name) + len(name), name, kind)
            for name, kind in of.items()
        )

    return GoldDocument("x", corpus, "", text, "", "", "", spans(places), spans(names))


def read(gold: GoldDocument) -> tuple[Doc, Gold]:
    doc = blank().make_doc(gold.text)
    return doc, Scheme(KNOWN, PLANS[gold.corpus]).gold(gold, doc)


def told(bits: int, tags: tuple[str, ...]) -> str:
    """The tag where only one is right, "?" where any is, else all that are."""
    right = [tag for i, tag in enumerate(tags) if bits >> i & 1]
    return "?" if len(right) == len(tags) else "/".join(right)


def inner(gold: GoldDocument) -> dict[str, str]:
    doc, found = read(gold)
    pairs = zip(doc, found.inner, strict=True)
    return {t.text: told(bits, INNER) for t, bits in pairs if told(bits, INNER) != "O"}


def outer(gold: GoldDocument) -> dict[str, str]:
    doc, found = read(gold)
    return {t.text: told(bits, OUTER) for t, bits in zip(doc, found.outer, strict=True)}


def types(gold: GoldDocument) -> dict[str, set[str]]:
    doc, found = read(gold)
    return {
        t.text: {kind for i, kind in enumerate(TYPES) if bits >> i & 1}
        for t, bits in zip(doc, found.types, strict=True)
        if bits != (1 << len(TYPES)) - 1
    }


def test_geoparsing_sets_mark_places_and_leave_outer_names_open() -> None:
    gold = document("lgl", "Ann left the Hague for Oslo.", {"the Hague": "", "Oslo": ""}, {})
    assert inner(gold) == {"Hague": "B", "Oslo": "B"}
    assert outer(gold) == {
        "Ann": "?", "left": "O", "the": "O", "Hague": "?", "for": "O", "Oslo": "?", ".": "O"
    }  # fmt: skip


def test_the_place_in_a_facilitys_name_is_marked_and_the_facility_too() -> None:
    gold = document("gwn", "He left Oslo University.", {"Oslo University": "Coercion"}, {})
    assert inner(gold) == {"Oslo": "B"}
    assert outer(gold)["Oslo"] == "B-FACILITY"
    assert outer(gold)["University"] == "I-FACILITY"
    assert types(gold)["Oslo"] == {T.LITERAL}


def test_geowebnews_says_that_other_names_are_no_facilities() -> None:
    gold = document("gwn", "Ann left Oslo.", {"Oslo": "Literal"}, {})
    assert "FACILITY" not in outer(gold)["Ann"]
    assert "B-PERSON" in outer(gold)["Ann"]
    assert outer(gold)["Oslo"] == "B-PLACE/I-PLACE"


def test_ner_sets_leave_names_in_organisations_open_unless_known() -> None:
    text = "The Bergen Post and New York Post met Kenyan Ann Oslo."
    gold = document(
        "wikigold", text, {}, {"Bergen Post": "ORG", "New York Post": "ORG", "Ann Oslo": "PER"}
    )
    assert inner(gold) == {"Bergen": "?", "Post": "?", "New": "B", "York": "I", "Kenyan": "B"}
    assert outer(gold)["Bergen"] == "B-ORG"
    assert outer(gold)["Oslo"] == "I-PERSON"
    assert types(gold)["New"] == {T.METONYMIC, T.NON_LITERAL_MODIFIER, T.EMBEDDED_NON_LITERAL}


def test_dates_are_no_names() -> None:
    gold = document("worldwide_newswire", "On Norwegian Day", {}, {"Norwegian Day": "Date"})
    assert outer(gold) == {"On": "O", "Norwegian": "O", "Day": "O"}
    assert inner(gold)["Norwegian"] == "B"


def test_one_target_says_nothing_of_the_other_names() -> None:
    gold = document("relocar", "Ann of Oslo joined New York.", {"Oslo": "metonymic"}, {})
    assert inner(gold) == {"Ann": "?", "Oslo": "B", "New": "?", "York": "?"}
    assert types(gold) == {"Oslo": {T.METONYMIC, T.NON_LITERAL_MODIFIER, T.EMBEDDED_NON_LITERAL}}


def test_places_only_sets_take_no_lists_of_two_places() -> None:
    gold = document("gum", "In Bergen, Norway he sat.", {"Bergen, Norway": "place"}, {})
    assert inner(gold) == {"In": "?", "Bergen": "?", "Norway": "?"}


def test_homonyms_are_no_mentions() -> None:
    assert inner(document("gwn", "Jordan scored.", {"Jordan": "Homonym"}, {})) == {}


@pytest.mark.parametrize(("text", "words"), [("U.S.-led", ["U.S.", "-", "led"])])
def test_the_tokenizer_parts_compounds(text: str, words: list[str]) -> None:
    assert [token.text for token in blank().make_doc(text)] == words


def test_known_names_are_found_in_capitals_too() -> None:
    doc = KNOWN(blank().make_doc("OSLO and New York"))
    assert [t.lemma_ for t in doc] == ["B-city", "", "B-city", "I-city"]


def test_a_document_is_unseen_by_one_fold_or_by_all() -> None:
    one = document("lgl", "a", {}, {})
    assert [fold for fold in range(5) if one.unseen_by(fold)] == [one.fold]
    other = replace(one, corpus="wikigold")
    assert {other.unseen_by(fold) for fold in range(5)} == {other.held_out}
