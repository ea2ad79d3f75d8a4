"""The hostile corpus through the real page: pasted, uploaded, and in the address."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from hostile.corpus import (
    CHANGED_BY_CLEANING,
    FILES,
    LAST,
    LETTERS,
    PAYLOADS,
    PWNED,
    TEMPLATE,
    TEMPLATE_RESULT,
    Refused,
    refused,
)
from playwright.sync_api import Locator, Page, expect
from support.chromium import Recorder
from support.page import drawn, place_ids, rested
from support.waiting import becomes, until

from geo.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.fresh_context]

Open = Callable[..., Page]
ROOT = Path(__file__).parents[2]
LIMIT = Settings().max_article_bytes
LITERAL = {
    name: payload
    for name, payload in PAYLOADS.items()
    if name not in LETTERS | dict.fromkeys(CHANGED_BY_CLEANING)
}
REFUSED = (
    "empty", "all bytes", "Latin-1", "empty page", "page of scripts", "open front matter",
    "PDF without pages", "Word file without parts", "YAML bomb", "YAML object",
    "javascript as source", "hostile source",
)  # fmt: skip


def paste(page: Page, text: str) -> None:
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Text of the article").fill(text)
    page.get_by_role("button", name="Show it on the map").first.click()


def upload(page: Page, name: str, data: bytes) -> None:
    file = {"name": name, "mimeType": "text/plain", "buffer": data}
    page.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]
    expect(remove_button(page)).to_be_visible()
    rested(page)
    page.get_by_role("button", name="Show them on the map").click()


def remove_button(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("^Remove "))


def to_upload(page: Page) -> None:
    page.get_by_role("button", name="Add article").click()
    page.get_by_role("tab", name="Upload files").click()


def everything_said(page: Page) -> str:
    """The text of all frames, shadow roots included."""
    walk = """() => { const walk = (node) => node.nodeType === 3 ? node.data
        : ["STYLE", "SCRIPT"].includes(node.nodeName) ? ""
        : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(walk).join("");
        return walk(document.body); }"""
    return " ".join(" ".join(frame.evaluate(walk) for frame in page.frames).split())


def assert_nothing_ran(page: Page, recorder: Recorder, server: str) -> None:
    assert [frame.evaluate("window.__pwned") for frame in page.frames] == [None] * len(page.frames)
    assert recorder.dialogs == []
    assert recorder.errors == []
    own = (server, server.replace("http", "ws"), "data:", "blob:")
    assert [url for url in recorder.requests if not url.startswith(own)] == []
    assert not (ROOT / PWNED).exists()
    assert TEMPLATE_RESULT not in page.title() + everything_said(page)


def test_everything_pasted_shows_literally(
    open_page: Open, recorder: Recorder, server: str
) -> None:
    page = open_page()
    lines = [f"In Harbin the sign said {payload} on Friday." for payload in LITERAL.values()]
    paste(page, "\n\n".join((f"{TEMPLATE} <b>title</b>", *lines, *LETTERS.values(), LAST)))
    text = page.locator("article.text")
    expect(text).to_contain_text(LAST)
    drawn(page)
    said = everything_said(page)
    lost = [name for name, p in LITERAL.items() if " ".join(p.split()) not in said]
    assert lost == []
    until(lambda: {"gn-2037013", "gn-706483"} <= set(place_ids(page)), page)
    for mark in text.locator("mark").all()[:5]:
        mark.click()
        rested(page)
    page.get_by_role("tab", name="Places").click()
    rested(page)
    assert_nothing_ran(page, recorder, server)


@pytest.mark.parametrize("file", ["injection.md", "broken.html"])
def test_an_uploaded_file_shows_literally(
    file: str, open_page: Open, recorder: Recorder, server: str
) -> None:
    page = open_page()
    to_upload(page)
    upload(
        page, f"{TEMPLATE}<img src=x onerror=window.__pwned=1>{file}", (FILES / file).read_bytes()
    )
    expect(page.locator("article.text")).to_contain_text(LAST)
    drawn(page)
    assert "{{ 1231*3 }}" in everything_said(page)
    until(lambda: {"gn-2037013", "gn-706483"} <= set(place_ids(page)), page)
    assert_nothing_ran(page, recorder, server)


def test_refused_files_say_why_and_nothing_else_is_lost(
    open_page: Open, recorder: Recorder, server: str
) -> None:
    page = open_page()
    seen = place_ids(page)
    to_upload(page)
    cases: dict[str, Refused] = {case.name: case for case in refused(LIMIT)}
    for name in REFUSED:
        upload(page, cases[name].file, cases[name].data)
        expect(page.get_by_role("alert")).to_contain_text(cases[name].message)
        expect(page.locator("[data-testid='stException']")).to_have_count(0)
        remove_button(page).click()
        rested(page)
    page.keyboard.press("Escape")
    becomes(lambda: place_ids(page), seen, page)
    assert_nothing_ran(page, recorder, server)


HOSTILE_ADDRESSES = {
    "templates and no numbers": {
        "articles": TEMPLATE, "place": TEMPLATE, "words": TEMPLATE, "zoom": "NaN",
        "center": "inf,-inf", "mention": "-1", "since": "0000-99-99", "types": "all,<b>",
    },
    "scripts and unknown keys": {
        "articles": "<script>window.__pwned=1</script>", "words": "<img src=x onerror=1>",
        "place": "'\"><svg onload=window.__pwned=1>", "__proto__": "1", "kinds": "`${1231*3}`",
    },
    "endless and invisible": {
        "words": "x" * 4000, "articles": "z," * 2000, "place": "\u202e\u200b\x00\x1b[31m\uffff",
    },
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE_ADDRESSES)
def test_a_hostile_address_still_opens_the_page(
    case: str, open_page: Open, recorder: Recorder, server: str
) -> None:
    query = "&".join(f"{quote(k)}={quote(v)}" for k, v in HOSTILE_ADDRESSES[case].items())
    page = open_page(f"/?{query}")
    assert "Traceback" not in everything_said(page)
    expect(page.locator("[data-testid='stException']")).to_have_count(0)
    assert_nothing_ran(page, recorder, server)
