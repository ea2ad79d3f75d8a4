"""Behind the shipped nginx site: base path, TLS, the socket, two replicas, one of them killed."""

import re

import httpx
import pytest
from playwright.sync_api import Browser, expect
from support.chromium import Recorder
from support.nginx_site import Site
from support.page import drawn, the_map

pytestmark = pytest.mark.browser


def test_the_page_is_drawn_under_the_base_path_by_one_replica_and_outlives_it(
    site: Site, browser: Browser, recorder: Recorder
) -> None:
    context = browser.new_context(ignore_https_errors=True, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    recorder.watch(page)
    sockets: list[str] = []
    refused: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.on("response", lambda r: refused.append(r.url) if r.status >= 400 else None)
    page.goto(f"{site.address}?articles=01-harbin-visit&place=iso-RU")
    drawn(page)

    assert refused == []
    assert recorder.errors == []
    assert all(url.startswith((site.address, "blob:", "data:")) for url in recorder.requests)
    assert sockets == [site.address.replace("https:", "wss:") + "_stcore/stream"]
    assert not any("place=" in line for line in site.lines())

    link = page.url
    replica = site.replica_of_last_file()
    replica.kill()
    # The page reconnects by itself, to the replica that is left, with the link it had.
    # What is chosen before that is lost.
    for _ in range(120):
        if len(sockets) > 1:
            break
        page.wait_for_timeout(500)
    assert len(sockets) > 1
    drawn(page)
    page.locator(".tabs").get_by_role("tab", name="Places").click()
    expect(page).to_have_url(re.compile("tab=places"), timeout=60_000)
    assert "place=iso-RU" in page.url
    drawn(page)
    page.goto(link)
    drawn(page)
    expect(the_map(page).locator(".dl-place").first).to_be_visible()
    context.close()


def test_a_reader_stays_with_one_replica_and_others_go_to_the_other(site: Site) -> None:
    """By the cookie, which is set once and says nothing."""
    with httpx.Client(verify=False) as reader:  # noqa: S501 - its own certificate
        first = reader.get(site.address)
        assert first.headers["set-cookie"].count("dateline_replica") == 1
        assert {"Secure", "HttpOnly"} <= {p.strip() for p in first.headers["set-cookie"].split(";")}
        for _ in range(6):
            again = reader.get(f"{site.address}_stcore/health")
            assert "dateline_replica" not in again.headers.get("set-cookie", "")
        for number in range(12):
            reader.cookies.clear()
            reader.get(f"{site.address}robots.txt", cookies={"dateline_replica": f"r{number}"})
    lines = site.lines()
    kept = {line.split()[-1] for line in lines if "_stcore/health" in line}
    others = {line.split()[-1] for line in lines if "robots.txt" in line}
    assert len(kept) == 1
    assert others == {f"127.0.0.1:{replica.port}" for replica in site.replicas}


def test_what_is_not_for_readers_is_not_there(site: Site) -> None:
    with httpx.Client(verify=False) as reader:  # noqa: S501
        assert reader.get(f"{site.address}_stcore/metrics").status_code == 404
        plain = reader.get(site.plain)
        assert (plain.status_code, plain.headers["location"][:6]) == (301, "https:")
        told = reader.get(f"{site.address}api/places.geojson?articles=01-harbin-visit")
        assert told.json()["features"]
        assert reader.get(site.address.replace("dateline/", "robots.txt")).text.startswith("User")
        assert "max-age" in told.headers["strict-transport-security"]
