"""What is said of the queue and of the hour."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from dashboard.page.adding import limits
from dashboard.page.adding.limits import quota_refusal, said_of


@dataclass
class Reader:
    """A session, as far as Streamlit tells of it."""

    session: str = "s1"
    ip_address: str = "192.0.2.1"
    server: str = "0.0.0.0"
    headers: dict[str, str] = field(default_factory=lambda: {"Host": "news.example.org"})

    @property
    def context(self) -> Any:
        return self

    def get_option(self, _: str) -> str:
        return self.server


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader elsewhere, where three articles an hour are allowed, five of an address."""
    made = Reader()
    monkeypatch.setattr(limits, "st", made)
    monkeypatch.setattr(limits, "session_id", lambda: made.session)
    monkeypatch.setenv("DATELINE_ARTICLES_PER_HOUR", "3")
    monkeypatch.setenv("DATELINE_ARTICLES_PER_HOUR_ADDRESS", "5")
    return made


def test_a_session_and_an_address_have_so_many_an_hour(reader: Reader) -> None:
    assert quota_refusal(3) == ""
    assert "No more than 3 articles an hour can be brought in in one session" in quota_refusal(1)
    assert "in 60 minutes (DATELINE_ARTICLES_PER_HOUR)" in quota_refusal(1)
    reader.session = "s2"
    assert "No more than 5 articles an hour can be brought in from one address" in quota_refusal(3)
    reader.session, reader.ip_address = "s3", "192.0.2.2"
    assert quota_refusal(3) == ""


def test_whoever_sits_at_this_machine_has_no_limit(reader: Reader) -> None:
    reader.server, reader.headers = "127.0.0.1", {"Host": "localhost:8501"}
    assert quota_refusal(100) == ""


def test_the_place_in_the_queue_is_said() -> None:
    assert "number 2 in the queue" in said_of(2)
