"""Hostile tests run in an empty folder that must stay empty, on one geoparser for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile.corpus import PWNED, shown

from geo import Geoparser, ParsedArticle
from geo.reading.article_reader import read_article
from geo.settings import Settings


@pytest.fixture(autouse=True)
def nothing_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The payloads that reach a shell, Python or Jinja write a file into the current folder."""
    monkeypatch.chdir(tmp_path)
    yield
    assert not (tmp_path / PWNED).exists(), "hostile input was run"


@pytest.fixture(scope="session")
def parsed_corpus(geoparser: Geoparser) -> dict[str, ParsedArticle]:
    """Every readable case of the corpus, parsed, by its name."""
    cases = shown()
    articles = [read_article(c.data, name=c.file, settings=Settings()) for c in cases]
    return dict(zip((c.name for c in cases), geoparser.parse_many(articles), strict=True))
