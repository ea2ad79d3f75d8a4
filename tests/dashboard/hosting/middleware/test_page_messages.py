"""What a socket's page sends and what the application hears of it, played by the test."""

from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from support.coroutines import finished

from dashboard.engine.process import process, replaced
from dashboard.hosting.application import middleware
from dashboard.hosting.middleware.page_messages import NEEDED, PageMessages
from dashboard.hosting.middleware.reconnecting import Reconnecting
from dashboard.server_settings import ServerSettings

KINDS = {field.name: field for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields}


@pytest.fixture(autouse=True)
def own_process() -> Iterator[None]:
    with replaced():
        yield


def message(kind: str) -> bytes:
    """The smallest message of a kind."""
    made = BackMsg()
    if KINDS[kind].message_type is None:
        setattr(made, kind, True)
    else:
        getattr(made, kind).SetInParent()
    assert made.WhichOneof("type") == kind
    return made.SerializeToString()


class Socket:
    """A page that sends some messages; what the application hears, what the page is sent."""

    def __init__(self, *sends: bytes | str) -> None:
        self._sends = list(sends)
        self.heard: list[bytes] = []
        self.shown: list[dict[str, Any]] = []
        self.ended_by: dict[str, Any] = {}
        self.failed: list[type[Exception]] = []

    async def _page(self) -> dict[str, Any]:
        if not self._sends:
            return {"type": "websocket.disconnect", "code": 1001}
        sent = self._sends.pop(0)
        kind = "bytes" if isinstance(sent, bytes) else "text"
        return {"type": "websocket.receive", kind: sent}

    async def _show(self, message: dict[str, Any]) -> None:
        self.shown.append(message)

    async def _application(self, _: object, receive: Any, send: Any) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            self.heard.append(message["bytes"])
        self.ended_by = message
        try:
            await send({"type": "websocket.send", "bytes": b"late"})
        except OSError as error:
            self.failed.append(type(error))

    def run(self) -> "Socket":
        guarded = PageMessages(self._application, ServerSettings())
        finished(guarded({"type": "websocket"}, self._page, self._show))
        return self


def dropped() -> dict[str, int]:
    amounts = process().measures.amounts()
    return {label: n for (name, label), n in amounts.items() if name == "dropped_messages"}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_only_what_the_page_needs_comes_through(kind: str) -> None:
    run = message("rerun_script")
    socket = Socket(message(kind), run).run()
    assert socket.heard == ([message(kind), run] if kind in NEEDED else [run])
    assert dropped() == ({} if kind in NEEDED else {kind: 1})
    assert socket.ended_by["code"] == 1001


def test_nobody_empties_the_caches_of_all() -> None:
    socket = Socket(*[message("clear_cache")] * 5, message("rerun_script")).run()
    assert socket.heard == [message("rerun_script")]
    assert dropped() == {"clear_cache": 5}


@pytest.mark.parametrize("sent", [b"", b"\xff\xff\xff", "text", b"\x08"], ids=repr)
def test_what_is_no_message_is_dropped(sent: bytes | str) -> None:
    socket = Socket(sent, message("rerun_script")).run()
    assert socket.heard == [message("rerun_script")]
    assert dropped() == {"unknown": 1}


@pytest.mark.parametrize("kind", [bytes, str])
def test_one_that_is_too_large_is_not_looked_into_and_ends_the_socket(
    kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_MAX_ARTICLE_BYTES", "100")
    monkeypatch.setenv("DATELINE_MAX_MESSAGE_BYTES", "50")
    asked = BackMsg()
    asked.rerun_script.query_string = "x" * 140
    fits = asked.SerializeToString()
    assert len(fits) <= 150
    socket = Socket(fits, b"x" * 151 if kind is bytes else "x" * 151, fits).run()
    assert socket.heard == [fits]
    assert socket.shown == [{"type": "websocket.close", "code": 1009}]
    assert socket.ended_by == {"type": "websocket.disconnect", "code": 1009}
    assert socket.failed == [OSError]
    assert dropped() == {"too large": 1}


def test_a_pasted_article_of_the_largest_size_comes_through() -> None:
    asked = BackMsg()
    widget = asked.rerun_script.widget_states.widgets.add()
    widget.string_value = "x" * ServerSettings().max_article_bytes
    assert Socket(asked.SerializeToString()).run().heard == [asked.SerializeToString()]


def test_they_are_looked_at_before_anything_else_keeps_them() -> None:
    order = [one.cls for one in middleware(ServerSettings())]
    assert order.index(PageMessages) < order.index(Reconnecting)
