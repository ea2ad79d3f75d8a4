"""Articles that were pasted and shared: opened by link, deleted, gone."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from support.page import drawn, text_mark

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]


def shared(page: Page, text: str) -> str:
    """Paste a text and share it; its token."""
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Text of the article").fill(text)
    page.get_by_role("button", name="Show it on the map").first.click()
    expect(page.locator(".text h3")).to_have_text(text.partition("\n")[0])
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Share it by link").click()
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()
    expect(page).to_have_url(re.compile("articles=[A-Za-z0-9]{22}(&|$)"))
    return parse_qs(urlsplit(page.url).query)["articles"][0]


def test_a_pasted_article_is_opened_by_its_link_and_gone_when_it_is_deleted(
    open_page: Open,
) -> None:
    page = open_page()
    token = shared(page, "Snow in Tromsø\n\nSnow fell in Tromsø <b>{{7*7}}</b> on Monday.")
    other = open_page(f"/?article={token}")
    expect(other.locator(".text h3")).to_have_text("Snow in Tromsø")
    expect(other.locator(".text")).to_contain_text("<b>{{7*7}}</b>")
    text_mark(other, "Tromsø").click()
    expect(other.locator(".panel h2")).to_contain_text("Troms")
    link = other.url
    assert token in link

    page.get_by_role("button", name="Delete it from this server").click()
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name="Delete it from this server").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_text("The article is deleted from this server.")).to_be_visible()

    for address in (f"/?article={token}", link):
        late = open_page(address)
        expect(late.locator(".sentence")).to_contain_text(f"an article that is not here: “{token}”")
        expect(late.locator("[data-testid='stException']")).to_have_count(0)
        expect(late.locator(".text mark").first).to_be_visible()
    other.reload()
    drawn(other)
    expect(other.locator(".sentence")).to_contain_text("It was deleted")


@pytest.mark.parametrize("token", ["x" * 22, "..%2F..%2Fetc", "%27%20OR%201%3D1", "A" * 199])
def test_an_unknown_article_is_a_notice(open_page: Open, token: str) -> None:
    page = open_page(f"/?article={token}")
    expect(page.locator(".sentence")).to_contain_text("an article that is not here")
    expect(page.locator(".text mark").first).to_be_visible()


def test_a_shared_article_stays_in_the_choice_of_articles(open_page: Open) -> None:
    page = open_page()
    token = shared(page, "Fog in Bergen\n\nFog lay over Bergen on Monday.")
    other = open_page(f"/?article={token}")
    picker = other.get_by_role("combobox").first
    picker.click()
    other.get_by_role("option", name=re.compile("^Putin")).first.click()
    expect(other.locator(".text h3")).not_to_have_text("Fog in Bergen")
    picker.click()
    other.get_by_role("option", name="Fog in Bergen").click()
    expect(other.locator(".text h3")).to_have_text("Fog in Bergen")


def test_only_who_shared_it_deletes_it_where_editing_is_off(
    open_page: Open, serve: Serve, tmp_path: Path
) -> None:
    text = "Hail in Turku\n\nHail fell in Turku on Monday."
    settings = {"DATELINE_EDITING": "false", "DATELINE_DATA_DIR": str(tmp_path)}
    with serve(**settings, DATELINE_RETENTION_DAYS="30") as address:
        page = open_page(address)
        page.get_by_role("button", name="Share").click()
        page.keyboard.press("Escape")
        token = shared(page, text)
        expect(page.get_by_role("button", name="Delete it from this server")).to_be_visible()
        other = open_page(f"{address}/?article={token}")
        other.get_by_role("button", name="Share").click()
        expect(other.get_by_role("button", name="Copy link")).to_be_visible()
        expect(other.get_by_role("button", name="Delete it")).to_have_count(0)
        again = open_page(address)
        assert shared(again, text) == token
        expect(again.get_by_role("button", name="Delete it")).to_have_count(0)
