"""The seeds that ship, and the folder an owner drops articles into."""

from datetime import date
from pathlib import Path

import pytest

from geo.model.article import Article
from geo.reading.seeds import seed_articles, seeds_folder
from geo.settings import Settings

SHIPPED, NOTICES = seed_articles(Settings(seeds=None))


def test_enough_seeds_ship_and_all_can_be_read() -> None:
    assert NOTICES == []
    assert len(SHIPPED) >= 9
    assert SHIPPED[0].id.startswith("01-")
    assert len(SHIPPED) == len(list(seeds_folder(Settings(seeds=None)).glob("*.md")))


@pytest.mark.parametrize("article", SHIPPED, ids=lambda article: article.id)
def test_a_seed_says_what_it_is(article: Article) -> None:
    assert article.title
    assert article.outlet == "Dateline sample"
    assert article.language == "en"
    assert article.published
    assert date(2005, 1, 1) <= article.published <= date(2024, 6, 30)
    assert article.note
    assert 120 <= len(article.text.split()) <= 900
    assert not set(article.text) & set('"“”'), "a seed quotes nobody"


def test_the_first_seed_names_what_its_source_names() -> None:
    text = f"{SHIPPED[0].title}\n{SHIPPED[0].text}"
    for name in (
        "China", "Russia", "Ukraine", "Beijing", "Harbin", "Heilongjiang", "Moscow", "Kiev",
        "Kharkov", "United States", "US", "the West", "Western", "Soviet", "Japanese",
        "Asian giant", "Ukrainian", "Russian", "Chinese", "Harbin University", "St Sophia",
        "Church of the Intercession", "northeastern Ukraine", "China-Russia", "New Silk Roads",
    ):  # fmt: skip
        assert name in text, name


def test_a_file_dropped_in_appears_at_the_next_load(tmp_path: Path) -> None:
    settings = Settings(seeds=tmp_path)
    (tmp_path / "02-b.txt").write_text("Second\n\nFog over Oslo.")
    assert [a.id for a in seed_articles(settings)[0]] == ["02-b"]
    (tmp_path / "01 Überblick.md").write_text("# First\n\nRain over Bergen.")
    assert [(a.id, a.title) for a in seed_articles(settings)[0]] == [
        ("01-uberblick", "First"),
        ("02-b", "Second"),
    ]


def test_a_broken_file_gives_a_notice_and_the_others_still_load(tmp_path: Path) -> None:
    (tmp_path / "1.md").write_text("---\ntitle: [\n---\nx")
    (tmp_path / "2.md").write_text("Fog over Oslo.")
    (tmp_path / "3.md").write_bytes(b"\xff\xff")
    (tmp_path / "4.md").write_text("")
    (tmp_path / "5.py").write_text("raise SystemExit")
    (tmp_path / ".hidden.md").write_text("not shown")
    (tmp_path / "folder.md").mkdir()
    articles, notices = seed_articles(Settings(seeds=tmp_path))
    assert [a.id for a in articles] == ["2"]
    assert [notice[:4] for notice in notices] == ["1.md", "3.md", "4.md", "5.py"]
    assert not any("\n" in notice for notice in notices)


def test_a_file_over_the_limit_gives_a_notice(tmp_path: Path) -> None:
    (tmp_path / "1.md").write_text("Oslo " * 100)
    articles, notices = seed_articles(Settings(seeds=tmp_path, max_article_bytes=100))
    assert articles == []
    assert "more than the 100" in notices[0]


def test_files_of_one_stem_keep_apart(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Fog over Oslo.")
    (tmp_path / "a.txt").write_text("Rain over Oslo.")
    assert [a.id for a in seed_articles(Settings(seeds=tmp_path))[0]] == ["a", "a-txt"]


def test_a_missing_folder_gives_a_notice(tmp_path: Path) -> None:
    articles, notices = seed_articles(Settings(seeds=tmp_path / "none"))
    assert articles == []
    assert "cannot be read: No such file or directory" in notices[0]
