"""What a socket's page and the application hear of each other, played by the test."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from support.coroutines import finished

from dashboard.hosting.middleware import reconnecting
from dashboard.hosting.middleware.reconnecting import TOLD, Reconnecting

HERE, GONE = "a-session-that-lives", "a-session-of-another-server"


@pytest.fixture(autouse=True)
def one_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that has one session."""
    monkeypatch.setattr(reconnecting, "is_connected", lambda named: named == HERE)


def event(fragment: str = "", query: str = "place=iso-RU") -> bytes:
    asked = BackMsg()
    asked.rerun_script.fragment_id, asked.rerun_script.query_string = fragment, query
    asked.rerun_script.is_auto_rerun = fragment == TOLD
    return asked.SerializeToString()


def end(status: "ForwardMsg.ScriptFinishedStatus.ValueType") -> bytes:
    return ForwardMsg(script_finished=status).SerializeToString()


@dataclass
class Play:
    """A page that has sent `sends`; what it is sent, and what the application hears."""

    sends: list[bytes]
    shown: list[bytes] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    async def page(self) -> dict[str, Any]:
        if self.sends:
            return {"type": "websocket.receive", "bytes": self.sends.pop(0)}
        return {"type": "websocket.disconnect"}

    async def show(self, message: dict[str, Any]) -> None:
        if message["type"] == "websocket.send":
            self.shown.append(message["bytes"])

    def run(self, named: str | None, *, ends: Callable[[int], bool]) -> None:
        """The application ends a run after each event of which `ends` says so, by its number."""

        async def application(_: object, receive: Any, send: Any) -> None:
            await send({"type": "websocket.accept"})
            while (message := await receive())["type"] == "websocket.receive":
                asked = BackMsg.FromString(message["bytes"]).rerun_script
                self.heard.append(asked.fragment_id or "all")
                if ends(len(self.heard)):
                    await send({"type": "websocket.send", "bytes": end(0)})

        protocols = ["streamlit", "token", *([named] if named else [])]
        scope = {"type": "websocket", "subprotocols": protocols}
        finished(Reconnecting(application)(scope, self.page, self.show))


def told(play: Play) -> list[str]:
    read = [ForwardMsg.FromString(sent) for sent in play.shown]
    return [one.auto_rerun.fragment_id for one in read if one.HasField("auto_rerun")]


@pytest.mark.parametrize("named", [None, HERE])
def test_a_new_page_and_a_session_that_lives_are_left_alone(named: str | None) -> None:
    play = Play([event("a"), event(), event(TOLD)])
    play.run(named, ends=lambda nth: nth > 1)
    assert play.heard == ["a", "all", TOLD]
    assert told(play) == []


def test_a_page_whose_session_is_gone_is_told_once_to_ask_and_runs_whole() -> None:
    play = Play([event(TOLD), event(TOLD), event(TOLD), event("a")])
    play.run(GONE, ends=lambda _: True)
    assert told(play) == [TOLD]
    assert play.heard[0] == "all"
    assert "a" in play.heard
    assert play.heard.count("all") == 1


def test_what_the_page_asks_by_itself_comes_before_what_it_is_told() -> None:
    play = Play([event(), event(TOLD), event(), event("a")])
    play.run(GONE, ends=lambda nth: nth == 2)
    assert play.heard == ["all", "all", "a"], "asking twice is the page's own right"


def test_events_wait_until_the_first_run_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    play = Play([event("a"), event("b"), event(TOLD), event("c")])
    play.run(GONE, ends=lambda nth: nth == 1)
    assert play.heard == ["all", "a", "b", "c"]
    # A run that never ends keeps them no longer than that.
    monkeypatch.setattr(reconnecting, "RECONNECT_PATIENCE_S", 0.01)
    play = Play([event(TOLD), event("a"), event("b")])
    play.run(GONE, ends=lambda _: False)
    assert play.heard == ["all", "a", "b"]


def test_what_is_no_message_is_left_to_streamlit() -> None:
    play = Play([b"\xff\xff\xff"])

    async def application(_: object, receive: Any, send: Any) -> None:
        await send({"type": "websocket.accept"})
        play.heard.append((await receive())["bytes"])

    scope = {"type": "websocket", "subprotocols": ["streamlit", "token", GONE]}
    finished(Reconnecting(application)(scope, play.page, play.show))
    assert play.heard == [b"\xff\xff\xff"]


def test_nothing_waits_for_a_page_that_is_gone() -> None:
    async def gone(message: dict[str, Any]) -> None:
        if message["type"] == "websocket.send" and not play.sends:
            raise OSError("gone")
        await play.show(message)

    async def application(_: object, receive: Any, send: Any) -> None:
        await send({"type": "websocket.accept"})
        play.heard.append((await receive())["type"])
        hearing = asyncio.ensure_future(receive())
        await asyncio.sleep(0)
        with pytest.raises(OSError, match="gone"):
            await send({"type": "websocket.send", "bytes": end(0)})
        await asyncio.wait_for(hearing, 5)

    play = Play([event(TOLD), event("a")])
    scope = {"type": "websocket", "subprotocols": ["streamlit", "token", GONE]}
    finished(Reconnecting(application)(scope, play.page, gone))


def test_large_events_that_wait_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reconnecting, "MOST_BYTES", 1_000)
    large = [event(fragment, "x" * 400) for fragment in "abcd"]
    play = Play([*large, event(TOLD)])
    play.run(GONE, ends=lambda _: True)
    assert play.heard == ["all", "c", "d"]


def test_one_event_waits_however_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reconnecting, "MOST_BYTES", 10)
    play = Play([event("a"), event("b"), event(TOLD)])
    play.run(GONE, ends=lambda _: True)
    assert play.heard == ["all", "b"]
