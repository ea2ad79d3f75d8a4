"""ASGI middleware that writes a link's preview into the head of the page it opens."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl

from dashboard.previews import Preview, head_tags, preview, with_tags
from geo.articles import Article

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Any, Send], Awaitable[None]]
ArticleOf = Callable[[str], Article | None]


class Previews:
    """Adds the tags to the article page's HTML, where its link names one article.

    `base` is the path the page is served under, without a slash at its end. `article_of` is
    called in a thread: it may ask a database.
    """

    def __init__(self, app: App, article_of: ArticleOf, base: str = "") -> None:
        self.app, self.article_of, self.base = app, article_of, base

    async def __call__(self, scope: Message, receive: Any, send: Send) -> None:
        """Pass a request on, and with the page's answer the tags."""
        shown = await self._preview(scope)
        if shown is None:
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1")
        tags = head_tags(shown, f"{scope['scheme']}://{host}{self.base}")
        # A compressed page could not be written into.
        plain = [(key, value) for key, value in scope["headers"] if key != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, _Writing(send, tags))

    async def _preview(self, scope: Message) -> Preview | None:
        is_page = scope["type"] == "http" and scope["path"] in {self.base, f"{self.base}/"}
        if not is_page or scope["method"] != "GET":
            return None
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        return await asyncio.to_thread(preview, query, self.article_of)


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
