"""Whether a reader is still there."""

from dataclasses import dataclass, field

import pytest

from dashboard.engine.timing import GONE_S
from dashboard.page.session import presence
from dashboard.page.session.presence import Presence


@dataclass
class Server:
    """Streamlit's server: whose pages are connected."""

    connected: set[str] = field(default_factory=set)
    now: float = 100.0

    def is_connected(self, session: str) -> bool:
        return session in self.connected


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    made = Server({"me"})
    monkeypatch.setattr(presence, "is_connected", made.is_connected)
    return made


def test_a_page_that_is_away_for_a_moment_is_here_and_one_that_stays_away_is_not(
    server: Server,
) -> None:
    here = Presence("me", clock=lambda: server.now)
    server.now += 1000
    assert here()
    server.connected.clear()
    server.now += GONE_S - 1
    assert here()
    server.now += 2
    assert not here()
    server.connected.add("me")
    assert here()
    server.connected.clear()
    server.now += GONE_S - 1
    assert here(), "the time is counted from when it was seen last"


def test_one_that_was_never_connected_is_given_the_same_time(server: Server) -> None:
    here = Presence("other", clock=lambda: server.now)
    assert here()
    server.now += GONE_S
    assert not here()


def test_without_a_server_whoever_asks_is_here() -> None:
    now = [0.0]
    here = Presence("", clock=lambda: now[0])
    now[0] += 2 * GONE_S
    assert here()
