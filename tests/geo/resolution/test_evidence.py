"""What the words around a name say of where it lies."""

from dataclasses import replace

import pytest
from support.marked import read
from support.small_gazetteer import SmallGazetteer

from geo.resolution.evidence import dateline, parents
from geo.resolution.gazetteer_access import Names, plain


@pytest.mark.parametrize(
    ("marked", "parent", "side"),
    [
        ("[Paris], [Texas]", "Texas", "after"),
        ("[Paris] ([Texas])", "Texas", "after"),
        ("[Paris] in [Texas]", "Texas", "after"),
        ("[Paris], in the northern state of [Texas]", "Texas", "after"),
        ("[Paris], Texas, is small", "Texas", "after"),
        ("[Paris, Texas]", "Texas", "after"),
        ("[Ukraine]'s [Kharkov]", "Ukraine", "before"),
        ("[Ukraine's] second city of [Kharkov]", "Ukraine", "before"),
        ("the [Ukrainian] city of [Kharkov]", "Ukrainian", "before"),
    ],
)
def test_a_parent_stands_beside_a_name(marked: str, parent: str, side: str) -> None:
    article, mentions = read(marked)
    found = parents(article, mentions, Names(SmallGazetteer()))
    assert (parent, side) in {(p.name, p.side) for p in found.values()}


@pytest.mark.parametrize(
    "marked",
    [
        "[Paris] and [Texas]",
        "[Paris]. [Texas]",
        "[Paris] fell out with [Texas]",
        "[Paris], Nowhere Land",
        "[Ukrainian] forces left [Kharkov]",
    ],
)
def test_other_neighbours_are_no_parents(marked: str) -> None:
    article, mentions = read(marked)
    assert parents(article, mentions, Names(SmallGazetteer())) == {}


@pytest.mark.parametrize(
    ("marked", "opening"),
    [
        ("[HARBIN], China - The guest came.", 0),
        ("[HARBIN] (Agency) — The guest came.", 0),
        ("[Harbin] is cold - very.", None),
        ("In [Harbin] - again.", None),
    ],
)
def test_a_dateline_opens_the_text(marked: str, opening: int | None) -> None:
    assert dateline(*read(marked)) == opening


def test_a_long_text_is_not_copied_for_each_of_its_names() -> None:
    class Text(str):
        def __getitem__(self, key: object) -> str:
            raise AssertionError(key)

    article, mentions = read("Rain fell on [Oslo], then on [Lima] and [Perth].")
    assert dateline(replace(article, text=Text(article.text)), mentions) is None


@pytest.mark.parametrize(
    ("text", "name"), [("China’s", "China"), ("“the\nHague”", "the Hague"), ("U.S.", "U.S.")]
)
def test_a_name_is_the_mention_without_its_trappings(text: str, name: str) -> None:
    assert plain(text) == name


def test_very_long_names_are_not_looked_up() -> None:
    gazetteer = SmallGazetteer()
    assert Names(gazetteer).candidates("A" * 10_000) == ()
    assert gazetteer.asked == []


@pytest.mark.parametrize(
    "marked", ["[Paris], a former [Texas] town", "[Paris], once the pride of [Texas]"]
)
def test_an_apposition_is_no_address(marked: str) -> None:
    article, mentions = read(marked)
    assert parents(article, mentions, Names(SmallGazetteer())) == {}


@pytest.mark.parametrize("between", [" ", "\t", "\u00a0", " \u2009"])
def test_forty_thousand_spaces_after_a_name_are_no_dateline_and_stop_nothing(between: str) -> None:
    article, mentions = read(f"[Harbin]{between * (40_000 // len(between))}was cold.")
    assert dateline(article, mentions) is None
    assert parents(article, mentions, Names(SmallGazetteer())) == {}


def test_any_white_space_may_stand_around_the_dash_of_a_dateline() -> None:
    for opening in ("[Harbin]\t, China   \u00a0 — It", "[Harbin]  \n -- It", "[Harbin],  - It"):
        assert dateline(*read(opening)) == 0, opening
