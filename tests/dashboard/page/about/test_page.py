"""The About page says what this very server does."""

from string import Template

import pytest

from dashboard.page.about import page
from dashboard.server_settings import ServerSettings


def said(settings: ServerSettings, section: str) -> str:
    return Template(page._texts()[section]).safe_substitute(page._of_this_server(settings))


def test_nothing_is_sent_where_no_service_is_asked() -> None:
    assert "nothing is sent anywhere" in said(ServerSettings(), "how-it-works")
    assert "Here that is **off**." in said(ServerSettings(), "privacy")


def test_what_is_sent_to_a_service_is_said() -> None:
    online = ServerSettings(geocoders=("gazetteer", "nominatim"))
    assert page.ASKED in said(online, "how-it-works")
    assert "nothing is sent" not in said(online, "how-it-works")
    assert "Here that is **on**." in said(online, "privacy")


@pytest.mark.parametrize(("days", "kept"), [(None, "until it is deleted"), (30, "for 30 days, or")])
def test_how_long_articles_are_kept_is_said(days: int | None, kept: str) -> None:
    assert f"library, {kept}" in said(ServerSettings(retention_days=days), "privacy")
