"""The page is told where its server is; nothing else is written into."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.hosting.middleware.base_address import SCRIPT, BaseAddress

PAGE = "<!DOCTYPE html><html><head><script type='module' src='./x.js'></script></head></html>"
BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"


def answer(request: Request) -> Response:
    if request.url.path.endswith(".txt"):
        return PlainTextResponse(PAGE)
    return HTMLResponse(PAGE, headers={"etag": '"as-it-was"'})


def asked(path: str, accept: str = BROWSER) -> Response:
    app = BaseAddress(Starlette(routes=[Route("/{rest:path}", answer)]))
    return TestClient(app).get(path, headers={"accept": accept})


@pytest.mark.parametrize("path", ["/", "/atlas", "/dateline/place?id=iso-KE"])
def test_a_page_has_the_script_in_its_head(path: str) -> None:
    found = asked(path)
    assert f"<script>{SCRIPT}</script></head>" in found.text
    assert found.headers["content-length"] == str(len(found.content))
    assert "etag" not in found.headers


@pytest.mark.parametrize(
    ("path", "accept"),
    [
        ("/component/streamlit_folium.st_folium/index.html", BROWSER),
        ("/dateline/_stcore/health", BROWSER),
        ("/robots.txt", BROWSER),
        ("/", "*/*"),
    ],
)
def test_everything_else_is_served_as_it_is(path: str, accept: str) -> None:
    assert asked(path, accept).text == PAGE
