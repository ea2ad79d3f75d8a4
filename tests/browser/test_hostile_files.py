"""Hostile files in the real page: shown as text, or refused in one sentence; nothing runs."""

from collections.abc import Callable

import pytest
from browser.test_hostile import (
    assert_nothing_ran,
    everything_said,
    remove_button,
    to_upload,
    upload,
)
from hostile.corpus import LAST
from hostile.rows import Row
from hostile.rows.files import BY_FILE
from playwright.sync_api import Page, expect
from support.chromium import Recorder
from support.page import drawn, rested

pytestmark = [pytest.mark.browser, pytest.mark.fresh_context]

Open = Callable[..., Page]


def rows(file: str, *names: str) -> list[tuple[str, Row]]:
    known = {row.name: row for row in BY_FILE[file]}
    return [(file, known[name]) for name in names]


SHOWN = [
    *rows("a.pdf", "a page before the PDF", "script on opening", "a title that runs"),
    *rows("a.docx", "markup as text", "macros", "a template elsewhere"),
    *rows("a.html", "object and embed", "a base elsewhere", "a title that runs", "server side"),
    *rows("a.md", "raw HTML", "entities of control characters"),
]
REFUSED = [
    *rows("a.pdf", "a picture called PDF", "behind a password", "no letters"),
    *rows("a.docx", "entities", "a file as entity", "compression bomb", "behind a password"),
    *rows("a.html", "a charset that is a lie"),
    *rows("a.md", "YAML of Python", "YAML number too large"),
    *rows("a.txt", "a Word file called text"),
]


def is_whole(page: Page) -> bool:
    """Whether nothing sticks out of the page or stands over its header."""
    return bool(
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
    )


@pytest.mark.parametrize("nth", range(0, len(SHOWN), 4))
def test_shown(nth: int, open_page: Open, recorder: Recorder, server: str) -> None:
    for file, row in SHOWN[nth : nth + 4]:
        page = open_page()
        to_upload(page)
        upload(page, file, row.given)
        expect(page.locator("article.text")).to_contain_text(LAST)
        drawn(page)
        assert "\u202e" not in everything_said(page)
        assert is_whole(page)
        assert_nothing_ran(page, recorder, server)
        page.close()


def test_refused(open_page: Open, recorder: Recorder, server: str) -> None:
    page = open_page()
    to_upload(page)
    for file, row in REFUSED:
        upload(page, file, row.given)
        expect(page.get_by_role("alert")).to_contain_text(row.refused)
        expect(page.locator("[data-testid='stException']")).to_have_count(0)
        remove_button(page).click()
        rested(page)
    assert_nothing_ran(page, recorder, server)


def test_a_name_that_turns_round_and_a_link_to_thousands(
    open_page: Open, recorder: Recorder, server: str
) -> None:
    page = open_page("/?articles=" + ",".join(f"x{n}" for n in range(500)) + "&place=%E2%80%AEx")
    said = everything_said(page)
    assert "497 more" in said
    assert "x250" not in said
    assert is_whole(page)
    assert_nothing_ran(page, recorder, server)
