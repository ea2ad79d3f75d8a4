"""A real Chromium that records what a page asks for and complains about."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = (
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
    path = shutil.which("chromium")
    assert path, "Chromium is missing: make test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
