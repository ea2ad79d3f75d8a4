"""The one-file map, opened from disk in Chromium: hostile text shows, and never runs."""

from pathlib import Path

import pytest
from hostile.corpus import PAYLOADS, SCRIPTS, STRINGS, TEMPLATE_RESULT, TEMPLATES, shown
from playwright.sync_api import Browser
from support.chromium import Recorder
from support.samples import places_named

from dashboard.map import html_map
from geo import ParsedArticle
from geo.model.atlas import gather

pytestmark = pytest.mark.browser
SHORT = [case.name for case in shown() if len(case.data) < 20_000]


def opened(browser: Browser, page_text: str, folder: Path) -> tuple[Recorder, str, str]:
    """Open the page, touch every marker; returns what happened, the visible text, the title."""
    file = folder / "map.html"
    file.write_text(page_text, encoding="utf-8")
    recorder = Recorder()
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    recorder.watch(page)
    page.goto(file.as_uri())
    page.wait_for_selector(".leaflet-container")
    for marker in page.locator(".leaflet-interactive").all()[:40]:
        marker.dispatch_event("mouseover")
        marker.dispatch_event("click")
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.wait_for_timeout(100)
    assert [frame.evaluate("window.__pwned") for frame in page.frames] == [None] * len(page.frames)
    text, title = page.locator("body").inner_text(), page.title()
    page.close()
    return recorder, text, title


def assert_nothing_ran(recorder: Recorder, text: str, title: str, folder: Path) -> None:
    assert recorder.dialogs == []
    assert recorder.errors == []
    own = ("data:", "blob:", folder.as_uri())
    assert [url for url in recorder.requests if not url.startswith(own)] == []
    assert TEMPLATE_RESULT not in text
    assert TEMPLATE_RESULT not in title


def test_the_whole_corpus_on_one_map(
    browser: Browser, parsed_corpus: dict[str, ParsedArticle], tmp_path: Path
) -> None:
    atlas = gather(parsed_corpus[name] for name in SHORT)
    recorder, text, title = opened(browser, html_map(atlas, title="All of it"), tmp_path)
    assert_nothing_ran(recorder, text, title, tmp_path)
    assert "Harbin" in text


def test_hostile_names_show_literally(browser: Browser, tmp_path: Path) -> None:
    payloads = (TEMPLATES | SCRIPTS | STRINGS).values()
    heading = f"{PAYLOADS['jinja expression']} {PAYLOADS['closed script']} ${{1231*3}}"
    page = html_map(gather(places_named(payloads)), title=heading)
    recorder, text, title = opened(browser, page, tmp_path)
    assert_nothing_ran(recorder, text, title, tmp_path)
    assert heading in title
    assert [payload for payload in payloads if payload[:60] not in text] == []


@pytest.mark.parametrize("name", SHORT)
def test_every_case_alone_becomes_a_map(name: str, parsed_corpus: dict[str, ParsedArticle]) -> None:
    parsed = parsed_corpus[name]
    page = html_map(gather([parsed]), title=parsed.article.title)
    assert page.encode("utf-8")
    assert "\u202e" not in page
    assert TEMPLATE_RESULT not in page
