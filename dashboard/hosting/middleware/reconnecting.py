"""Pages whose session this server does not know come back to life, without being opened again.

When a server ends, the browser's socket connects by itself to another replica, or to the same
server once it is started again. Streamlit gives it a new session there, and waits. That session
has run nothing and knows none of the fragments that the page's events are meant for, so each
event is dropped: the page looks alive and answers nothing. A page that was cut off for longer
than Streamlit keeps its session (two minutes) fares the same.

Such a socket names the session it had, as the third of its subprotocols. Where that session is
not here, the page is told to ask for a run, which is made one of the whole script: with the
page's own address and the state of its widgets. What readers do meanwhile waits until that run
is done. A session that lives is left alone.
"""

import asyncio
from collections import deque

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.engine.timing import RECONNECT_PATIENCE_S, RECONNECT_S
from dashboard.streamlit_internals import (
    ask_for_run,
    asked_fragment,
    asking_for_all,
    is_connected,
    is_end_of_run,
    last_session,
)

TOLD = "dateline-revival"
"""The fragment that the page is told to run: there is none, and the whole script runs for it."""
MOST = 16
"""Events that wait at most; of more, the latest."""
MOST_BYTES = 8_000_000
"""What waiting events hold at most, together; of more, the latest."""


class Reconnecting:
    """ASGI middleware: sees to sockets that name a session which is not here (any more)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, listening to such sockets until their page has been run."""
        protocols = scope.get("subprotocols", ()) if scope["type"] == "websocket" else ()
        if named := last_session(protocols):
            socket = _Socket(named, receive, send)
            await self.app(scope, socket.receive, socket.send)
        else:
            await self.app(scope, receive, send)


class _Socket:
    """One socket: what its page sends, and what it is sent."""

    def __init__(self, named: str, receive: Receive, send: Send) -> None:
        self._named, self._receive, self._send = named, receive, send
        self._is_accepted = self._is_known = self._is_asked = False
        self._has_run = asyncio.Event()
        self._waiting: deque[Message] = deque(maxlen=MOST)

    async def receive(self) -> Message:
        """What the page sent, as the application is to hear it."""
        if self._is_accepted and not self._is_known:
            await self._look()
        while not (self._waiting and self._is_asked):
            message = await self._receive()
            sent = message.get("bytes") or b""
            fragment = None if self._has_run.is_set() else asked_fragment(sent)
            if fragment is None:
                return message
            if fragment not in {"", TOLD}:
                self._wait_with(message)
            elif not (fragment and self._is_asked):
                self._is_asked = True
                return {**message, "bytes": asking_for_all(sent)}
        await self._run_done()
        return self._waiting.popleft()

    def _wait_with(self, message: Message) -> None:
        self._waiting.append(message)
        while len(self._waiting) > 1 and sum(len(m["bytes"]) for m in self._waiting) > MOST_BYTES:
            self._waiting.popleft()

    async def send(self, message: Message) -> None:
        """Send it on, noticing when the application takes the socket and when a run is done."""
        try:
            await self._send(message)
        except BaseException:
            self._has_run.set()  # the page is gone: nothing is to wait for it
            raise
        if message["type"] == "websocket.accept":
            self._is_accepted = True
        elif self._is_run_awaited() and is_end_of_run(message.get("bytes") or b""):
            self._has_run.set()

    def _is_run_awaited(self) -> bool:
        return self._is_asked and not self._has_run.is_set()

    async def _look(self) -> None:
        """Have the page ask for a run, unless its session has just been taken up again."""
        self._is_known = True
        if is_connected(self._named):
            self._has_run.set()
            return
        await self._send({"type": "websocket.send", "bytes": ask_for_run(TOLD, RECONNECT_S)})

    async def _run_done(self) -> None:
        try:
            await asyncio.wait_for(self._has_run.wait(), RECONNECT_PATIENCE_S)
        except TimeoutError:
            self._has_run.set()
