"""What takes too long to read is refused at the time that is set, and the next file is read."""

from functools import partial

import pytest
from hostile.corpus import LAST
from hostile.rows import Row
from hostile.rows.slow import BY_FILE, FEEDS

from dashboard.engine.intake.intake import Failed, Source, Taken, take
from geo import Geoparser
from geo.errors import TooLarge
from geo.reading import read_feed
from geo.reading.article_reader import read_article
from geo.settings import Settings

SHORT, LONG = Settings(reading_seconds=1), Settings(reading_seconds=60)
PAGE = f"<p>In Harbin it rained. {'It went on for days. ' * 600}</p><p>{LAST}</p>".encode()


@pytest.mark.parametrize(
    ("file", "row"),
    [pytest.param(file, row, id=f"{file}: {row}") for file in BY_FILE for row in BY_FILE[file]],
)
def test_a_file(file: str, row: Row, geoparser: Geoparser) -> None:
    sources = [
        Source(file, partial(read_article, row.given, name=file, settings=SHORT)),
        Source("b.html", partial(read_article, PAGE, name="b.html", settings=LONG)),
    ]
    first, second = take(sources, geoparser.parse)
    assert isinstance(first, Failed)
    assert row.refused in first.reason
    assert "DATELINE_READING_SECONDS" in first.reason
    assert isinstance(second, Taken), second
    assert LAST in second.parsed.article.text


@pytest.mark.parametrize("row", FEEDS, ids=str)
def test_a_feed(row: Row) -> None:
    with pytest.raises(TooLarge, match=row.refused):
        read_feed(row.given, address="https://example.org/feed", seconds=1)
