"""Uploads of every type, taken in as the page and the command line take them in."""

from functools import partial

import pytest
from hostile.rows import Row
from hostile.rows.files import BY_FILE, NAMES

from dashboard.engine.intake.intake import Failed, Outcome, Source, Taken, take
from geo import Geoparser
from geo.reading.article_reader import read_article
from geo.settings import Settings
from geo.text.cleaning import for_message, strip_controls

LONGEST = 300
"""Characters of a sentence that says why not."""


def taken_in(name: str, data: bytes, geoparser: Geoparser) -> Outcome:
    read = partial(read_article, data, name=name, settings=Settings())
    return next(take([Source(name, read)], geoparser.parse))


def assert_refused(outcome: Outcome, sentence: str, name: str = "") -> None:
    assert isinstance(outcome, Failed)
    assert sentence in outcome.reason
    assert "could not be read (" not in outcome.reason, "nobody thought of this"
    assert for_message(name) in outcome.reason
    assert outcome.reason.isprintable()
    assert len(outcome.reason) < LONGEST
    assert outcome.reason.endswith(".")


@pytest.mark.parametrize(
    ("file", "row"),
    [pytest.param(file, row, id=f"{file}: {row}") for file in BY_FILE for row in BY_FILE[file]],
)
def test_a_file(file: str, row: Row, geoparser: Geoparser) -> None:
    outcome = taken_in(file, row.given, geoparser)
    if row.refused:
        assert_refused(outcome, row.refused, file)
        return
    assert isinstance(outcome, Taken), outcome
    article = outcome.parsed.article
    assert row.holds in article.text + article.title
    assert strip_controls(article.text + article.title) == article.text + article.title
    for i, mention in enumerate(outcome.parsed.mentions):
        assert outcome.parsed.field_text(i)[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("row", NAMES, ids=str)
def test_a_name(row: Row, geoparser: Geoparser) -> None:
    assert_refused(taken_in(row.given, b"In Harbin.", geoparser), row.refused)
