"""What a link shows where it is pasted elsewhere."""

import io
from html.parser import HTMLParser

import pytest
from hostile.corpus import SCRIPTS, STRINGS, TEMPLATES
from PIL import Image
from support.samples import sample

from dashboard.previews import SIZE, head_tags, named_article, picture, preview, with_tags
from geo.articles import Article

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
    assert named_article(query) == named


def test_title_outlet_date_and_picture_are_told() -> None:
    shown = preview({"articles": "sample", "types": "literal", "zoom": "4"}, HERE.get)
    assert shown
    assert shown.title == "Russian visitor in Harbin"
    assert shown.description.startswith("Dateline sample, 17 May 2024. Every place")
    assert shown.picture == "preview.png?articles=sample&types=literal"
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


def test_the_picture_has_the_size_that_previews_ask_for_and_follows_the_filter() -> None:
    query = {"articles": "sample"}
    everything = picture(query, sample())
    assert Image.open(io.BytesIO(everything)).size == SIZE
    assert picture({**query, "kinds": "country"}, sample()) != everything
    assert picture({**query, "place": "gn-2037013"}, sample()) == everything
