"""ASGI middleware that tells the page where its server is.

Streamlit's front end asks for its server below the address it was opened at, and one level up
where nobody answers there: on all pages but the first it would begin with two answers of 404.
"""

from typing import Any

from dashboard.hosting.middleware.html_head import App, Message, Send, pass_on
from dashboard.streamlit_internals import BACKEND_ADDRESS, COMPONENTS, OWN_SERVICES

SCRIPT = BACKEND_ADDRESS % 'new URL("./",location.href).href'
"""Run before Streamlit's own, a module. All pages lie right below the base path: its page asks
for `./static` too."""
_OTHERS = (COMPONENTS, OWN_SERVICES, "/api/")


class BaseAddress:
    """Writes the script into the head of every page."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Any, send: Send) -> None:
        """Pass a request on, and with a page's answer the script."""
        if _is_page(scope):
            await pass_on(self.app, scope, receive, send, f"<script>{SCRIPT}</script>")
        else:
            await self.app(scope, receive, send)


def _is_page(scope: Message) -> bool:
    """Whether a browser opens a page, and nothing else that happens to be HTML."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    accepted = dict(scope["headers"]).get(b"accept", b"")
    return b"text/html" in accepted and not any(part in scope["path"] for part in _OTHERS)
