"""The About page in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from support.page import PATIENCE

from dashboard.page.about import papers
from dashboard.page.about.model_figures import figures, of_hundred, of_ten
from dashboard.page.about.page import SECTIONS

pytestmark = pytest.mark.browser


NewPage = Callable[..., Page]


def opened(new_page: NewPage, address: str, width: int = 1440, height: int = 900) -> Page:
    page = new_page(address, width=width, height=height)
    page.goto(address)
    expect(page.get_by_role("heading", name="About Dateline")).to_be_visible(timeout=3 * PATIENCE)
    expect(page.get_by_role("heading", name=SECTIONS["the-papers"])).to_be_attached()
    return page


def test_it_is_reached_from_the_article_and_keeps_the_session(open_page) -> None:
    page = open_page()
    page.get_by_role("link", name="About").click()
    expect(page.get_by_role("heading", name="About Dateline")).to_be_visible()
    expect(page).to_have_url(re.compile("/about$"))


def test_it_says_the_figures_of_the_model_card(server: str, new_page: NewPage) -> None:
    page = opened(new_page, f"{server}/about")
    found = figures(papers.model_figures())
    text = page.locator(".st-key-about-text")
    expect(text).to_contain_text(f"about {of_ten(found.local.found)} are found")
    for news in found.news:
        row = page.locator("tr", has_text=news.name)
        shares = (news.found, news.placed, news.rightly)
        expect(row.locator("td").nth(1)).to_have_text(of_hundred(shares[0]))
        expect(row.locator("td").nth(2)).to_have_text(of_hundred(shares[1]))
        expect(row.locator("td").nth(3)).to_have_text(of_hundred(shares[2]))
    page.locator("summary", has_text="Model card").click()
    expect(page.get_by_text("What ships:")).to_be_visible()


def test_sections_are_reached_by_keyboard_and_by_address(server: str, new_page: NewPage) -> None:
    page = opened(new_page, f"{server}/about")
    link = page.get_by_role("navigation", name="On this page").get_by_role("link", name="Limits")
    link.focus()
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="Limits")
    expect(heading).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#limits$"))
    later = opened(new_page, f"{server}/about#whose-borders")
    expect(later.get_by_role("heading", name="Whose borders")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_it_fits_every_width_and_lines_stay_short(
    server: str, new_page: NewPage, width: int
) -> None:
    page = opened(new_page, f"{server}/about", width, 900)
    main = page.locator("[data-testid='stMain']")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")
    line = page.locator(".st-key-about-text p").first.bounding_box()
    assert line
    assert line["width"] <= 720
