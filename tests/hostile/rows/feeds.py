# ruff: noqa: E501 - a row is easier to read in one piece
"""Feeds: what a feed may say of its articles."""

from hostile.corpus import RUN, TEMPLATE
from hostile.rows import Row

ADDRESS = "https://example.org/news/feed"
_ITEM = "<item><title>Rain</title><link>https://example.org/{}</link></item>"


def rss(*items: str, head: str = "", title: str = "News") -> bytes:
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>{title}</title>'
        f"{''.join(items)}</channel></rss>"
    ).encode()


def linked(link: str) -> bytes:
    return rss(f"<item><title>Rain</title><link>{link}</link></item>")


_LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip
_NONE = "names no article with a web address"
_NO_FEED = "is no RSS or Atom feed"
ROWS = [
    Row("entities in entities", rss(_ITEM.format(1), head=_LAUGHS, title="&i;"), holds=1),
    Row("a file as entity", rss(
        _ITEM.format(1), head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', title="&e;"),
        holds=1),
    Row("10,000 articles", rss(*(_ITEM.format(n) for n in range(10_000))), holds=200),
    Row("the same article 1,000 times", rss(*[_ITEM.format(1)] * 1_000), holds=1),
    *(Row(f"link {link[:30]}", linked(link), _NONE) for link in (
        f"javascript:{RUN}", f"JaVaScRiPt:{RUN}", "data:text/html,x", "file:///etc/passwd",
        "ftp://example.org/", "http://[::1", "//[::1",
        "https://example.org/&#x202e;x", "https://example.org/&lt;script&gt;", "",
    )),
    *(Row(f"link {link}", linked(link), holds=1) for link in (
        "/relative", "//127.0.0.1/", "https://", "&#0;", "../../../../a",
    )),
    Row("a link inside", linked("http://127.0.0.1/admin"), holds=1),  # refused when it is fetched
    Row("one bad link among good ones", rss(_ITEM.format(1),
        f"<item><title>x</title><link>javascript:{RUN}</link></item>", _ITEM.format(2)), holds=2),
    Row("a title of a megabyte", rss(
        f"<item><title>{'x' * 1_000_000}</title><link>https://example.org/a</link></item>"), holds=1),
    Row("a title that runs", rss(
        f"<item><title>&lt;script&gt;{RUN}&lt;/script&gt;{TEMPLATE}</title>"
        "<link>https://example.org/a</link></item>"), holds=1),
    Row("a date that is none", rss(
        "<item><link>https://example.org/a</link><pubDate>99 Foo 99999</pubDate></item>"), holds=1),
    Row("a date at the end of time", rss(
        "<item><link>https://example.org/a</link><pubDate>Fri, 31 Dec 9999 23:59:59 -2359</pubDate>"
        "</item>"), holds=1),
    Row("brackets", b"<" * 100_000, _NO_FEED),
    Row("elements in elements", rss("<a>" * 5_000), _NONE),
    Row("all bytes", bytes(range(256)) * 9, _NO_FEED),
    Row("empty", b"", _NO_FEED),
    Row("a page", b"<html><body><p>In Harbin it rained.</p></body></html>", _NO_FEED),
    Row("JSON", b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', _NO_FEED),
    Row("a file's name", b"/etc/passwd", _NO_FEED),
    Row("an address", b"http://127.0.0.1:9/feed", _NO_FEED),
    Row("larger than is read", rss(" " * 2_000_001), "is larger than 2,000,000 bytes"),
    Row("another encoding", rss(_ITEM.format(1)).replace(b"?>", b" encoding='utf-7'?>", 1), holds=1),
]  # fmt: skip
