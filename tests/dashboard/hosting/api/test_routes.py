import csv
import io
from dataclasses import fields

import pytest
from PIL import Image
from starlette.testclient import TestClient
from support.corrections import correction
from support.samples import HARBIN

from dashboard.engine.process import Process, process
from dashboard.hosting.api.routes import PLACES, description, make_api
from dashboard.hosting.api.strict_query import TAKES
from dashboard.hosting.api.thread_pool import Workers
from dashboard.hosting.previews import SIZE
from dashboard.links.article_view import ONE_ARTICLE, View
from dashboard.server_settings import ServerSettings
from geo import Article
from geo.errors import LibraryError
from geo.model.mentions import MentionType
from geo.model.places import PlaceKind
from geo.reading.seeds import seed_articles, seeds_folder

FIRST = "01-harbin-visit"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_without_a_query_it_is_what_the_bare_page_shows(api: TestClient) -> None:
    answer = api.get("/places.geojson")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/geo+json"
    articles = {
        m["article"] for f in answer.json()["features"] for m in f["properties"]["mentions"]
    }
    assert articles == {seed_articles(ServerSettings())[0][0].id}


def test_the_query_of_a_link_filters(api: TestClient) -> None:
    link = (
        "articles=*&types=metonymic,demonym&kinds=country&sure=0.5&place=iso-RU&zoom=3&embed=true"
    )
    found = rows(api.get(f"/mentions.csv?{link}").text)
    assert {row["type"] for row in found} == {"metonymic", "demonym"}
    assert {row["kind"] for row in found} <= {"country", ""}
    assert len({row["article"] for row in found}) > 1
    assert rows(api.get("/mentions.csv?articles=*&until=1999-01-01").text) == []


def test_a_stored_article_needs_its_token_and_a_deleted_one_is_gone(api: TestClient) -> None:
    token = process().library().articles.add(Article("x", "Fog lay over Bergen.", "=1+1")).token
    for query in (f"articles={token}", f"article={token}", f"articles={FIRST},{token}"):
        assert "Bergen" in api.get(f"/mentions.csv?{query}").text
    assert "Bergen" not in api.get("/mentions.csv?articles=*").text
    assert rows(api.get(f"/mentions.csv?article={token}").text)[0]["title"] == "'=1+1"
    process().library().articles.delete(token)
    gone = api.get(f"/mentions.csv?article={token}")
    assert gone.status_code == 404
    assert gone.headers["content-type"] == "application/problem+json"
    assert gone.json()["errors"] == [{"name": "articles", "reason": token}]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("types=nonsense", ["types"]),
        ("since=tomorrow&sure=2&words=" + "x" * 201, ["since", "words", "sure"]),
        ("sure=nan", ["sure"]),
        ("article=%00", ["article"]),
        ("articles=" + ",".join(f"a{i}" for i in range(51)), ["articles"]),
        ("articles=*,a", ["articles"]),
        ("sure=0.1&sure=0.2", ["sure"]),
        ("center=1&tab=x", ["tab", "center"]),
        ("place=%00&reading=%07", ["place", "reading"]),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    api: TestClient, query: str, named: list[str]
) -> None:
    answer = api.get(f"/places.geojson?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert [error["name"] for error in answer.json()["errors"]] == named


def test_each_key_of_a_link_says_what_it_takes() -> None:
    assert set(TAKES) == {*View.READERS, ONE_ARTICLE}
    assert set(View.READERS) == {field.name for field in fields(View)}


def test_too_much_is_refused(api: TestClient) -> None:
    assert api.get("/places.geojson?words=" + "x" * 9000).status_code == 414
    longest = max(path.stat().st_size for path in seeds_folder(ServerSettings()).iterdir())
    with Workers() as workers:
        small = TestClient(make_api(ServerSettings(max_article_bytes=longest), workers))
        assert small.get("/places.geojson").status_code == 200
        assert small.get("/places.geojson?articles=*").status_code == 400


def test_what_the_reader_has_is_not_sent_again(api: TestClient) -> None:
    first = api.get("/places.geojson")
    tag = first.headers["etag"]
    for sent in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = api.get("/places.geojson", headers={"If-None-Match": sent})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    other = api.get("/places.geojson?types=metonymic", headers={"If-None-Match": tag})
    assert other.status_code == 200
    assert other.headers["etag"] != tag


def test_a_correction_is_in_the_data_and_changes_the_tag(api: TestClient) -> None:
    article = Article("y", "She moved to Paris.")
    token = process().library().articles.add(article).token
    before = api.get(f"/places.geojson?article={token}")
    process().library().corrections.add([correction("Paris", article=article)])
    after = api.get(f"/places.geojson?article={token}")
    assert [feature["id"] for feature in after.json()["features"]] == [HARBIN.id]
    assert before.headers["etag"] != after.headers["etag"]


def test_any_site_may_read_and_nobody_may_write(api: TestClient) -> None:
    origin = {"Origin": "https://example.org"}
    answer = api.get("/mentions.csv", headers=origin)
    assert answer.headers["access-control-allow-origin"] == "*"
    asked = api.options("/mentions.csv", headers=origin | {"Access-Control-Request-Method": "GET"})
    assert asked.status_code == 200
    assert "allow-credentials" not in f"{answer.headers}{asked.headers}".lower()
    asked = api.options("/mentions.csv", headers=origin | {"Access-Control-Request-Method": "PUT"})
    assert asked.status_code == 400
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        refused = api.request(method, "/mentions.csv")
        assert refused.status_code == 405
        assert "GET" in refused.headers["allow"]
        assert refused.json()["status"] == 405


def test_head_says_what_get_would(api: TestClient) -> None:
    get, head = api.get("/mentions.csv"), api.head("/mentions.csv")
    assert head.content == b""
    assert head.headers["etag"] == get.headers["etag"]


def test_a_store_that_is_down_is_said_and_not_passed_over(
    api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(_: Process) -> None:
        raise LibraryError("The library /secret/place cannot be used.")

    monkeypatch.setattr(Process, "library", down)
    answer = api.get("/places.geojson")
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "secret" not in answer.text


def test_a_fault_is_a_number_and_no_traceback(
    api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Process) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(Process, "library", broken)
    answer = api.get("/places.geojson")
    assert answer.status_code == 500
    assert answer.json()["status"] == 500
    assert "secret" not in answer.text


def test_the_description_says_what_the_code_does(api: TestClient) -> None:
    assert api.get("/openapi.json").json() == description() | {"servers": [{"url": "/"}]}
    paths = description()["paths"]
    parameters = {p["name"]: p["schema"] for p in paths[f"/{PLACES.name}"]["get"]["parameters"]}
    assert parameters["types"]["items"]["enum"] == [*MentionType]
    assert parameters["kinds"]["items"]["enum"] == [*PlaceKind]


def test_the_picture_of_a_link_is_a_picture(api: TestClient) -> None:
    answer = api.get(f"/preview.png?articles={FIRST}")
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == SIZE
    assert api.get("/preview.png?articles=missing").status_code == 404
