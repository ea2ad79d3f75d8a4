"""A page that is closed ends the reading of a long article; one that is cut off does not."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import psutil
import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from support.page import PATIENCE, drawn
from support.waiting import until

pytestmark = pytest.mark.browser

Serve = Callable[..., AbstractContextManager[str]]
SENTENCE = (
    "The road to {} was closed for a day because of the snow, and nobody could say for how long "
    "it would stay like that. People waited in their cars, and the children slept. "
)
CITIES = ("Harbin", "Kharkiv", "Toulouse", "Nairobi", "Lima", "Perth")
SOCKETS = """
window.sockets = [];
window.WebSocket = class extends WebSocket {
  constructor(...how) { super(...how); window.sockets.push(this); }
};
"""
MODULE = "dashboard.engine.parsing.long_articles_process"


def long_text(title: str, characters: int) -> str:
    paragraph = "".join(SENTENCE.format(city) for city in CITIES) + "\n\n"
    return f"{title}\n\n" + paragraph * (characters // len(paragraph))


@pytest.fixture(scope="module")
def address(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard with a short first seed, which is read at its start, and two long ones."""
    folder = tmp_path_factory.mktemp("leaving")
    (folder / "a.txt").write_text("Rain\n\nRain fell on Harbin.", encoding="utf-8")
    # the longer is read for more than a minute on any machine
    for title, characters in (("long", 250_000), ("longer", 4_000_000)):
        (folder / f"{title}.txt").write_text(long_text(title, characters), encoding="utf-8")
    with serve(DATELINE_SEEDS=str(folder)) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.add_init_script(SOCKETS)
    yield page
    page.close()


def reading() -> list[int]:
    """The processes that read long articles now."""
    found = []
    for child in psutil.Process().children(recursive=True):
        try:
            if MODULE in child.cmdline() and child.status() != psutil.STATUS_ZOMBIE:
                found.append(child.pid)
        except psutil.NoSuchProcess:
            continue
    return found


def cut_off(page: Page) -> None:
    """The page's connection breaks; it makes another."""
    before = page.evaluate("sockets.length")
    page.evaluate("sockets.at(-1).close()")
    page.wait_for_function("n => sockets.length > n && sockets.at(-1).readyState === 1", arg=before)


def test_the_reading_ends_soon_after_the_page_is_closed(address: str, page: Page) -> None:
    page.goto(f"{address}/?articles=longer")
    until(lambda: len(reading()) == 1)
    page.close()
    until(lambda: not reading())


def test_a_page_that_is_loaded_anew_or_cut_off_gets_what_was_being_read(
    address: str, page: Page
) -> None:
    page.goto(f"{address}/?articles=long")
    until(lambda: len(reading()) == 1)
    before = reading()
    page.reload()
    page.locator("[data-testid='stSpinner']").first.wait_for(timeout=2 * PATIENCE)
    cut_off(page)
    expect(page.locator(".text h3")).to_have_text("long", timeout=6 * PATIENCE)
    assert reading() == before


def test_what_was_brought_in_is_shown_though_the_connection_was_lost_meanwhile(
    address: str, page: Page
) -> None:
    page.goto(address)
    drawn(page)
    page.get_by_role("button", name="Add article").click()
    page.get_by_role("tab", name="Upload files").click()
    text = long_text("Another road", 200_000)
    file = FilePayload(name="road.txt", mimeType="text/plain", buffer=text.encode())
    page.locator("input[type=file]").first.set_input_files(file)
    page.get_by_text("road.txt").first.wait_for()
    page.get_by_role("button", name="Show them on the map").click()
    until(lambda: len(reading()) == 1)
    cut_off(page)
    expect(page.locator(".text h3")).to_have_text("Another road", timeout=6 * PATIENCE)
