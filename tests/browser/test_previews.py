"""What another site gets that shows a preview of a link: the page's head, and its picture."""

import io
import re
import urllib.request
from html import unescape

import pytest
from PIL import Image

from dashboard.hosting.previews import SIZE
from geo.reading.seeds import seed_articles
from geo.settings import Settings

pytestmark = pytest.mark.server


def fetched(address: str) -> bytes:
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return bytes(answer.read())


def test_a_link_to_an_article_has_its_title_and_a_picture(server: str) -> None:
    article = seed_articles(Settings())[0][0]
    head = fetched(f"{server}/?article={article.id}").decode().partition("</head>")[0]
    metas = dict(re.findall(r'<meta property="(og:[a-z:]+)" content="([^"]*)">', head))
    assert unescape(metas["og:title"]) == article.title
    picture = fetched(unescape(metas["og:image"]))
    assert Image.open(io.BytesIO(picture)).size == SIZE


def test_other_addresses_have_none(server: str) -> None:
    for path in ("/", "/?article=missing", "/about"):
        assert b"og:title" not in fetched(server + path)
