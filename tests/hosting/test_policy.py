"""Every page under the Content-Security-Policy in a real browser: nothing refused or outside."""

import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, Page, Response, Route, expect
from support.chromium import Recorder
from support.many import atlas_map
from support.page import PATIENCE, drawn, rested, text_mark, the_map
from support.served import Served, served
from support.stored import fill
from support.waiting import until

from geo import Geoparser

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
FRAME = re.compile(r"st_folium/index\.html")
FORMATS = (
    "Text and map as one HTML file", "Map as a picture (PNG)", "GeoJSON", "CSV", "KML", "JSON-LD",
    "spaCy",
)  # fmt: skip


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Path]]:
    """Two other sites, the first of which may frame the dashboard, and their pages' folder."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    folder = tmp_path_factory.mktemp("sites")
    site = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=site.serve_forever, daemon=True).start()
    port = site.server_port
    yield f"http://127.0.0.1:{port}", f"http://localhost:{port}", folder
    site.shutdown()
    site.server_close()


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with run_server_in_thread(user_claims=(User(sub="ana"),)) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory,
    geoparser: Geoparser,
    sites: tuple[str, str, Path],
    provider: str,
) -> Iterator[Served]:
    """A dashboard under a base path, with stored articles, sign-in and one site that frames it."""
    folder = tmp_path_factory.mktemp("policy")
    fill(folder, 12, geoparser)
    (folder / "secrets.toml").write_text(
        f"""[auth]
redirect_uri = "http://127.0.0.1:{{port}}/maps/oauth2callback"
cookie_secret = "a secret for this test alone"
client_id = "dateline"
client_secret = "of this test"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""
    )
    with served(
        folder,
        DATELINE_DATA_DIR=str(folder),
        DATELINE_FRAME_ANCESTORS=f"'self' {sites[0]}",
        STREAMLIT_SERVER_BASE_URL_PATH="maps",
        STREAMLIT_SECRETS_FILES=str(folder / "secrets.toml"),
    ) as running:
        yield running


@pytest.fixture
def visit(server: Served, browser: Browser, recorder: Recorder) -> Iterator[Visit]:
    """Opens an address below the base path in a fresh context, watched."""
    contexts = []

    def opened(path: str, *, width: int = 1440, height: int = 900) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        recorder.watch(page)
        page.goto(f"{server.address}/maps{path}")
        return page

    yield opened
    for context in contexts:
        context.close()


def _add(answers: list[Response], answer: Response) -> None:
    answers.append(answer)


def said(recorder: Recorder, word: str) -> bool:
    return any(word in error for error in recorder.errors)


def is_clean(recorder: Recorder, server: Served) -> None:
    inside = (server.address, "blob:", "data:")
    assert [url for url in recorder.requests if not url.startswith(inside)] == []
    assert recorder.errors == []
    assert recorder.dialogs == []


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["laptop", "phone"])
def test_all_pages(visit: Visit, recorder: Recorder, server: Served, size: tuple[int, int]) -> None:
    answers: list[Response] = []
    page = visit("/", width=size[0], height=size[1])
    page.on("response", partial(_add, answers))
    drawn(page)
    text_mark(page, "Harbin").click()
    expect(page.locator(".panel h2")).to_have_text("Harbin")
    for path in ("/library", "/atlas", "/place?id=iso-KE"):
        page.goto(f"{server.address}/maps{path}")
        expect(page.locator(".counted")).to_be_visible(timeout=2 * PATIENCE)
        rested(page)
        if path == "/atlas":
            atlas_map(page).get_by_role("button", name="Zoom in").click()
            rested(page)
    page.goto(f"{server.address}/maps/about")
    expect(page.get_by_role("heading", name="About Dateline")).to_be_visible()
    is_clean(recorder, server)
    missing = [a.url for a in answers if a.status >= 400 and "/_stcore/" not in a.url]
    assert missing == []
    sent = [a for a in answers if a.url.startswith(server.address)]  # blobs are made in the page
    without = [a.url for a in sent if "content-security-policy" not in a.headers]
    assert without == []
    assert len(sent) > 20


def test_bringing_in_correcting_and_taking_away(
    visit: Visit, recorder: Recorder, server: Served, tmp_path: Path
) -> None:
    page = visit("/")
    drawn(page)
    page.get_by_role("button", name="Add article").click()
    (tmp_path / "fog.txt").write_text("Fog in Bergen\n\nFog lay over Bergen and Paris.")
    page.get_by_role("tab", name="Upload files").click()
    page.locator("input[type=file]").first.set_input_files(tmp_path / "fog.txt")
    # what is still being sent can be cancelled, and not removed
    expect(page.get_by_role("button", name="Remove fog.txt")).to_be_visible()
    rested(page)
    page.get_by_role("button", name="Show them on the map").click()
    expect(page.locator(".text h3")).to_have_text("Fog in Bergen")
    text_mark(page, "Paris").click()
    panel = page.locator(".panel")
    panel.get_by_text("Why here?").click()
    field = panel.get_by_role("searchbox").or_(panel.get_by_role("textbox")).first
    field.fill("Paris, Texas")
    rested(page)
    panel.get_by_role("button", name="Looks right").click()
    rested(page)
    page.get_by_role("button", name="Share").click()
    for name in FORMATS:
        with page.expect_download() as download:
            page.get_by_role("button", name=name, exact=True).click()
        download.value.save_as(tmp_path / "taken")
        assert (tmp_path / "taken").stat().st_size > 100
    is_clean(recorder, server)


def test_signing_in_leads_to_the_service_and_back(
    visit: Visit, recorder: Recorder, provider: str
) -> None:
    page = visit("/?types=literal")
    drawn(page)
    page.get_by_role("button", name="Sign in").click()
    page.locator("button[name=sub][value=ana]").click()
    drawn(page)
    expect(page.get_by_role("button", name="Sign in")).to_have_count(0)
    expect(page).to_have_url(re.compile("types=literal"))
    # The service's own page has no icon and wants a style sheet from elsewhere.
    assert [said for said in recorder.errors if "Content Security Policy" in said] == []
    assert any(url.startswith(f"{provider}/oauth2/authorize") for url in recorder.requests)


def test_the_one_site_that_may_frame_it_does_and_others_do_not(
    server: Served, sites: tuple[str, str, Path], browser: Browser
) -> None:
    allowed, forbidden, folder = sites
    view = escape(f"{server.address}/maps/?articles=01-harbin-visit&embed=true")
    (folder / "page.html").write_text(
        '<!doctype html><link rel="icon" href="data:,"><title>News</title>'
        f'<iframe src="{view}" width="800" height="500"></iframe>'
    )
    for site, is_allowed in ((allowed, True), (forbidden, False)):
        recorder = Recorder()
        context = browser.new_context()
        page = context.new_page()
        recorder.watch(page)
        page.goto(f"{site}/page.html")
        inside = page.frame_locator("iframe").frame_locator("iframe[title*='st_folium']")
        if is_allowed:
            ready = inside.locator(".leaflet-container.dl-ready")
            expect(ready).to_be_visible(timeout=3 * PATIENCE)
            assert recorder.errors == []
        else:
            refused = partial(said, recorder, "frame-ancestors")
            until(refused, page)
            assert page.frame_locator("iframe").locator(".leaflet-container").count() == 0
        context.close()


@pytest.mark.parametrize("permission", ["'unsafe-inline'", "'unsafe-eval'"])
def test_the_maps_frame_needs_what_it_is_allowed(
    server: Served, browser: Browser, permission: str
) -> None:
    """streamlit-folium adds the map's script inline and evals the layers'; once not, drop it."""

    def without(route: Route) -> None:
        answer = route.fetch()
        policy = answer.headers["content-security-policy"]
        scripts = re.search(r"script-src [^;]*", policy)
        assert scripts
        assert permission in scripts[0]
        less = policy.replace(scripts[0], scripts[0].replace(f" {permission}", ""))
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": less})

    recorder = Recorder()
    context = browser.new_context()
    page = context.new_page()
    recorder.watch(page)
    page.route(FRAME, without)
    page.goto(f"{server.address}/maps/?articles=01-harbin-visit")
    expect(page.locator(".tabs")).to_be_visible(timeout=3 * PATIENCE)
    until(lambda: said(recorder, "script-src"), page)
    assert the_map(page).locator(".dl-place").count() == 0
    context.close()
