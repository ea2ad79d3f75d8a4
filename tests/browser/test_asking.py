"""Online geocoding behind the page, with a Nominatim of the test's own on this machine."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from support.nominatim_server import Server, result
from support.nominatim_server import serve as nominatim
from support.page import the_map

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]
HALL = result("Zelmira Hall", 48.5, 9.05)
STORY = (
    "The {} visit\n\nShe came from Harbin to see Zelmira. In Berlin nobody knew Zelmira. "
    "The mayor of Paris called it {}."
)


@pytest.fixture
def service() -> Iterator[Server]:
    with nominatim() as state:
        yield state


@pytest.fixture
def online(serve: Serve, service: Server, tmp_path: Path) -> Iterator[str]:
    """A dashboard that asks this service; its gazetteer is the one at hand, its answers are not."""
    with serve(
        DATELINE_GEOCODING="true",
        DATELINE_NOMINATIM_DOMAIN=service.domain,
        DATELINE_NOMINATIM_SCHEME="http",
        DATELINE_NOMINATIM_USER_AGENT="dateline-tests",
        DATELINE_GEOCODING_RATE="100",
        DATELINE_DATA_DIR=str(tmp_path),
    ) as address:
        yield address


def story(page: Page, name: str) -> None:
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Text of the article").fill(STORY.format(name, name))
    page.get_by_role("button", name="Show it on the map").first.click()
    expect(page.locator(".text h3")).to_contain_text(name)


def credit(page: Page) -> Locator:
    return the_map(page).locator(".leaflet-control-attribution")
