"""A fault in Dateline itself: one sentence with a number on the page, all else in the log."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support import faulty_dateline
from support.page import PATIENCE
from support.served import served

pytestmark = pytest.mark.browser


def test_a_fault_is_one_sentence_with_a_number_that_the_log_has(
    browser: Browser, tmp_path: Path
) -> None:
    with served(
        tmp_path, program=(faulty_dateline.__file__,), DATELINE_DATA_DIR=str(tmp_path)
    ) as faulty:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.goto(faulty.address)
        said = page.get_by_role("alert")
        expect(said).to_have_count(1, timeout=3 * PATIENCE)
        number = re.search(
            r"tell the server's administrator the number ([0-9a-f]{8})\.$", said.inner_text()
        )
        assert number
        shown = page.locator("body").inner_text()
        for inside in ("Traceback", "ZeroDivisionError", faulty_dateline.WORDS, ".py"):
            assert inside not in shown
        expect(page.locator("[data-testid='stException']")).to_have_count(0)
        # The rest of the page is there, and leads on.
        page.get_by_role("link", name="About").click()
        expect(page.get_by_role("heading", name="About Dateline")).to_be_visible()
        context.close()
        log = faulty.log.read_text()
    assert f"Fault {number[1]} on the page" in log
    assert faulty_dateline.WORDS in log
