import csv
import io
from dataclasses import replace

import pytest
from support.samples import sample

from geo.exports import to_csv
from geo.model.atlas import gather
from geo.model.parsed_article import ParsedArticle


def rows(parsed: ParsedArticle) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(gather([parsed])), newline="")))


def titled(title: str) -> ParsedArticle:
    parsed = sample()
    return replace(parsed, article=replace(parsed.article, outlet=title))


def test_one_row_a_mention_unplaced_ones_included() -> None:
    found = rows(sample())
    assert len(found) == len(sample().mentions)
    west = found[-1]
    assert (west["mention"], west["place"], west["lat"]) == ("West", "", "")
    assert west["status"] == "no fixed place"


def test_numbers_stay_numbers() -> None:
    parsed = sample()
    south = replace(parsed.resolutions[0].place, lat=-33.9, lon=-70.6)
    resolutions = (replace(parsed.resolutions[0], place=south), *parsed.resolutions[1:])
    row = rows(replace(parsed, resolutions=resolutions))[0]
    assert (row["lat"], row["lon"]) == ("-33.9", "-70.6")


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\x1b=1", "＝1", "\x00=1"],
)
def test_text_that_would_run_as_a_formula_is_defused(formula: str) -> None:
    cell = rows(titled(formula))[0]["outlet"]
    assert cell.startswith("'")
    assert "\x1b" not in cell


@pytest.mark.parametrize("text", ["a=1", "St. John's", 'say "x"', "one, two\nthree", "{{7*7}}"])
def test_other_text_is_kept(text: str) -> None:
    assert rows(titled(text))[0]["outlet"] == text
