"""What a link shows where it is pasted elsewhere."""

import io
from html.parser import HTMLParser
from typing import Any

import pytest
from hostile.corpus import SCRIPTS, STRINGS, TEMPLATES
from PIL import Image
from support.coroutines import finished
from support.samples import sample

from dashboard.hosting.middleware.html_head import with_tags
from dashboard.hosting.middleware.link_previews import Previews
from dashboard.hosting.previews import SIZE, head_tags, picture, preview
from dashboard.links.article_view import View
from geo.model.article import Article
from geo.model.atlas import gather

ARTICLE = sample().article
HERE = {ARTICLE.id: ARTICLE}


class Metas(HTMLParser):
    """The meta tags of a page, and every other tag."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.metas: dict[str, str] = {}
        self.others: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value or "" for key, value in attrs}
        if tag == "meta" and set(said) <= {"property", "name", "content"}:
            self.metas[said.get("property") or said["name"]] = said["content"]
        else:
            self.others.append(tag)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"articles": "sample"}, "sample"),
        ({"article": "sample", "types": "literal"}, "sample"),
        ({}, ""),
        ({"articles": "*"}, ""),
        ({"articles": "a,b"}, ""),
        ({"articles": "a\u0000b"}, ""),
    ],
)
def test_only_a_single_article_that_the_link_names_is_told_of(query, named) -> None:
    assert View.of(query)[0].only_article == named


def test_title_outlet_date_and_picture_are_told() -> None:
    shown = preview({"articles": "sample", "types": "literal", "zoom": "4"}, HERE.get)
    assert shown
    assert shown.title == "Russian visitor in Harbin"
    assert shown.description.startswith("Dateline sample, 17 May 2024. Every place")
    assert shown.picture == "api/preview.png?articles=sample&types=literal"
    metas = Metas(head_tags(shown, "https://maps.test/dateline/")).metas
    assert metas["og:image"] == f"https://maps.test/dateline/{shown.picture}"
    assert metas["og:title"] == shown.title
    assert (metas["og:image:width"], metas["og:image:height"]) == ("1200", "630")


def test_an_article_that_is_not_here_has_no_preview() -> None:
    assert preview({"articles": "other"}, HERE.get) is None
    assert preview({}, HERE.get) is None


@pytest.mark.parametrize("text", (TEMPLATES | SCRIPTS | STRINGS).values())
def test_hostile_titles_stay_words(text: str) -> None:
    article = Article("x", text, text, text)
    query = {"articles": "x", "words": text[:200]}
    shown = preview(query, {"x": article}.get)
    assert shown
    tags = head_tags(shown, "https://maps.test")
    found = Metas(with_tags("<html><head></head><body></body></html>", tags))
    assert found.others == ["html", "head", "body"]
    assert found.metas["og:title"] == shown.title


def test_tags_go_into_the_head_and_nowhere_else() -> None:
    assert with_tags("<head><b></head><p></head>", "+") == "<head><b>+</head><p></head>"
    assert with_tags("no head", "+") == "no head"


def test_the_picture_has_the_size_that_previews_ask_for() -> None:
    drawn = picture(gather([sample()]), "Russian visitor in Harbin")
    assert Image.open(io.BytesIO(drawn)).size == SIZE


def served(path: str, query: str, page: bytes = b"<head></head>", kind: str = "text/html") -> str:
    """What a browser gets of an application behind the middleware."""
    sent: list[dict[str, Any]] = []

    async def app(_scope: Any, _: Any, send: Any) -> None:
        headers = [(b"content-type", kind.encode()), (b"content-length", b"%d" % len(page))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": page[:5], "more_body": True})
        await send({"type": "http.response.body", "body": page[5:]})

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": query.encode(),
        "scheme": "https", "headers": [(b"host", b"maps.test"), (b"accept-encoding", b"gzip")],
    }  # fmt: skip
    finished(Previews(app, HERE.get, base="/base")(scope, None, send))
    body = b"".join(message.get("body", b"") for message in sent)
    assert dict(sent[0]["headers"])[b"content-length"] == b"%d" % len(body)
    return body.decode()


def test_the_page_of_an_article_is_served_with_its_tags() -> None:
    metas = Metas(served("/base/", "articles=sample&place=x")).metas
    assert metas["og:title"] == "Russian visitor in Harbin"
    assert metas["og:image"] == "https://maps.test/base/api/preview.png?articles=sample"


@pytest.mark.parametrize(
    ("path", "query", "kind"),
    [
        ("/base/", "", "text/html"),
        ("/base/", "articles=other", "text/html"),
        ("/base/atlas", "articles=sample", "text/html"),
        ("/base/", "articles=sample", "text/css"),
    ],
)
def test_everything_else_is_served_as_it_is(path: str, query: str, kind: str) -> None:
    assert served(path, query, kind=kind) == "<head></head>"
