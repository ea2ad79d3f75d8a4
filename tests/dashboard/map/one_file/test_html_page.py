import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from support.samples import HARBIN, sample

from dashboard.map import html_map
from geo.model.atlas import Atlas, Filter, gather
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle

LOADING = {"src", "href", "srcset", "data", "action", "poster"}
VOID = {"meta", "link", "br", "img", "input"}


class Reader(HTMLParser):
    """Checks that tags nest, and keeps attributes and visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"script", "style"} & set(self.open):
            self.text += data


def part(page: str, tag: str) -> str:
    """One part of the page with its tags."""
    return page[page.index(f"<{tag}") : page.index(f"</{tag}>")] + f"</{tag}>"


@pytest.fixture(scope="module")
def page() -> str:
    return html_map(gather([sample()]), title="Two days in <Harbin>")


def test_the_page_is_whole(page):
    read = Reader(page)
    assert read.open == []
    assert page.startswith("<!doctype html>")
    assert "Two days in <Harbin>" in read.text


def test_nothing_is_loaded_from_anywhere(page):
    loading = [(name, value) for name, value in Reader(page).attributes if name in LOADING]
    assert loading == []
    styles = page.split("<style>")[1].split("</style>")[0]
    assert "url(" not in styles
    assert "@import" not in styles


def test_places_and_excerpts_are_listed(page):
    text = " ".join(Reader(page).text.split())
    assert "6 places" in text
    assert "Harbin is the capital of Heilongjiang." in text
    assert "HARBIN, China" in text


def test_a_name_within_the_same_place_is_not_listed_twice():
    parsed = sample()
    resolutions = list(parsed.resolutions)
    resolutions[4] = replace(resolutions[4], place=HARBIN)  # the university is Harbin now
    nested = replace(parsed, resolutions=tuple(resolutions))
    text = Reader(part(html_map(gather([nested]), title="t"), "aside")).text
    # Quoted for HARBIN, China and the university; not for the Harbin within the university.
    assert text.count("met students of") == 3


def test_hostile_text_is_text():
    parsed = sample()
    hostile = "</script><img src=http://evil.example/x onerror=alert(1)>{{7*7}}"
    article = replace(parsed.article, title=hostile, outlet=hostile, source="javascript:alert(1)")
    resolutions = tuple(
        replace(r, place=r.place and replace(r.place, name=hostile)) for r in parsed.resolutions
    )
    # The title's mentions go: their offsets are the old title's.
    keep = [i for i, mention in enumerate(parsed.mentions) if mention.field == "text"]
    given = replace(
        parsed,
        article=article,
        mentions=tuple(replace(parsed.mentions[i], inside=None) for i in keep),
        resolutions=tuple(resolutions[i] for i in keep),
    )
    read = Reader(html_map(gather([given]), title=hostile))
    assert "img" not in read.tags
    assert hostile in read.text


def test_the_whole_text_stands_beside_the_map_with_every_mention_marked(page):
    main = part(page, "main")
    text = Reader(main).text
    assert all(paragraph in text for paragraph in sample().article.text.split("\n\n"))
    assert main.count("<mark ") == len(sample().mentions)
    assert f'data-place="{HARBIN.id}" title="Harbin. The place itself, 97&#37; sure"' in main
    assert 'class="governments off"' in main  # Moscow, without a place


def test_a_mark_within_a_mark_is_no_button_of_its_own(page):
    main = part(page, "main")
    outer = main[main.index('title="Harbin University') :]
    assert outer.index('role="button"') < outer.index("<mark ")
    inner = outer[outer.index("<mark ") : outer.index("</mark>")]
    assert inner.endswith(">Harbin")
    assert "role=" not in inner


def test_what_is_filtered_is_not_marked():
    people = gather([sample()]).filtered(Filter(types=frozenset({MentionType.DEMONYM})))
    main = part(html_map(people, title="t"), "main")
    assert main.count("<mark ") == 1
    assert ">Russians</mark>" in main


def test_an_empty_atlas_says_so():
    assert "No place on the map." in html_map(Atlas(()), title="Nothing")


def test_light_and_dark(page):
    assert '<html lang="en">' in page
    assert '<html lang="en" class=dark>' in html_map(Atlas(()), title="Night", dark=True)


def test_hostile_words_in_and_around_a_name_are_text():
    parsed = sample()
    hostile = "</script><img src=x onerror=alert(1)>"
    text = f"{hostile} {hostile} {hostile}"
    at = len(hostile) + 1
    mention = replace(
        parsed.mentions[2], start=at, end=at + len(hostile), text=hostile, sentence=(0, len(text))
    )
    article = replace(parsed.article, text=text)
    given = ParsedArticle(article, (mention,), (parsed.resolutions[2],))
    read = Reader(html_map(gather([given]), title="t"))
    assert "img" not in read.tags
    assert text in read.text


def test_the_policy_names_every_script_and_nothing_else(page):
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    assert re.findall(r"sha256-([^']*)'", policy) == hashes
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
