"""The About page's figures are the model card's."""

import re

import pytest

from dashboard.page.about import papers
from dashboard.page.about.model_figures import figures, of_hundred, of_ten

CARD = papers.model_card()


@pytest.mark.parametrize(
    ("name", "corpus", "column"),
    [("local", "Local-Global Lexicon", 2), ("world", "GeoWebNews", 1), ("mixed", "TR-News", 3)],
)
def test_each_figure_stands_in_the_card(name: str, corpus: str, column: int) -> None:
    news = getattr(figures(CARD), name)
    row = re.search(rf"^\| {corpus}, \d+[^|]*\| ([\d.]+) [^|]*\| ([\d.]+)", CARD, re.MULTILINE)
    assert row
    assert (news.rightly, news.found) == (float(row[1]), float(row[2]))
    ends = re.search(r"^\| recall of it \|(.*)$", CARD, re.MULTILINE)
    assert ends
    assert news.placed == float(ends[1].split("|")[column - 1])
    assert 0.5 < news.placed <= news.found <= 1


def test_the_reading_and_the_probabilities_are_the_cards() -> None:
    found = figures(CARD)
    assert f"Literal or associative: GeoWebNews {found.reading:.3f}" in CARD
    assert re.search(rf"expected calibration error .*\| {found.off:.3f} \|", CARD)


def test_a_card_without_them_is_not_guessed() -> None:
    with pytest.raises((KeyError, ValueError, StopIteration)):
        figures("# A card\n")


def test_shares_are_said_in_words() -> None:
    assert (of_ten(0.888), of_ten(0.842), of_hundred(0.888)) == ("nine", "eight", "89")
