"""The ASGI application: Streamlit's page, and Dateline's own routes and headers around it."""

import logging
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from threading import Timer

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from dashboard.hosting import robots
from dashboard.hosting.api.requested_articles import article_of
from dashboard.hosting.api.routes import make_api
from dashboard.hosting.api.thread_pool import Workers
from dashboard.hosting.health import Health
from dashboard.hosting.middleware.base_address import BaseAddress
from dashboard.hosting.middleware.headers import Headers, policies
from dashboard.hosting.middleware.link_previews import Previews
from dashboard.hosting.middleware.page_messages import PageMessages
from dashboard.hosting.middleware.reconnecting import Reconnecting
from dashboard.hosting.middleware.session_count import SessionCount
from dashboard.hosting.prometheus import serve_figures
from dashboard.hosting.warming import Warming
from dashboard.page.frame.faults import say_fault
from dashboard.server_settings import ServerSettings

SCRIPT = Path(__file__).parent.parent / "app.py"


def make_app(settings: ServerSettings, *, open_at: str = "") -> st.App:
    """The application. Streamlit's options must be loaded before: the base path is one.

    `open_at`: an address to open in this machine's browser once the server runs.
    """
    base = st.get_option("server.baseUrlPath").strip("/")
    prefix = f"/{base}" if base else ""
    warming, workers = Warming(settings), Workers()
    health = Health(settings, warming)
    own: list[BaseRoute] = [
        Route(f"{prefix}/healthz", health.answer),
        Route(f"{prefix}/robots.txt", robots.answer),
        Mount(f"{prefix}/api", app=make_api(settings, workers)),
    ]
    if prefix:  # probes ask the process itself, and know of no base path
        own.append(Route("/healthz", health.answer))

    @asynccontextmanager
    async def lifespan(_: st.App) -> AsyncIterator[None]:
        # Its notes of each start and stop say nothing to who reads them.
        logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
        warming.start()
        if open_at:
            Timer(0.3, webbrowser.open, [open_at]).start()
        with serve_figures(settings), workers, health:
            yield

    return st.App(
        SCRIPT,
        routes=own,
        middleware=middleware(settings, prefix),
        lifespan=lifespan,
        on_script_error=say_fault,
    )


def middleware(settings: ServerSettings, base: str = "") -> list[Middleware]:
    """What stands around Streamlit and the routes, from the outside in."""
    return [
        Middleware(Headers, policies=policies(settings)),
        Middleware(SessionCount),
        Middleware(PageMessages, settings=settings),
        *([Middleware(Reconnecting)] if settings.reconnecting else []),
        Middleware(BaseAddress),
        Middleware(Previews, article_of=partial(article_of, settings=settings), base=base),
    ]
