"""Inputs that each parser takes: where fuzzing begins."""

import json

from hostile.corpus import PAYLOADS
from support.documents import column, pdf, word

_ARTICLE = b"Rain over Harbin\n\nIn Harbin it rained. The train left for Kharkov.\n"
_FRONT = b"title: A\noutlet: B\npublished: 2024-05-17\nlanguage: en\nsource: https://example.org/\n"
_HTML = (
    b"<!doctype html><html lang=en><head><title>T</title><meta charset=utf-8></head><body>"
    b"<article><h1>T</h1><p>In Harbin it rained for two days.</p></article></body></html>"
)
_RSS = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>A</title>'
    b"<link>https://example.org/a</link><pubDate>Fri, 17 May 2024 10:00:00 GMT</pubDate></item>"
    b"</channel></rss>"
)
_ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title>'
    b'<link href="https://example.org/a"/><updated>2024-05-17T10:00:00Z</updated></entry></feed>'
)
_DOCUMENT = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    b'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Rain</w:t></w:r></w:p>'
    b"<w:p><w:r><w:t>In Harbin</w:t><w:tab/><w:t>it rained.</w:t></w:r></w:p></w:body></w:document>"
)
CORRECTION: dict[str, object] = {
    "id": "a1", "verdict": "place", "scope": "mention",
    "place": {
        "id": "gn-2037013", "name": "Harbin", "kind": "city", "lat": 45.75, "lon": 126.65,
        "country_code": "CN", "geonameid": 2037013, "population": 5_000_000, "region_id": "",
        "radius_km": None, "is_capital": False,
    },
    "type": None, "who": "", "when": "2026-05-03T12:00:00+00:00", "note": "", "article": "a" * 64,
    "article_id": "t1", "source": "", "field": "text", "start": 3, "quote": "Harbin",
    "prefix": "In ", "suffix": " it",
}  # fmt: skip
PLACE_ROW = "\t".join([
    "9000001", "Nova Prova", "Nova Prova", "Prova,Nouvelle Prova", "45.5", "9.1", "P", "PPL", "IT",
    "", "09", "", "", "", "1200", "", "100", "Europe/Rome", "2024-01-01",
])  # fmt: skip
OSM: dict[str, object] = {
    "osm_type": "way", "osm_id": 123, "lat": "45.7", "lon": "126.6", "class": "amenity",
    "type": "place_of_worship", "name": "Saint Sophia", "display_name": "Saint Sophia, Harbin",
    "address": {"country_code": "cn"},
}  # fmt: skip
_PAYLOADS = tuple(payload.encode(errors="replace") for payload in PAYLOADS.values())

SEEDS: dict[str, tuple[bytes, ...]] = {
    "pasted": (_ARTICLE, *_PAYLOADS),
    "text": (_ARTICLE,),
    "markdown": (b"---\n" + _FRONT + b"---\n# T\n\n> a\n\n- b [c](d)\n\n`e` **f**\n", *_PAYLOADS),
    "front_matter": (_FRONT, b"a: [1, {b: 2}]\nc: 1:2:3\nd: 0x1f\ne: .inf\nf: |\n  g\n"),
    "html": (_HTML, *_PAYLOADS),
    "docx": (word(("Rain", "Title"), "In Harbin it rained."),),
    "docx_parts": (_DOCUMENT,),
    "pdf": (pdf([column(["Rain over Harbin", "In Harbin it rained."])], title="Rain"),),
    "feed": (_RSS, _ATOM),
    "jsonl": (b'{"id": "a", "text": "In Harbin.", "spans": [[3, 9]], "published": "2024-05-17"}',),
    "corrections": (json.dumps(CORRECTION).encode(),),
    "dump_rows": (
        PLACE_ROW.encode(),
        b"US.TX\tTexas\tTexas\t4736286",
        b"1\t2\ten\tNew\t1\t\t\t\t\t",
    ),
    "query": (
        b"articles=a,b&types=literal&since=2024-05-17&words=rain&sure=0.5&place=gn-1&mention=2",
        b"center=45.123456789,-0.000001&zoom=3.3333333333&sure=0.123456789",
        b"tab=places&center=45.7,126.6&zoom=5&reading=a&kinds=city",
    ),
    "gated": _PAYLOADS,
    "geocoder": (json.dumps([OSM]).encode(),),
    "address": (b"https://example.org:8080/a?b=c#d", b"http://[::1]/", b"http://u:p@127.1/"),
    "ip_address": (b"\x7f\0\0\1", b"\xfe\x80" + b"\0" * 14),
}
