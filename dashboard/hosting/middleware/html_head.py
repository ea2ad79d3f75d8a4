"""Writing into the head of a page's HTML on its way to the browser, for ASGI middleware."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Any, Send], Awaitable[None]]


def with_tags(page: str, tags: str) -> str:
    """The page's HTML with the tags at the end of its head."""
    head, end, rest = page.partition("</head>")
    return f"{head}{tags}{end}{rest}" if end else page


async def pass_on(app: App, scope: Message, receive: Any, send: Send, tags: str) -> None:
    """Pass a request on to `app`, and write the tags into the HTML it answers with."""
    # A compressed page could not be written into.
    plain = [(key, value) for key, value in scope["headers"] if key != b"accept-encoding"]
    await app({**scope, "headers": plain}, receive, _Writing(send, tags))


class _Writing:
    """Sends an answer on: HTML once it is whole, with the tags in it; all else as it comes."""

    def __init__(self, send: Send, tags: str) -> None:
        self.send, self.tags = send, tags
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = dict(message["headers"]).get(b"content-type", b"")
            if message["status"] == 200 and kind.startswith(b"text/html"):
                self.start = message
                return
        if self.start is None or message["type"] != "http.response.body":
            await self.send(message)
            return
        self.body += message.get("body", b"")
        if not message.get("more_body"):
            await self._send_whole(self.start)

    async def _send_whole(self, start: Message) -> None:
        body = with_tags(self.body.decode("utf-8"), self.tags).encode("utf-8")
        changed = {b"content-length", b"etag", b"last-modified"}
        headers = [(key, value) for key, value in start["headers"] if key not in changed]
        await self.send({**start, "headers": [*headers, (b"content-length", b"%d" % len(body))]})
        await self.send({"type": "http.response.body", "body": body})
