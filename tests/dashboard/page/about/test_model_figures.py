"""The About page's figures are those that were measured, and the model card has the same."""

import json
import re

import pytest

from dashboard.page.about import papers
from dashboard.page.about.model_figures import figures, of_hundred, of_ten

CARD = papers.model_card()
MEASURED = papers.model_figures()
KNOWN = json.loads(MEASURED)
COLUMNS = ("GeoWebNews", "Local-Global Lexicon", "TR-News", "all three")
"""Columns of the card's table of the ranker, after the first."""


def row(begins: str) -> list[str]:
    """The one row of the card that begins so: its other cells, each to its first space."""
    (line,) = re.findall(rf"^\| {re.escape(begins)}[^|]*\|(.*)\|$", CARD, re.MULTILINE)
    return [cell.strip().partition(" ")[0] for cell in line.split("|")]


@pytest.mark.parametrize("corpus", KNOWN["detection"])
def test_the_card_has_each_figure_of_detection(corpus: str) -> None:
    one = KNOWN["detection"][corpus]
    assert re.search(rf"^\| {corpus}, {one['documents']}\b", CARD, re.MULTILINE)
    stated = [f"{one[name]:.3f}" for name in ("precision", "recall", "f1")]
    assert row(f"{corpus}, {one['documents']}")[:3] == stated


@pytest.mark.parametrize(
    ("begins", "kind", "name"),
    [("end to end, F1", "end_to_end", "f1"), ("recall of it", "end_to_end", "recall")],
)
def test_the_card_has_each_figure_of_placing(begins: str, kind: str, name: str) -> None:
    assert row(begins)[:4] == [f"{KNOWN[kind][corpus][name]:.3f}" for corpus in COLUMNS]


def test_the_card_has_the_error_of_probabilities_and_the_reading() -> None:
    errors = [f"{KNOWN['calibration_error'][corpus]:.3f}" for corpus in COLUMNS]
    assert row("expected calibration error")[:4] == errors
    reading = KNOWN["literal_or_associative"]["GeoWebNews"]
    assert f"Literal or associative: GeoWebNews {reading:.3f}" in CARD


@pytest.mark.parametrize(
    ("name", "corpus"),
    [("local", "Local-Global Lexicon"), ("world", "GeoWebNews"), ("mixed", "TR-News")],
)
def test_the_page_says_what_was_measured(name: str, corpus: str) -> None:
    news = getattr(figures(MEASURED), name)
    detection = KNOWN["detection"][corpus]
    assert (news.rightly, news.found) == (detection["precision"], detection["recall"])
    assert news.placed == KNOWN["end_to_end"][corpus]["recall"]
    assert 0.5 < news.placed <= news.found <= 1


def test_the_reading_and_the_probabilities_are_those_measured() -> None:
    found = figures(MEASURED)
    assert found.reading == KNOWN["literal_or_associative"]["GeoWebNews"]
    assert found.off == KNOWN["calibration_error"]["all three"]


def test_figures_that_are_not_there_are_not_guessed() -> None:
    for measured in ("", "{}", '{"detection": {}, "end_to_end": {}}'):
        with pytest.raises((KeyError, ValueError)):
            figures(measured)


def test_shares_are_said_in_words() -> None:
    assert (of_ten(0.888), of_ten(0.842), of_hundred(0.888)) == ("nine", "eight", "89")
