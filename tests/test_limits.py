"""Every limit is a setting, has a sentence of its own, and a test that meets it.

Here are those that the command line meets; the table says where the others are met, and each
of those files names the setting.
"""

from pathlib import Path

import pytest
from support.documents import column, pdf, word
from support.parsers import StubGeoparser

from dashboard import cli
from dashboard.commands.inputs import parsers
from dashboard.server_settings import ServerSettings

ROOT = Path(__file__).parent
HERE = "test_limits.py"
MET_IN = {
    "max_article_bytes": HERE,
    "max_document_bytes": HERE,
    "max_pdf_pages": HERE,
    "pdf_seconds": "geo/documents/test_pdf.py",
    "reading_seconds": HERE,
    "max_files": "dashboard/page/adding/test_reading_progress.py",
    "feed_articles": "dashboard/page/adding/test_reading_progress.py",
    "parses_at_once": "dashboard/engine/parsing/test_parsed_articles.py",
    "parse_seconds": "dashboard/engine/parsing/test_long_articles.py",
    "max_mentions": "dashboard/engine/parsing/test_long_articles.py",
    "articles_per_hour": "dashboard/page/adding/test_limits.py",
    "articles_per_hour_address": "dashboard/page/adding/test_limits.py",
    "max_message_bytes": "dashboard/hosting/middleware/test_page_messages.py",
    "max_shared_articles": HERE,
    "retention_days": "geo/library/test_article_store.py",
}
OTHERS = {
    "geocoding_cache_mb", "geocoding_found_days", "geocoding_not_found_days", "metrics_port",
}  # fmt: skip
"""ServerSettings that are numbers and refuse nobody anything."""
PAGE = column(["In Harbin it rained."])


def test_every_setting_that_is_a_number_is_a_limit_that_is_met_somewhere() -> None:
    numbers = {
        name
        for name, field in ServerSettings.model_fields.items()
        if field.annotation in (int, float, int | None)
    }
    assert numbers - OTHERS == set(MET_IN)
    for name, path in MET_IN.items():
        text = (ROOT / path).read_text(encoding="utf-8")
        assert name in text or f"DATELINE_{name.upper()}" in text, path


@pytest.mark.parametrize(
    ("setting", "most", "file", "data"),
    [
        ("MAX_ARTICLE_BYTES", 10, "a.txt", b"In Harbin it rained."),
        ("MAX_ARTICLE_BYTES", 10, "a.html", b"<p>In Harbin it rained."),
        ("MAX_ARTICLE_BYTES", 10, "a.pdf", pdf([PAGE])),
        ("MAX_DOCUMENT_BYTES", 10, "a.pdf", pdf([PAGE])),
        ("MAX_DOCUMENT_BYTES", 10, "a.docx", word("In Harbin it rained.")),
        ("MAX_PDF_PAGES", 1, "a.pdf", pdf([PAGE, PAGE])),
        ("READING_SECONDS", 1, "a.md", b"[" * 1_000_000),
    ],
)
def test_at_the_command_line_a_file_over_a_limit_is_refused_by_its_setting(
    setting: str,
    most: int,
    file: str,
    data: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(parsers, "geoparser", lambda _settings: StubGeoparser())
    monkeypatch.setenv(f"DATELINE_{setting}", str(most))
    path = tmp_path / file
    path.write_bytes(data)
    assert cli.main(["parse", str(path)]) != 0
    said = capsys.readouterr().err.strip()
    assert f"DATELINE_{setting}" in said
    assert said.endswith(".")
    assert "\n" not in said


def test_at_the_command_line_a_full_library_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_MAX_SHARED_ARTICLES", "1")
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path / "data"))
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"In Harbin it rained on {name}.", encoding="utf-8")
    assert cli.main(["library", "add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) != 0
    assert "DATELINE_MAX_SHARED_ARTICLES" in capsys.readouterr().err
