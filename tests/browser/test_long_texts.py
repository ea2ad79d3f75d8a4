"""A long article is there whole, a part at a time; its names are found in a process of its own."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.page import PATIENCE, drawn

from dashboard.engine.parsing.long_articles import LONG

pytestmark = pytest.mark.browser

Serve = Callable[..., AbstractContextManager[str]]
PARAGRAPH = (
    "The road to {} was closed for a day because of the snow, and nobody could say for how long "
    "it would stay like that. People waited in their cars, and the children slept. "
)
CITIES = ("Harbin", "Kharkiv", "Toulouse", "Nairobi", "Lima", "Perth")


@pytest.fixture
def page(serve: Serve, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    paragraphs = [PARAGRAPH.format(CITIES[n % len(CITIES)]) * 2 for n in range(340)]
    text = "\n\n".join(["---\ntitle: A long road\n---", *paragraphs])
    assert len(text) > LONG
    (tmp_path / "road.md").write_text(text, encoding="utf-8")
    with serve(DATELINE_SEEDS=str(tmp_path)) as address:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        drawn(page)
        yield page
        page.close()


def test_the_parts_of_a_long_text_lead_to_each_other(page: Page) -> None:
    text = page.locator(".text")
    expect(text).to_contain_text("Part 1 of 2 of a long text.")
    assert 100 < text.locator("mark").count() < 2_000
    following = text.get_by_role("button", name="Next part").first
    following.focus()
    following.press("Enter")
    expect(text).to_contain_text("Part 2 of 2 of a long text.", timeout=PATIENCE)
    current = text.locator("mark.current")
    expect(current).to_be_focused(timeout=PATIENCE)
    expect(current).to_be_in_viewport()
    number = current.get_attribute("data-mention")
    expect(page).to_have_url(re.compile(f"mention={number}(&|$)"))
    text.get_by_role("button", name="Previous part").first.click()
    expect(text).to_contain_text("Part 1 of 2", timeout=PATIENCE)
