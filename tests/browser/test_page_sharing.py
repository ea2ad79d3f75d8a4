"""Links that rebuild the view, and articles that are brought in."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from PIL import Image
from playwright.sync_api import Page, expect
from spacy.tokens import DocBin
from support.documents import column, pdf, word
from support.page import (
    address_says_camera,
    camera,
    place_ids,
    rested,
    text_mark,
    the_map,
)

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
HOSTILE = (
    "Flood <img src=x onerror=window.hit=1>\n\n"
    "In Harbin {{7*7}} ${7*7} `x` <script>window.hit=1</script> :red[loud] $x^2$ "
    "![i](http://192.0.2.1/i.png) [link](javascript:window.hit=1)."
)


FORMATS = (
    "Text and map as one HTML file", "Map as a picture (PNG)", "GeoJSON", "CSV", "KML", "JSON-LD",
    "spaCy",
)  # fmt: skip


def downloaded(page: Page, name: str, folder: Path) -> Path:
    """The file that a button of the share control gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def copied_link(page: Page) -> str:
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("The link is copied.")).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))


def add_text(page: Page, text: str) -> None:
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Text of the article").fill(text)
    page.get_by_role("button", name="Show it on the map").first.click()


def test_a_copied_link_shows_the_same_in_a_fresh_browser(open_page: Open) -> None:
    page = open_page()
    page.locator("[data-id='people']").click()
    expect(page).to_have_url(re.compile("types="))
    text_mark(page, "Harbin").click()
    expect(page.locator(".panel h2")).to_have_text("Harbin")
    box = the_map(page).locator(".leaflet-container").bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.wheel(0, -400)
    expect(page).to_have_url(re.compile("zoom="))
    rested(page)
    address_says_camera(page)
    link, seen = copied_link(page), camera(page)
    fresh = open_page(link)
    assert place_ids(fresh) == place_ids(page)
    assert camera(fresh) == pytest.approx(seen, abs=1e-3)
    expect(fresh.locator(".panel h2")).to_have_text("Harbin")
    expect(fresh.locator("[data-id='people']")).to_have_attribute("aria-pressed", "false")


def test_a_link_from_a_bare_address_names_its_article(open_page: Open) -> None:
    assert "articles=01-" in copied_link(open_page())


def test_going_back_undoes_a_selection(open_page: Open) -> None:
    page = open_page()
    text_mark(page, "Harbin").click()
    expect(page.locator(".panel h2")).to_have_text("Harbin")
    text_mark(page, "Beijing").click()
    expect(page.locator(".panel h2")).to_have_text("Beijing")
    expect(page).to_have_url(re.compile("mention=2"))
    page.go_back()
    expect(page.locator(".panel h2")).to_have_text("Harbin")


def test_bad_values_of_a_link_are_dropped_with_a_notice(open_page: Open) -> None:
    page = open_page("/?zoom=high&types=nonsense&center=1&articles=gone&utm=x&mention=-1")
    notice = page.locator(".sentence")
    for said in ("“zoom”", "“types”", "“center”", "“gone”", "“mention”"):
        expect(notice).to_contain_text(said)
    expect(page.locator(".text mark").first).to_be_visible()


def test_a_pasted_text_is_read_and_can_be_taken_away_as_a_file_without_sharing_it(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page("?words=Harbin")
    add_text(page, "Rain in Lagos\n\nHeavy rain fell in Lagos, Nigeria, on Monday.")
    expect(page.locator(".text h3")).to_have_text("Rain in Lagos")
    expect(text_mark(page, "Lagos")).to_be_visible()
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_text("nobody else can open it yet")).to_be_visible()
    saved = downloaded(page, "Text and map as one HTML file", tmp_path)
    assert "Heavy rain fell in" in saved.read_text(encoding="utf-8")


def test_every_format_holds_what_is_filtered(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/?types=demonym")
    page.get_by_role("button", name="Share").click()
    form = {name: downloaded(page, name, tmp_path) for name in FORMATS}
    texts = set(FORMATS) - {"spaCy", "Map as a picture (PNG)"}
    text_of = {name: form[name].read_text(encoding="utf-8") for name in texts}
    types = {row["type"] for row in csv.DictReader(text_of["CSV"].splitlines())}
    assert types == {"demonym"}
    features = json.loads(text_of["GeoJSON"])["features"]
    assert {kind for f in features for kind in f["properties"]["types"]} == {"demonym"}
    items = json.loads(text_of["JSON-LD"])["first"]["items"]
    assert {item["body"][-1]["value"] for item in items} == {"demonym"}
    (doc,) = DocBin().from_disk(form["spaCy"]).get_docs(spacy.blank("en").vocab)
    assert {span.label_ for span in doc.spans["toponyms"]} == {"demonym"}
    assert len(items) == len(doc.spans["toponyms"]) > 0
    assert text_of["KML"].count("<Placemark") == len(features)
    with Image.open(form["Map as a picture (PNG)"]) as picture:
        assert picture.format == "PNG"
    whole = text_of["Text and map as one HTML file"]
    assert whole.split("<main")[1].split("</main>")[0].count("<mark ") == len(items)


def test_hostile_text_is_shown_as_it_is(open_page: Open, recorder: Any, server: str) -> None:
    page = open_page()
    add_text(page, HOSTILE)
    text = page.locator(".text")
    expect(text).to_contain_text("{{7*7}} ${7*7} `x` <script>window.hit=1</script> :red[loud]")
    text_mark(page, "Harbin").click()
    expect(page.locator(".panel blockquote")).to_contain_text("{{7*7}}")
    rested(page)
    assert page.evaluate("window.hit") is None
    assert all(frame.evaluate("window.hit") is None for frame in page.frames)
    assert recorder.dialogs == []
    assert not [u for u in recorder.requests if not u.startswith((server, "data:", "blob:"))]


def test_what_cannot_be_read_is_said_and_nothing_is_lost(open_page: Open) -> None:
    page = open_page()
    add_text(page, "   ")
    expect(page.get_by_role("alert")).to_contain_text("give an article with some words in it.")
    expect(page.locator("[data-testid='stException']")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".text mark").first).to_be_visible()


def upload(page: Page, files: dict[str, bytes]) -> None:
    page.get_by_role("button", name="Add article").click()
    page.get_by_role("tab", name="Upload files").click()
    page.locator("input[type=file]").set_input_files(
        [
            {"name": name, "mimeType": "application/octet-stream", "buffer": data}
            for name, data in files.items()
        ]
    )
    for name in files:
        # what is still being sent can be cancelled, and not removed
        expect(page.get_by_role("button", name=f"Remove {name}", exact=True)).to_be_visible()
    page.get_by_role("button", name="Show them on the map").click()


def test_an_uploaded_file_is_read(open_page: Open) -> None:
    page = open_page()
    upload(page, {"a.md": b"# Talks\n\nTalks in Geneva."})
    expect(text_mark(page, "Geneva")).to_be_visible()


def test_files_of_every_kind_are_read_at_once(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    files = {
        "a.pdf": pdf([column(["Rain fell in Lagos on Mon-", "day and in Abuja."])], title="Rain"),
        "b.docx": word("Snow fell in Oslo.", title="Snow"),
        "c.html": b"<h1>Wind</h1><p>Wind blew in Quito.</p>",
    }
    upload(page, files)
    expect(page.locator(".byline")).to_contain_text("articles")
    expect(page).to_have_url(re.compile("articles=t[0-9a-f]+,t[0-9a-f]+,t[0-9a-f]+|%2C"))
    page.get_by_role("button", name="Share").click()
    saved = downloaded(page, "CSV", tmp_path).read_text(encoding="utf-8")
    rows = list(csv.DictReader(saved.splitlines()))
    assert {row["title"] for row in rows} == {"Rain", "Snow", "Wind"}
    assert {"Lagos", "Abuja", "Oslo", "Quito"} <= {row["mention"] for row in rows}


def test_one_bad_file_stops_nothing_and_a_known_one_is_recognised(open_page: Open) -> None:
    page = open_page()
    seed = next((Path(__file__).parents[2] / "seeds").glob("01-*.md")).read_bytes()
    files = {
        "bad<b>.pdf": b"%PDF-1.7",
        "scan.pdf": pdf([[]]),
        "again.md": seed,
        "good.txt": b"Rain\n\nRain fell in Lagos.",
    }
    upload(page, files)
    alerts = page.get_by_role("dialog").get_by_role("alert")
    expect(alerts).to_have_text(
        [
            "bad<b>.pdf is broken or no PDF; save it again, or paste its text.",
            "scan.pdf holds no text, only pictures of pages; recognise its text (OCR) first.",
        ]
    )
    expect(page.get_by_text("again.md is already here as “")).to_be_visible()
    expect(page.get_by_text("1 article could be read.")).to_be_visible()
    page.get_by_role("button", name="Show on the map", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".byline")).to_contain_text("articles")


def test_an_address_behind_the_network_is_refused(open_page: Open, server: str) -> None:
    page = open_page()
    page.get_by_role("button", name="Add article").click()
    page.get_by_role("tab", name="From the web").click()
    page.get_by_role("textbox", name="Addresses of articles").fill(f"{server}/\nfile:///etc/passwd")
    page.get_by_role("button", name="Fetch and show on the map").first.click()
    alerts = page.get_by_role("dialog").get_by_role("alert")
    expect(alerts.first).to_contain_text("127.0.0.1 is not on the public internet")
    expect(alerts.last).to_contain_text("is not a web address")
