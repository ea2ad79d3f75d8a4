"""Lines of a page to paragraphs."""

import pytest

from geo.documents.pdf_lines import Line, paragraphs_of


def joined(*lines: str) -> str:
    made = [Line(text, 0, 700 - 12 * n, 10) for n, text in enumerate(lines)]
    return "\n".join(paragraphs_of([made])[0])


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the govern-", "ment fell"], "the government fell"),
        (["the govern\u2010", "ment fell"], "the government fell"),
        (["the govern\u00ad", "ment fell"], "the government fell"),
        (["Guinea-", "Bissau and"], "Guinea-Bissau and"),
        (["COVID-", "19 and"], "COVID-19 and"),
        (["the north-", "eastern north-eastern"], "the north-eastern north-eastern"),
        (["from 10-", "to 20-year-olds"], "from 10- to 20-year-olds"),
        (["in Stratford-up-", "on-Avon"], "in Stratford-upon-Avon"),
        (["a dash –", "and more"], "a dash – and more"),
        (["soft\u00adly said"], "softly said"),
    ],
)
def test_words_broken_at_a_lines_end(lines: list[str], text: str) -> None:
    assert joined(*lines) == text


def test_an_indented_line_begins_a_paragraph() -> None:
    lines = [
        Line("It rained in Harbin and in the whole north.", 50, 700, 10),
        Line("Then it stopped there and went on elsewhere.", 65, 688, 10),
        Line("In Kharkiv it snowed.", 50, 676, 10),
    ]
    assert len(paragraphs_of([lines])[0]) == 2


def test_megabytes_without_an_end_are_read_in_moments() -> None:
    for text in ("x" * 2_000_000, "x-" * 1_000_000, '."' * 1_000_000, "\u00ad" * 2_000_000):
        paragraphs_of([[Line(text, 0, 700, 10), Line(text, 0, 688, 10)]])
    paragraphs_of([[Line("so-", 0, -n, 10) for n in range(100_000)]])


def test_nothing_is_nothing() -> None:
    assert paragraphs_of([]) == ([], None)
    assert paragraphs_of([[], [Line(" ")]]) == ([], None)
