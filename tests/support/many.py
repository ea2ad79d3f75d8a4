"""The pages about many articles as a browser test sees them."""

import re
from collections.abc import Callable

from playwright.sync_api import FrameLocator, Page, expect
from support.chromium import Recorder
from support.page import PATIENCE, rested

Visit = Callable[..., Page]


def visitor(new_page: Callable[..., Page], recorder: Recorder, server: str) -> Visit:
    """Opens pages of a dashboard and waits until they are drawn."""

    def visit(path: str, *, width: int = 1440, height: int = 900) -> Page:
        page = new_page(server, width=width, height=height)
        recorder.watch(page)
        page.goto(server + path)
        listed(page)
        return page

    return visit


def listed(page: Page) -> None:
    """Wait until such a page is drawn."""
    expect(page.locator(".counted")).to_be_visible(timeout=3 * PATIENCE)
    rested(page)


def found(page: Page) -> int:
    """How many articles the bar says are found, once it rests."""
    rested(page)
    said = page.locator(".tally strong").inner_text()
    return int(re.sub(r"\D", "", said.partition(" of ")[0]))


def atlas_map(page: Page) -> FrameLocator:
    frame = page.frame_locator("iframe[title*='st_folium']")
    expect(frame.locator(".leaflet-container.dl-ready")).to_be_visible(timeout=2 * PATIENCE)
    return frame


def is_narrow(page: Page, width: int) -> bool:
    """Whether nothing needs scrolling sideways."""
    main = page.locator("[data-testid='stMain']").evaluate("main => main.scrollWidth")
    return int(main) <= width
