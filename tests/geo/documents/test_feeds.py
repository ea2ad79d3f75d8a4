"""Feeds: which articles they name, and what is no feed."""

from datetime import date
from pathlib import Path

import pytest

from geo.documents.feeds import MAX_BYTES, MAX_ITEMS, FeedItem, read_feed
from geo.errors import InputError, TooLarge

ADDRESS = "https://news.test/feeds/world.xml"
RSS = b"""<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0"><channel><title>World \xe9</title>
<item><title>Rain &amp;amp; wind in Harbin</title><link>https://news.test/a?b=1&amp;c=2</link>
<pubDate>Fri, 17 May 2024 23:30:00 -0200</pubDate></item>
<item><title>Kharkiv</title><link>../b</link></item>
<item><title>Kharkiv again</title><link>https://news.test/b</link></item>
<item><title>No address</title></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
<item><title>File</title><link>file:///etc/passwd</link></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>World</title>
<entry><title type="html">Rain in &lt;b&gt;Harbin&lt;/b&gt;</title>
<link rel="alternate" href="https://news.test/a"/><updated>2024-05-17T10:00:00Z</updated></entry>
</feed>"""


def test_rss_names_articles_with_web_addresses_each_once() -> None:
    feed = read_feed(RSS, address=ADDRESS)
    assert feed.title == "World é"
    assert feed.items == (
        FeedItem("Rain & wind in Harbin", "https://news.test/a?b=1&c=2", date(2024, 5, 18)),
        FeedItem("Kharkiv", "https://news.test/b"),
    )


def test_atom() -> None:
    (item,) = read_feed(ATOM, address=ADDRESS).items
    assert item.title == "Rain in Harbin"
    assert item.address == "https://news.test/a"
    assert item.published == date(2024, 5, 17)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\0\xff", b"<html><body><p>News</p></body></html>", b"{}", b"<rss", RSS[:120],
        b"https://news.test/other.xml", b"/etc/passwd", str(Path(__file__)).encode(),
        b'<rss version="2.0"><channel></channel></rss>',
    ],
)  # fmt: skip
def test_what_is_no_feed_or_names_nothing_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_feed(data, address=ADDRESS)
    assert str(caught.value).startswith("https://news.test/feeds/world.xml")
    assert str(caught.value).endswith(".")


def test_entities_are_neither_unfolded_nor_fetched() -> None:
    entities = b'<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY e SYSTEM "file:///etc/hostname">]>'
    item = b"<item><title>&a;&e;</title><link>https://news.test/a</link></item>"
    data = entities + b'<rss version="2.0"><channel>' + item + b"</channel></rss>"
    (found,) = read_feed(data, address=ADDRESS).items
    assert found.title in {"", "&a;&e;"}


def test_what_is_broken_further_down_still_names_what_stands_before() -> None:
    assert len(read_feed(RSS[:-40] + b"<&", address=ADDRESS).items) == 2


def test_a_long_feed_is_cut_and_a_large_one_refused() -> None:
    items = b"".join(b"<item><link>https://news.test/%d</link></item>" % n for n in range(300))
    data = b'<rss version="2.0"><channel>' + items + b"</channel></rss>"
    feed = read_feed(data, address=ADDRESS)
    assert len(feed.items) == MAX_ITEMS
    assert feed.items[0].address == "https://news.test/0"
    with pytest.raises(TooLarge, match="larger than 2,000,000 bytes"):
        read_feed(data.ljust(MAX_BYTES + 1), address=ADDRESS)
