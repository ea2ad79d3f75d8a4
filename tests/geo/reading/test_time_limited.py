"""Large files are read in a process of their own, and come out as they would here."""

from datetime import date

import pytest
from support.documents import word_of

from geo.documents import read_docx as docx_here
from geo.documents.feeds import read_feed as feed_here
from geo.documents.markup import markdown_body
from geo.documents.markup import read_html as html_here
from geo.errors import InputError, Unsupported
from geo.reading import read_docx, read_feed, read_html, read_markdown
from geo.reading.time_limited import SMALL

LONG = "The river rose in northern Queensland for the third day. " * 300
HTML = (
    "<html lang=en><head><title>Floods</title><meta property='og:site_name' content='The Courier'>"
    f"<meta property='article:published_time' content='2024-03-02'></head>"
    f"<body><article><h1>Floods</h1><p>{LONG}</p><p>Zürich sent help.</p></article></body></html>"
).encode()
ITEM = "<item><title>Rain</title><link>https://example.org/{}</link>"
ITEM += "<pubDate>Sat, 02 Mar 2024 10:00:00 GMT</pubDate></item>"
ITEMS = "".join(ITEM.format(n) for n in range(150))
FEED = f"<rss version='2.0'><channel><title>News</title>{ITEMS}</channel></rss>".encode()


def test_a_page_is_the_same() -> None:
    assert len(HTML) > SMALL
    found = read_html(HTML, "a.html", seconds=60)
    assert found == html_here(HTML, "a.html")
    assert found.published == date(2024, 3, 2)


def test_markdown_is_the_same() -> None:
    text = f"# Floods\n\n{LONG}\n\nZürich *sent* help."
    found = read_markdown(text, "a.md", seconds=60)
    assert (found.heading, found.paragraphs) == markdown_body(text, "a.md")


def test_a_word_file_is_the_same() -> None:
    data = word_of("".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in (LONG, "Zürich.")))
    assert read_docx(data, "a.docx", limit=10**7, seconds=60) == docx_here(
        data, "a.docx", limit=10**7
    )


def test_a_feed_is_the_same() -> None:
    address = "https://example.org/feed"
    assert len(FEED) > SMALL
    assert read_feed(FEED, address=address, seconds=60) == feed_here(FEED, address=address)


def test_what_a_reader_refuses_is_refused_in_its_words() -> None:
    data = b"<p>" + LONG.encode() + "Zürich".encode("latin-1")
    with pytest.raises(Unsupported, match=r"a\.html is neither UTF-8 nor what it declares"):
        read_html(data, "a.html", seconds=60)


def test_a_name_may_hold_anything() -> None:
    with pytest.raises(InputError, match=r"a\.docx is damaged"):
        read_docx(b"x", "\udcffa.docx", limit=1, seconds=60)
