import re
from pathlib import Path

import pytest
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.hosting.middleware.headers import TILES, Headers, policies
from dashboard.server_settings import ServerSettings
from dashboard.streamlit_internals import MAP_FRAME

TOKEN = "a1B2" * 5 + "c3"


def asked(path: str = "/", **settings: object) -> dict[str, str]:
    route = Route("/{rest:path}", lambda _: PlainTextResponse("x", headers={"X-Own": "kept"}))
    app = Headers(Starlette(routes=[route]), policies(ServerSettings(**settings)))
    return dict(TestClient(app).get(path).headers)


@pytest.mark.parametrize("path", ["/", f"{MAP_FRAME}index.html"])
def test_the_policy_names_no_outside_host(path: str) -> None:
    policy = asked(path)["content-security-policy"]
    assert not re.search(r"https?:|wss?:|\*|//", policy)
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy


def test_only_the_maps_frame_may_run_what_it_makes() -> None:
    page = asked()["content-security-policy"]
    frame = asked(f"{MAP_FRAME}index.html")["content-security-policy"]
    scripts = re.search("script-src ([^;]*)", page)
    assert scripts
    assert "unsafe" not in scripts[1]
    assert "'unsafe-eval'" in frame


def test_the_tile_service_is_named_where_it_is_switched_on() -> None:
    assert (
        f"img-src 'self' data: blob: {TILES};"
        in asked(online_tiles=True)["content-security-policy"]
    )
    script = Path("dashboard/map/static/built/article.js").read_text(encoding="utf-8")
    assert re.findall(r'"(https://[^/"]+)', script) == [TILES]


@pytest.mark.parametrize(
    ("setting", "page", "frame"),
    [
        ("'self'", "'self'", "'self'"),
        ("'none'", "'none'", "'self'"),
        ("https://news.example", "https://news.example", "'self' https://news.example"),
    ],
)
def test_who_may_frame_the_page_is_a_setting(setting: str, page: str, frame: str) -> None:
    found = asked(frame_ancestors=setting)["content-security-policy"]
    assert found.endswith(f"frame-ancestors {page}")
    found = asked(f"{MAP_FRAME}x", frame_ancestors=setting)["content-security-policy"]
    assert found.endswith(f"frame-ancestors {frame}")


@pytest.mark.parametrize("bad", ["", "x; script-src *", "'self'\n", "javascript:1", "'self',a"])
def test_a_setting_that_would_end_the_directive_is_refused(bad: str) -> None:
    with pytest.raises(ValidationError):
        ServerSettings(frame_ancestors=bad)


def test_links_of_stored_articles_are_not_kept_by_search_engines() -> None:
    for query in (f"article={TOKEN}", f"articles=a,{TOKEN}&x=1"):
        assert asked(f"/?{query}")["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in asked("/?articles=01-harbin-visit")


def test_answers_keep_their_own_headers() -> None:
    found = asked()
    assert found["x-own"] == "kept"
    assert found["x-content-type-options"] == "nosniff"
    assert found["referrer-policy"] == "same-origin"
