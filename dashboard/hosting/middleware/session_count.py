"""Counting the pages that are open, by their sockets."""

from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.engine.process import process


class SessionCount:
    """ASGI middleware: one more while a socket is open."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting a socket while it is open."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        process().measures.add("sessions", amount=1)
        try:
            await self.app(scope, receive, send)
        finally:
            process().measures.add("sessions", amount=-1)
