"""A real Chromium that records what a page asks for and complains about."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

PROGRAMS = ("chromium-headless-shell", "chromium")
"""The same engine; the first draws no window around a page, which takes a fifth of the time."""
FLAGS = (
    "--process-per-site",  # or each page compiles the front end again
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass
class Recorder:
    """What happened on a page: addresses asked for, dialogs, errors.

    `sent` counts what went to the server over the page's socket: each run is asked for there.
    """

    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    sent: int = 0

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", self._dismiss)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._console)
        page.on("websocket", lambda socket: socket.on("framesent", self._count))

    def _dismiss(self, dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _count(self, _: object) -> None:
        self.sent += 1

    def _console(self, message) -> None:
        if message.type == "error":
            self.errors.append(message.text)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, headless; it is closed at the end."""
    path = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert path, "Chromium is missing: make test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


class WarmPages:
    """Pages that share what the browser has fetched and compiled, and nothing that they stored.

    Such a page is drawn in two thirds of the time of one in a context of its own. Each test's pages
    are closed at its end, and what they stored is forgotten: the next is a first visit again.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._context: BrowserContext | None = None
        self._cleaner: CDPSession | None = None
        self._open: list[Page] = []
        self._visited: set[str] = set()

    def is_free(self) -> bool:
        """Whether no page is open: a second one would see what the first one stores."""
        return not self._open

    def page(
        self, address: str, patience: int, *, width: int, height: int, dark: bool = False
    ) -> Page:
        """A page that is about to open an address; it is not opened yet."""
        context = self._context or self._begin(address)
        context.set_default_timeout(patience)
        page = context.new_page()
        self._open.append(page)
        self._visited.add(_origin(address))
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if dark else "light")
        return page

    def forget(self) -> None:
        """Close the pages, and forget what they stored."""
        if self._context is None or self._cleaner is None:
            return
        self._visited |= {_origin(page.url) for page in self._open if not page.is_closed()}
        while self._open:
            self._open.pop().close()
        self._context.clear_cookies()
        for origin in self._visited:
            self._cleaner.send(
                "Storage.clearDataForOrigin",
                {"origin": origin, "storageTypes": "local_storage,indexeddb,cache_storage"},
            )
        self._visited.clear()

    def _begin(self, address: str) -> BrowserContext:
        self._context = self._browser.new_context()
        self._context.grant_permissions(["clipboard-read", "clipboard-write"])
        # The process of a site ends with its last page, and what it compiled with it.
        stays = self._context.new_page()
        stays.goto(f"{_origin(address)}/robots.txt")
        self._cleaner = self._context.new_cdp_session(stays)
        return self._context


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
