"""The page of settings says what the code says; settings are read as they are set."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from dashboard.server_settings import ServerSettings

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"


def test_the_page_documents_every_setting_in_its_words() -> None:
    rows = {
        cells[1].strip(" `"): cells[3].strip()
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `DATELINE_") and (cells := line.split("|"))
    }
    said = {
        f"DATELINE_{name.upper()}": field.description
        for name, field in ServerSettings.model_fields.items()
    }
    assert rows == said


def test_settings_come_from_the_environment(monkeypatch) -> None:
    monkeypatch.setenv("DATELINE_MAX_ARTICLE_BYTES", "7")
    assert ServerSettings().max_article_bytes == 7


@pytest.mark.parametrize("name", ["RETENTION_DAYS", "GEOCODING_FOUND_DAYS"])
def test_days_end_where_the_calendar_does(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(f"DATELINE_{name}", "10000000")
    with pytest.raises(ValidationError):
        ServerSettings()
