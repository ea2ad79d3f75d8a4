"""Who may correct places."""

from types import SimpleNamespace

import pytest

from dashboard.page import editing
from dashboard.page.editing import may_edit, may_list, who
from geo.settings import Settings

HERE = {"Host": "127.0.0.1:8501"}


@pytest.mark.parametrize("address", ["127.0.0.1", "127.5.5.5", "::1", "localhost", "LOCALHOST"])
@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501", "localhost"])
def test_on_this_machine_itself_editing_is_on(address: str, host: str) -> None:
    assert may_edit(Settings(), address, {"host": host})


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_where_others_can_reach_it_editing_is_off(address: str | None) -> None:
    assert not may_edit(Settings(), address, HERE)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Host": ""},
        {"Host": "news.example.org"},
        {"Host": "127.0.0.1.example.org"},
        {"Host": "192.0.2.1:8501"},
        {"Host": "[::1"} | {"X-Forwarded-For": "192.0.2.1"},
        HERE | {"x-forwarded-for": "192.0.2.1"},
        HERE | {"Forwarded": "for=192.0.2.1"},
        HERE | {"X-Forwarded-Host": "news.example.org"},
    ],
)
def test_behind_a_proxy_or_under_another_name_editing_is_off(headers: dict[str, str]) -> None:
    assert not may_edit(Settings(), "127.0.0.1", headers)


def test_the_owner_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_EDITING", "true")
    assert may_edit(Settings(), None, {"Host": "news.example.org", "Forwarded": "x"})
    monkeypatch.setenv("DATELINE_EDITING", "false")
    assert not may_edit(Settings(), "127.0.0.1", HERE)


@pytest.mark.parametrize(
    ("setting", "address", "host", "expected"),
    [
        ("", "127.0.0.1", "localhost:8501", True),
        ("", "127.0.0.1", "news.example.org", False),
        ("", "0.0.0.0", "localhost:8501", False),
        ("true", "0.0.0.0", "news.example.org", True),
        ("false", "127.0.0.1", "localhost:8501", False),
    ],
)
def test_the_list_is_for_this_machine_unless_its_owner_says_so(
    setting: str, address: str, host: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_EDITING", "true")  # another question
    if setting:
        monkeypatch.setenv("DATELINE_LISTING", setting)
    context = SimpleNamespace(headers={"Host": host})
    fake = SimpleNamespace(get_option=lambda _: address, context=context)
    monkeypatch.setattr(editing, "st", fake)
    assert may_list() is expected


@pytest.mark.parametrize(
    ("user", "expected"),
    [
        ({}, ""),
        ({"is_logged_in": False, "name": "Ana"}, ""),
        ({"is_logged_in": True, "name": " Ana\n\u202eBo ", "email": "a@example.org"}, "Ana Bo"),
        ({"is_logged_in": True, "email": "a@example.org"}, "a@example.org"),
        ({"is_logged_in": True, "name": "x" * 999}, "x" * 100),
    ],
)
def test_who_is_signed_in(
    user: dict[str, object], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editing.st, "user", user)
    assert who() == expected
