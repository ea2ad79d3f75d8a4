"""ASGI middleware that writes a link's preview into the head of the page it opens."""

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from dashboard.hosting.middleware.html_head import App, Message, Send, pass_on
from dashboard.hosting.previews import Preview, head_tags, preview
from geo.model.article import Article

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
        await pass_on(self.app, scope, receive, send, tags)

    async def _preview(self, scope: Message) -> Preview | None:
        is_page = scope["type"] == "http" and scope["path"] in {self.base, f"{self.base}/"}
        if not is_page or scope["method"] != "GET":
            return None
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        return await asyncio.to_thread(preview, query, self.article_of)
