"""Served below a path of its host, every link between the pages stays below it."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect
from support.chromium import Recorder
from support.many import Visit, atlas_map, visitor
from support.page import drawn
from support.stored import fill

from geo import Geoparser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def below(
    serve: Callable[..., AbstractContextManager[str]],
    tmp_path_factory: pytest.TempPathFactory,
    geoparser: Geoparser,
) -> Iterator[str]:
    """The address of a dashboard below /dateline, with some stored articles."""
    folder = tmp_path_factory.mktemp("below")
    fill(folder, 6, geoparser)
    settings = {"DATELINE_DATA_DIR": str(folder), "STREAMLIT_SERVER_BASE_URL_PATH": "dateline"}
    with serve(**settings) as address:
        yield address


@pytest.fixture
def visit_below(below: str, new_page: Callable[..., Page], recorder: Recorder) -> Visit:
    return visitor(new_page, recorder, below)


def leads(page: Page, link: str) -> str:
    """Where a link leads, as a new tab would go there."""
    return str(page.locator(link).first.evaluate("link => link.href"))


def test_links_between_all_pages_stay_below_the_path(below: str, visit_below: Visit) -> None:
    page = visit_below("/library?words=report")
    assert leads(page, "tbody .of-title a").startswith(f"{below}/?articles=")
    page.locator("tbody .of-title a").first.click()
    drawn(page)
    expect(page).to_have_url(re.compile(f"^{below}/\\?articles="))
    page.get_by_role("link", name="Atlas", exact=True).click()
    atlas_map(page)
    expect(page).to_have_url(re.compile(f"^{below}/atlas"))
    page.locator(".rows .row").first.click()
    assert leads(page, "[data-id='all-excerpts']").startswith(f"{below}/place?id=")
    page.locator("[data-id='all-excerpts']").click()
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_url(re.compile(f"^{below}/place\\?id="))
    assert leads(page, "figcaption a").startswith(f"{below}/?articles=")
    assert leads(page, "[data-id='to-atlas']").startswith(f"{below}/atlas?")
    page.locator("figcaption a").first.click()
    drawn(page)
    page.go_back()
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("link", name="Library", exact=True).click()
    expect(page.locator("tbody .of-title a").first).to_be_visible()
    expect(page).to_have_url(re.compile(f"^{below}/library"))


def test_the_path_itself_without_a_slash_opens_the_articles(below: str, visit_below: Visit) -> None:
    page = visit_below("/library?words=report")
    page.goto(below)
    drawn(page)
    page.get_by_role("link", name="Atlas", exact=True).click()
    atlas_map(page)
    page.locator(".rows .row").first.click()
    page.locator("[data-id='all-excerpts']").click()
    expect(page).to_have_url(re.compile(f"^{below}/place\\?id="))
