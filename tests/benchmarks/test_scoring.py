"""What counts as found, as wrong, and as neither."""

from pathlib import Path

import pytest

from benchmarks.errors import Listing
from benchmarks.scoring import Detection, compare, interval, type_f1
from geo.model.mentions import Mention
from geo.model.mentions import MentionType as T
from training.corpora import GoldDocument, GoldSpan

TEXT = "In the Hague, Oslo University said Peru's Muslims left."


def document(*names: tuple[str, str], entities: tuple[tuple[str, str], ...] = ()) -> GoldDocument:
    def spans(pairs: tuple[tuple[str, str], ...]) -> tuple[GoldSpan, ...]:
        return tuple(
            GoldSpan(TEXT.index(name), TEXT.index(name) + len(name), name, kind)
            for name, kind in pairs
        )

    return GoldDocument("d", "gwn", "", TEXT, "", "", "", spans(names), spans(entities))


def at(name: str) -> tuple[int, int]:
    return TEXT.index(name), TEXT.index(name) + len(name)


def test_the_article_and_the_possessive_are_no_part_of_a_name() -> None:
    gold = document(("the Hague", "Literal"), ("Peru's", "Literal"))
    compared = compare(gold, [at("Hague"), at("Peru")])
    assert compared.counts == {"gold": 2, "hit": 2, "wrong": 0}


def test_half_a_name_is_missed_but_a_nested_extra_is_not_wrong() -> None:
    gold = document(("Oslo University", "Coercion"))
    assert compare(gold, [at("Oslo")]).counts == {"gold": 1, "hit": 0, "wrong": 0}
    assert compare(gold, [at("University said")]).counts == {"gold": 1, "hit": 0, "wrong": 1}


def test_a_homonym_is_not_to_be_found() -> None:
    gold = document(("Oslo", "Homonym"))
    assert compare(gold, [at("Oslo")]).counts == {"gold": 0, "hit": 0, "wrong": 1}


def test_what_a_ner_set_does_not_tell_is_not_counted() -> None:
    gold = document(entities=(("Oslo University", "Organization"), ("Muslims", "NORP")))
    assert compare(gold, [at("Oslo"), at("Muslims")]).counts == {"gold": 0, "hit": 0, "wrong": 0}


def test_figures_have_their_denominators() -> None:
    figures = Detection(compare(document(("Peru", "Literal")), [at("Peru"), at("left")]).counts)
    assert str(figures) == "P 0.500 (1/2)  R 1.000 (1/1)  F1 0.667"


def test_an_interval_needs_five_folds() -> None:
    assert interval([0.8, 0.9, 0.8, 0.9, 0.85]) == "0.850 ± 0.062"
    assert interval([0.8]) == ""


def test_f1_of_a_type() -> None:
    pairs = [(T.LITERAL, T.LITERAL), (T.LITERAL, T.METONYMIC), (T.DEMONYM, T.LITERAL)]
    assert type_f1(T.LITERAL, pairs) == pytest.approx(0.5)
    assert type_f1(T.DEMONYM, pairs) == 0.0


def test_the_listing_says_what_kind_of_error_each_is(tmp_path: Path) -> None:
    gold = document(("Oslo University", "Coercion"), ("Peru", "Literal"))
    listing = Listing()
    listing.spans(gold, compare(gold, [at("University said"), at("left")]))
    mention = Mention("text", *at("Peru"), "Peru", T.METONYMIC, (0, len(TEXT)))
    listing.types(gold, [T.LITERAL], [mention])
    path = tmp_path / "errors.txt"
    listing.write(path)
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line]
    assert [(row[0], row[2]) for row in rows] == [
        ("missed", "Peru"),
        ("missed (wrong boundary)", "Oslo University"),
        ("spurious", "left"),
        ("type literal taken for metonymic", "Peru"),
        ("wrong boundary", "University said"),
    ]
    assert "[[Peru]]" in rows[0][3]
