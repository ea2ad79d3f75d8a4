"""The dashboard inside another page's frame."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from html import escape
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect
from support.page import PATIENCE
from support.waiting import until

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]
VIEW = "/?articles=01-harbin-visit&place=iso-RU&kinds=country&center=50.00000,60.00000&zoom=3.0"


@pytest.fixture(scope="module")
def server(serve: Serve) -> Iterator[str]:
    """A dashboard that other sites may put into a frame."""
    with serve(DATELINE_FRAME_ANCESTORS="*") as address:
        yield address


@pytest.fixture
def host(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Another site: its address, and the folder of its pages."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    site = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://localhost:{site.server_port}", tmp_path
    site.shutdown()
    site.server_close()


@pytest.fixture
def embedded(browser: Browser, host: tuple[str, Path]) -> Iterator[Callable[..., FrameLocator]]:
    """Puts an address into a frame of the other site's page; the frame."""
    address, folder = host
    contexts = []

    def made(view: str, width: int = 800, height: int = 500, code: str = "") -> FrameLocator:
        code = code or (
            f'<iframe src="{escape(view)}" width="{width}" height="{height}" '
            'style="border:0"></iframe>'
        )
        (folder / "page.html").write_text(f"<!doctype html><title>News</title>{code}")
        context = browser.new_context(viewport={"width": 1000, "height": 800})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/page.html")
        frame = page.frame_locator("iframe")
        ready = the_map(frame).locator(".leaflet-container.dl-ready")
        expect(ready).to_be_visible(timeout=3 * PATIENCE)
        return frame

    yield made
    for context in contexts:
        context.close()


def the_map(frame: FrameLocator) -> FrameLocator:
    return frame.frame_locator("iframe[title*='st_folium']")


@pytest.mark.parametrize(("width", "height"), [(800, 500), (600, 400), (390, 600)])
def test_map_chips_and_excerpt_fill_the_frame_and_nothing_can_be_changed(
    server: str, embedded: Callable[..., FrameLocator], width: int, height: int
) -> None:
    frame = embedded(f"{server}{VIEW}&embed=true", width, height)
    expect(frame.locator(".panel h2")).to_have_text("Russia")
    expect(frame.locator(".panel blockquote mark")).to_be_visible()
    expect(frame.locator(".chip").first).to_be_visible()
    for gone in (
        ".wordmark",
        ".stSelectbox",
        ".text",
        ".review",
        ".welcome",
        "[data-testid=stHeader]",
    ):
        expect(frame.locator(gone).filter(visible=True)).to_have_count(0)
    for name in ("Add article", "Share"):
        expect(frame.get_by_role("button", name=name)).to_have_count(0)
    frame.get_by_text("Why here?").click()
    expect(frame.get_by_role("button", name="Looks right")).to_have_count(0)
    main = frame.locator("[data-testid='stMain']")
    fits = "m => m.scrollHeight <= m.clientHeight + 1 && m.scrollWidth <= m.clientWidth"
    until(lambda: main.evaluate(fits))

    def is_laid_out() -> bool:
        link = frame.locator(".open").bounding_box()
        shape = frame.locator("iframe[title*='st_folium']").bounding_box()
        return (
            link is not None
            and shape is not None
            and link["y"] + link["height"] <= height + 8
            and shape["height"] > 0.3 * height
            and shape["width"] > 0.5 * width
        )

    until(is_laid_out)


def test_a_marker_opens_its_excerpt_and_the_link_leads_to_the_same_view(
    server: str, embedded: Callable[..., FrameLocator]
) -> None:
    frame = embedded(f"{server}{VIEW}&embed=true&embed_options=dark_theme")
    the_map(frame).locator(".dl-place[data-place='iso-CN']").press("Enter")
    expect(frame.locator(".panel h2")).to_have_text("China")
    open_ = frame.get_by_role("link", name="Open in Dateline")
    expect(open_).to_have_attribute("target", "_blank")
    expect(open_).to_have_attribute("rel", "noopener")
    expect(frame.locator(".panel h2")).to_have_text("China")
    open_.focus()
    expect(open_).to_have_attribute("href", re.compile("place=iso-CN"))
    href = open_.get_attribute("href") or ""
    assert "articles=01-harbin-visit" in href
    assert "kinds=country" in href
    assert "embed" not in href


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_is_what_the_frame_asks_for(
    server: str, embedded: Callable[..., FrameLocator], theme: str
) -> None:
    frame = embedded(f"{server}{VIEW}&embed=true&embed_options={theme}_theme")
    dark = theme == "dark"
    expect(frame.locator(".root.dark" if dark else ".root:not(.dark)").first).to_be_visible()
    expect(frame.locator(".root:not(.dark)" if dark else ".root.dark")).to_have_count(0)
    expect(the_map(frame).locator(".leaflet-container.dl-dark")).to_have_count(1 if dark else 0)


class Frames(HTMLParser):
    """What a piece of HTML holds."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(code)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_code_that_share_gives_works_in_another_page(
    server: str, open_page: Open, embedded: Callable[..., FrameLocator]
) -> None:
    page = open_page(server + VIEW)
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Copy code").click()
    expect(page.get_by_text("The code is copied.")).to_be_visible()
    code = page.evaluate("navigator.clipboard.readText()")
    [(tag, attributes)] = Frames(code).tags
    assert tag == "iframe"
    assert "embed=true" in str(attributes["src"])
    assert "&" not in code.replace("&#38;", "").replace("&#39;", "")
    assert "Putin" in str(attributes["title"])
    frame = embedded("", code=code)
    expect(frame.locator(".panel h2")).to_have_text("Russia")
