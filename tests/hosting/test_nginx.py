"""Behind the shipped nginx site: base path, TLS, the socket, two replicas, one of them killed."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, FilePayload, Page, WebSocket, expect
from support.chromium import Recorder
from support.connection import back, revived, watch
from support.nginx_site import Site
from support.page import drawn, marker, place_ids, rested
from support.served import ANSWER_S, served
from support.waiting import becomes, until

from dashboard.hosting.middleware.reconnecting import TOLD

pytestmark = pytest.mark.browser

RAIN = "Rain in Oslo\n\nRain fell on Oslo on Monday."


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page of one's own, which trusts the site's certificate."""
    context = browser.new_context(ignore_https_errors=True, viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def test_the_page_is_drawn_under_the_base_path_by_one_replica(
    site: Site, reader: Page, recorder: Recorder
) -> None:
    recorder.watch(reader)
    sockets: list[str] = []
    refused: list[str] = []
    reader.on("websocket", lambda socket: sockets.append(socket.url))
    reader.on("response", lambda r: refused.append(r.url) if r.status >= 400 else None)
    reader.goto(f"{site.address}?articles=01-harbin-visit&place=iso-RU")
    drawn(reader)
    assert refused == []
    assert recorder.errors == []
    assert all(url.startswith((site.address, "blob:", "data:")) for url in recorder.requests)
    assert sockets == [site.address.replace("https:", "wss:") + "_stcore/stream"]
    assert not any("place=" in line for line in site.lines())


def test_a_page_outlives_its_replica_with_the_view_it_had(site: Site, reader: Page) -> None:
    reader.goto(f"{site.address}?articles=01-harbin-visit&place=iso-RU&types=literal,metonymic")
    drawn(reader)
    reader.locator(".tabs").get_by_role("tab", name="Places").click()
    expect(reader).to_have_url(re.compile("tab=places"))
    rested(reader)
    link, shown, title = reader.url, place_ids(reader), panel(reader)
    watch(reader)
    site.replica_of_last_file().kill()
    revived(reader)
    assert reader.url == link
    becomes(lambda: place_ids(reader), shown, reader)
    expect(reader.locator(".panel h2")).to_have_text(title)
    expect(reader.locator(".tabs").get_by_role("tab", name="Places")).to_have_attribute(
        "aria-selected", "true"
    )
    answers(reader)


def test_a_page_just_opened_outlives_its_replica(site: Site, reader: Page) -> None:
    """Its last run was one of the whole script, after which Streamlit asks for nothing."""
    frames = received(reader)
    reader.goto(f"{site.address}?articles=01-harbin-visit&place=iso-RU&tab=places")
    drawn(reader)
    watch(reader)
    site.replica_of_last_file().kill()
    revived(reader)
    assert [frame for frame in frames if TOLD.encode() in frame]
    answers(reader)


def test_a_shared_article_outlives_its_replica_and_a_pasted_one_is_said_to_be_gone(
    site: Site, reader: Page
) -> None:
    reader.goto(site.address)
    drawn(reader)
    paste(reader, "Fog in Bergen\n\nFog lay over Bergen on Monday.")
    reader.get_by_role("button", name="Share").click()
    reader.get_by_role("button", name="Share it by link").click()
    expect(reader).to_have_url(re.compile("articles=[A-Za-z0-9]{22}(&|$)"))
    reader.keyboard.press("Escape")
    other = reader.context.new_page()
    other.goto(site.address)
    drawn(other)
    paste(other, RAIN)
    for page in (reader, other):
        watch(page)
    site.replica_of_last_file().kill()
    for page in (reader, other):
        revived(page)
    expect(reader.locator(".text h3")).to_have_text("Fog in Bergen")
    expect(reader.locator(".sentence")).to_have_count(0)
    expect(other.locator(".sentence")).to_contain_text("an article that is not here")
    expect(other.locator(".text mark").first).to_be_visible()


def test_a_session_that_lives_is_taken_up_again_as_it_was(site: Site, reader: Page) -> None:
    frames = received(reader)
    reader.goto(site.address)
    drawn(reader)
    paste(reader, RAIN)
    watch(reader)
    site.break_connections()
    back(reader)
    rested(reader)
    assert not [frame for frame in frames if TOLD.encode() in frame], "it need not run"
    answers_tabs(reader)
    expect(reader.locator(".text h3")).to_have_text("Rain in Oslo")
    expect(reader.locator(".sentence")).to_have_count(0)


def test_a_page_that_moved_stays_there_when_its_replica_is_back(
    site: Site, reader: Page, settings: dict[str, str], tmp_path: Path
) -> None:
    """Or its downloads and uploads would go to a server that does not know it."""
    reader.goto(f"{site.address}?articles=01-harbin-visit")
    drawn(reader)
    watch(reader)
    gone = site.replica_of_last_file()
    gone.kill()
    revived(reader)
    with served(tmp_path, port=gone.port, **settings):
        used_again(site, gone.port)
        reader.get_by_role("button", name="Share").click()
        with reader.expect_download() as download:
            reader.get_by_role("button", name="CSV", exact=True).click()
        assert "Harbin" in Path(download.value.path()).read_text(encoding="utf-8-sig")
        reader.keyboard.press("Escape")
        reader.get_by_role("button", name="Add article").click()
        reader.get_by_role("tab", name="Upload files").click()
        file: FilePayload = {"name": "rain.txt", "mimeType": "text/plain", "buffer": RAIN.encode()}
        reader.locator("input[type=file]").set_input_files([file])
        # what is still being sent can be cancelled, and not removed
        expect(reader.get_by_role("button", name="Remove rain.txt")).to_be_visible()
        reader.get_by_role("button", name="Show them on the map").click()
        expect(reader.locator(".text h3")).to_have_text("Rain in Oslo")


def used_again(site: Site, port: int) -> None:
    """Wait until nginx gives a replica its readers again."""
    sticky = {"dateline_replica": str(port)}
    with httpx.Client(verify=False, cookies=sticky, timeout=ANSWER_S) as other:  # noqa: S501

        def is_used() -> bool:
            other.get(f"{site.address}_stcore/health")
            return site.lines()[-1].endswith(f":{port}")

        until(is_used)


def received(page: Page) -> list[bytes]:
    """What the page is sent over its sockets, as it comes."""
    frames: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        # Playwright takes no built-in method.
        socket.on("framereceived", lambda frame: frames.append(frame))  # noqa: PLW0108

    page.on("websocket", listen)
    return frames


def answers(page: Page) -> None:
    """Filters, tabs and markers do what they do."""
    for there in (0, 1):
        page.locator("[data-id='places']").click()
        expect(marker(page, "gn-2037013")).to_have_count(there)
    answers_tabs(page)
    marker(page, "iso-UA").click()
    expect(page).to_have_url(re.compile("place=iso-UA"))
    expect(page.locator(".panel h2")).to_contain_text("Ukraine")


def answers_tabs(page: Page) -> None:
    tabs = page.locator(".tabs")
    tabs.get_by_role("tab", name="Places").click()
    expect(page).to_have_url(re.compile("tab=places"))
    tabs.get_by_role("tab", name="Article").click()
    expect(page).not_to_have_url(re.compile("tab=places"))
    rested(page)


def paste(page: Page, text: str) -> None:
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Text of the article").fill(text)
    page.get_by_role("button", name="Show it on the map").first.click()
    expect(page.locator(".text h3")).to_have_text(text.partition("\n")[0])
    rested(page)


def panel(page: Page) -> str:
    return page.locator(".panel h2").inner_text()


def test_a_reader_stays_with_one_replica_and_others_go_to_the_other(site: Site) -> None:
    """By the cookie, which is set once and names the replica only."""
    with httpx.Client(verify=False, timeout=ANSWER_S) as reader:  # noqa: S501 - its own certificate
        first = reader.get(site.address)
        assert first.headers["set-cookie"].count("dateline_replica") == 1
        assert {"Secure", "HttpOnly"} <= {p.strip() for p in first.headers["set-cookie"].split(";")}
        for _ in range(6):
            again = reader.get(f"{site.address}_stcore/health")
            assert "dateline_replica" not in again.headers.get("set-cookie", "")
        for _ in range(16):
            reader.cookies.clear()
            reader.get(site.address)
            reader.get(f"{site.address}robots.txt")
    lines = site.lines()
    kept = {line.split()[-1] for line in lines if "_stcore/health" in line}
    others = {line.split()[-1] for line in lines if "robots.txt" in line}
    assert len(kept) == 1
    assert others == {f"127.0.0.1:{replica.port}" for replica in site.replicas}


def test_what_is_not_for_readers_is_not_there(site: Site, site_folder: Path) -> None:
    with httpx.Client(verify=False, timeout=ANSWER_S) as reader:  # noqa: S501
        assert reader.get(f"{site.address}_stcore/metrics").status_code == 404
        plain = reader.get(site.plain)
        assert (plain.status_code, plain.headers["location"][:6]) == (301, "https:")
        challenge = site_folder / ".well-known" / "acme-challenge" / "x"
        challenge.parent.mkdir(parents=True)
        challenge.write_text("of certbot")
        asked = site.plain.replace("dateline/", ".well-known/acme-challenge/x")
        assert reader.get(asked).text == "of certbot"
        told = reader.get(f"{site.address}api/places.geojson?articles=01-harbin-visit")
        assert told.json()["features"]
        assert reader.get(site.address.replace("dateline/", "robots.txt")).text.startswith("User")
        assert "max-age" in told.headers["strict-transport-security"]
