"""Whether a page lost its connection and what it ran since, as seen from inside."""

from playwright.sync_api import Page
from support.page import PATIENCE, drawn

_WATCH = """() => {
  const app = document.querySelector("[data-testid='stApp']");
  const seen = window.seen = { lost: false, back: false, runs: 0 };
  let before = "";
  new MutationObserver(() => {
    const is = app.getAttribute("data-test-connection-state") === "CONNECTED";
    if (!is) { seen.lost = true; seen.back = false; }
    else if (seen.lost) seen.back = true;
    const script = app.getAttribute("data-test-script-state");
    if (script !== before && script === "running" && seen.lost) seen.runs += 1;
    before = script;
  }).observe(app, { attributes: true });
}"""


def watch(page: Page) -> None:
    """Begin to look; what is seen is gone if the page is loaded anew."""
    page.evaluate(_WATCH)


def back(page: Page) -> None:
    """Wait until the page, which is still the same, has lost its connection and has another."""
    page.wait_for_function("() => window.seen.back", timeout=2 * PATIENCE)


def runs(page: Page) -> int:
    """How often the script ran since the connection was lost."""
    return int(page.evaluate("window.seen.runs"))


def revived(page: Page) -> None:
    """Wait until the page has come back to life by itself."""
    back(page)
    page.wait_for_function("() => window.seen.runs", timeout=PATIENCE)
    drawn(page)
