"""Security headers on every answer, and nothing in them that the page does not need."""

import base64
import hashlib
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.hosting.middleware import base_address
from dashboard.links.article_view import ONE_ARTICLE
from dashboard.server_settings import ServerSettings
from dashboard.streamlit_internals import MAP_FRAME, front_end_page
from geo.library import is_token

TILES = "https://tile.openstreetmap.org"
"""Where the map asks for online tiles (static/article/legend.js), if readers may choose them."""
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@dataclass(frozen=True, slots=True)
class Policies:
    """Content-Security-Policy of the page, and of the map's frame inside it."""

    page: str
    frame: str


def policies(settings: ServerSettings) -> Policies:
    """The policies: this host only, and the tile service where that is switched on."""
    images = f"'self' data: blob:{f' {TILES}' if settings.online_tiles else ''}"
    ancestors = settings.frame_ancestors
    # The map's frame stands in the page, whoever that stands in.
    around = dict.fromkeys(["'self'", *ancestors.replace("'none'", "").split()])
    return Policies(
        # Streamlit makes modules of components' scripts, as blobs.
        _policy(f"'self' blob: {_inline_scripts()}", images, ancestors),
        # streamlit-folium runs the map's script in its frame by eval and inline.
        _policy("'self' 'unsafe-inline' 'unsafe-eval'", images, " ".join(around)),
    )


class Headers:
    """ASGI middleware: adds the headers to each answer that has not set them itself."""

    def __init__(self, app: ASGIApp, policies: Policies) -> None:
        self.app = app
        self.policies = policies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and the headers with its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        wanted = self._wanted(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in wanted.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)

    def _wanted(self, scope: Scope) -> dict[str, str]:
        policy = self.policies.frame if MAP_FRAME in scope["path"] else self.policies.page
        wanted = {**_ALWAYS, "Content-Security-Policy": policy}
        if _names_stored_article(scope["query_string"]):
            wanted["X-Robots-Tag"] = "noindex"
        return wanted


def _names_stored_article(query: bytes) -> bool:
    """Whether a link has the token of a stored article: who has it may read it, no one else."""
    named = [v for k, v in parse_qsl(query.decode("latin-1")) if k in {ONE_ARTICLE, "articles"}]
    return any(is_token(part) for value in named for part in value.split(","))


def _policy(scripts: str, images: str, ancestors: str) -> str:
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            # Streamlit, Leaflet and the components set styles from their scripts.
            "style-src 'self' 'unsafe-inline'",
            f"img-src {images}",
            "font-src 'self' data:",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors {ancestors}",
        )
    )


def _inline_scripts() -> str:
    """The hashes of the scripts that Streamlit's own page holds, and of ours in its head."""
    scripts = [*_INLINE.findall(front_end_page()), base_address.SCRIPT]
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return " ".join(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests)
