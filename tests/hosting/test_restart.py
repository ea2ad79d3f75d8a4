"""A server that is killed and started again: its pages go on, and nothing is loaded anew."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support.connection import revived, watch
from support.page import drawn, marker, place_ids
from support.served import served
from support.waiting import becomes

pytestmark = pytest.mark.browser


def test_a_page_goes_on_with_the_server_started_again(browser: Browser, tmp_path: Path) -> None:
    settings = {"DATELINE_DATA_DIR": str(tmp_path)}
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    with served(tmp_path, **settings) as first:
        page.goto(f"{first.address}/?articles=01-harbin-visit&place=iso-RU")
        drawn(page)
        link, shown = page.url, place_ids(page)
        watch(page)
        first.kill()
        with served(tmp_path, port=first.port, **settings):
            revived(page)
            assert page.url == link
            becomes(lambda: place_ids(page), shown, page)
            marker(page, "iso-UA").click()
            expect(page).to_have_url(re.compile("place=iso-UA"))
            expect(page.locator(".panel h2")).to_contain_text("Ukraine")
            context.close()
