"""What a page may send through its socket: a few kinds of messages, each up to a size.

Streamlit's own page can do more than Dateline's: empty every cache of the process for everybody,
read its git repository. Whoever opens a socket could, too. What the page does not need
is dropped and counted; a message that is too large is never looked into, and closes its socket.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.engine.process import process
from dashboard.server_settings import ServerSettings
from dashboard.streamlit_internals import kind_of_message

NEEDED = frozenset(
    {"rerun_script", "stop_script", "file_urls_request", "backend_operation_request"}
)
"""Widgets and fragments ask for runs, and readers stop their own; uploads ask for an address,
downloads for their file."""
TOO_LARGE = 1009
"""The code of a socket that is closed because of a message's size."""


class PageMessages:
    """ASGI middleware: passes on what the page needs of what sockets receive."""

    def __init__(self, app: ASGIApp, settings: ServerSettings) -> None:
        self.app = app
        self._most = settings.max_article_bytes + settings.max_message_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; of a socket, what may pass."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        socket = _Socket(self._most, receive, send)
        await self.app(scope, socket.receive, socket.send)


class _Socket:
    def __init__(self, most: int, receive: Receive, send: Send) -> None:
        self._most, self._receive, self._send = most, receive, send
        self._is_closed = False

    async def receive(self) -> Message:
        """The next message that may pass, or that the socket is closed."""
        while (message := await self._receive())["type"] == "websocket.receive":
            sent = message.get("bytes") or b""
            if max(len(sent), len(message.get("text") or "")) > self._most:
                _count("too large")
                self._is_closed = True
                await self._send({"type": "websocket.close", "code": TOO_LARGE})
                return {"type": "websocket.disconnect", "code": TOO_LARGE}
            kind = kind_of_message(sent)
            if kind in NEEDED:
                return message
            _count(kind or "unknown")
        return message

    async def send(self, message: Message) -> None:
        """Send it on. Raises OSError once the socket is closed, as a server does."""
        if self._is_closed:
            raise OSError("the socket is closed")
        await self._send(message)


def _count(kind: str) -> None:
    process().measures.add("dropped_messages", kind)
