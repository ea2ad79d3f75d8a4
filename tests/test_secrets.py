"""Settings from a file of secrets, in Streamlit's format."""

from pathlib import Path

import pytest

from geo.errors import SettingsError
from geo.settings import Settings

FILE = """
[auth]
cookie_secret = "streamlit's own"

[dateline]
contact = "me@example.org"
redis_url = "redis://:pass-word@example.org"

[dateline.geocoder.opencage]
key = "key-in-file"
rate = 2
"""


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "secrets.toml"
    path.write_text(FILE, encoding="utf-8")
    monkeypatch.setenv("DATELINE_SECRETS", str(path))
    return path


@pytest.mark.usefixtures("secrets")
def test_the_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_GEOCODER__OPENCAGE__RATE", "3")
    settings = Settings()
    opencage = settings.geocoder["opencage"]
    assert opencage.key is not None
    assert (opencage.key.get_secret_value(), opencage.rate) == ("key-in-file", 3)
    assert settings.contact == "me@example.org"


def test_streamlits_own_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text(FILE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert Settings().contact == "me@example.org"


@pytest.mark.parametrize("text", ["[dateline", "\x00", "dateline = 1"])
def test_a_file_that_cannot_be_read_is_said_without_what_it_says(secrets: Path, text: str) -> None:
    secrets.write_text(f"{text}\nkey = 'sesame'", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"secrets\.toml") as caught:
        Settings()
    assert "sesame" not in str(caught.value)


def test_a_file_that_is_named_and_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_SECRETS", "nowhere.toml")
    with pytest.raises(SettingsError, match=r"nowhere\.toml"):
        Settings()


@pytest.mark.usefixtures("secrets")
def test_no_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_GEOCODER__ARCGIS__PASSWORD", "open-sesame")
    monkeypatch.setenv("DATELINE_DATABASE_URL", "postgresql://me:hidden@host/db")
    shown = repr(Settings()) + str(Settings())
    for secret in ("key-in-file", "open-sesame", "pass-word", "hidden"):
        assert secret not in shown


@pytest.mark.parametrize("key", ["123", "1e5", "007", "true", "null", "[1]"])
def test_a_key_is_text_whatever_it_looks_like(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv("DATELINE_GEOCODER__HERE__APP_ID", key)
    extra = Settings().geocoder["here"].model_extra
    assert extra is not None
    assert extra["app_id"].get_secret_value() == key


def test_a_wrong_value_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_GEOCODER__OPENCAGE__RATE", "sesame")
    with pytest.raises(ValueError, match=r"geocoder\.opencage\.rate") as caught:
        Settings()
    assert "sesame" not in str(caught.value)
