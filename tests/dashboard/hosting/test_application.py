"""What stands around Streamlit."""

import pytest

from dashboard.hosting.application import middleware
from dashboard.hosting.middleware.headers import Headers
from dashboard.hosting.middleware.reconnecting import Reconnecting
from dashboard.server_settings import ServerSettings


def test_lost_pages_are_reconnected_unless_a_setting_turns_it_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = [one.cls for one in middleware(ServerSettings())]
    assert usual[0] is Headers
    assert Reconnecting in usual
    monkeypatch.setenv("DATELINE_RECONNECTING", "false")
    without = [one.cls for one in middleware(ServerSettings())]
    assert without == [cls for cls in usual if cls is not Reconnecting]
