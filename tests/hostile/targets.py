"""Every parser of hostile input, as a function of bytes that either returns or fails a check.

An InputError is an answer; anything else that is raised is a defect. The property tests feed
them from hypothesis, `scripts/fuzz.py` from a fuzzer that sees which code it reaches.
"""

import io
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import parse_qsl

from dashboard.commands.inputs.jsonl import Document, Failure, read_line
from dashboard.links.article_view import View
from dashboard.map.layers.gate import for_map
from geo.corrections import Correction, correction_record, read_lines
from geo.corrections.json_lines import correction_from_record
from geo.documents import pdf_process
from geo.documents.feeds import read_feed
from geo.documents.pdf import _line as as_line
from geo.documents.pdf_lines import paragraphs_of
from geo.errors import FetchError, InputError
from geo.fetching import Network, fetch, is_public
from geo.gazetteer.importing.geonames_rows import BadLine, division_row, name_row, place_row
from geo.geocoding.readers.openstreetmap import place_of
from geo.model.article import Article
from geo.reading.article_reader import article_from_text, read_article
from geo.settings import Settings
from geo.text.cleaning import strip_controls

SETTINGS = Settings(max_article_bytes=100_000, max_document_bytes=200_000)
ACTIVE = set("&<>\"'{}$`\\")
Target = Callable[[bytes], None]


def sentence(error: Exception) -> None:
    """Whether a message may stand on one line of the page or a terminal."""
    message = str(error)
    assert message.isprintable(), message
    assert len(message) < 600, message


def check_article(article: Article) -> None:
    assert article.text.strip()
    for said in (article.text, article.title, article.outlet, article.note):
        assert strip_controls(said) == said
    assert article.source == "" or article.source.startswith(("http://", "https://"))


def _file(name: str) -> Target:
    def target(data: bytes) -> None:
        try:
            check_article(read_article(data, name=name, settings=SETTINGS))
        except InputError as error:
            sentence(error)

    return target


def pasted(data: bytes) -> None:
    # lone surrogates too: a browser may send them
    text = data.decode("utf-8", "surrogateescape")
    with suppress(InputError):
        check_article(article_from_text(text, settings=SETTINGS))


def front_matter(data: bytes) -> None:
    _file("a.md")(b"---\n" + data + b"\n---\nIn Harbin it rained.\n")


def docx_of(document: bytes, styles: bytes = b"", core: bytes = b"") -> bytes:
    """A Word file with these bytes as its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", document)
        if styles:
            parts.writestr("word/styles.xml", styles)
        if core:
            parts.writestr("docProps/core.xml", core)
    return out.getvalue()


def docx_parts(data: bytes) -> None:
    document, _, rest = data.partition(b"\xff\xff")
    styles, _, core = rest.partition(b"\xff\xff")
    _file("a.docx")(docx_of(document, styles, core))


def pdf(data: bytes) -> None:
    """What the process of its own does, in this one, and what its parent makes of the answer."""
    answer = json.loads(json.dumps(pdf_process._answer(data, 20, 100_000)))
    assert set(answer) in ({"error"}, {"title", "pages"})
    paragraphs_of([[as_line(*line) for line in page] for page in answer.get("pages", [])])


def feed(data: bytes) -> None:
    try:
        found = read_feed(data, address="https://example.org/feed")
    except InputError as error:
        sentence(error)
        return
    assert found.items
    for item in found.items:
        assert item.address.startswith(("http://", "https://"))
        assert "\n" not in item.title


def jsonl(data: bytes) -> None:
    found = read_line(data, 1, SETTINGS)
    if isinstance(found, Failure):
        sentence(InputError(found.error))
    else:
        assert isinstance(found, Document)
        assert all(0 <= a < b <= len(found.article.text) for a, b in found.spans or [])


def corrections(data: bytes) -> None:
    for found in read_lines(data.split(b"\n")):
        if isinstance(found, Correction):
            again = correction_from_record(json.loads(json.dumps(correction_record(found))))
            assert again == found
        else:
            sentence(InputError(found))


def dump_rows(data: bytes) -> None:
    line = data.decode("utf-8", "replace")
    for row in (place_row, division_row, name_row):
        with suppress(BadLine):
            row(line)


def query(data: bytes) -> None:
    pairs = dict(parse_qsl(data.decode("utf-8", "replace"), keep_blank_values=True))
    view, notices = View.of(pairs)
    assert View.of(view.query()) == (view, ())
    assert all(len(notice) < 300 for notice in notices)


def gated(data: bytes) -> None:
    out = for_map(data.decode("utf-8", "replace"), None)
    assert not ACTIVE & set(out.replace("&#", ""))
    assert out.isprintable()


def geocoder(data: bytes) -> None:
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError):
        return
    for one in raw if isinstance(raw, list) else [raw]:
        if isinstance(one, dict):
            with suppress(ValueError):
                place = place_of(one)
                assert place.name.isprintable()
                assert len(place.name) <= 200
                assert len(place.id) < 100


def address(data: bytes) -> None:
    """An address is refused, or resolved, and never connected to."""

    def nowhere(*_: object) -> list[str]:
        raise OSError

    url = data.decode("utf-8", "replace")
    try:
        fetch(url, SETTINGS, network=Network(resolve=nowhere))
    except FetchError as error:
        sentence(error)


def ip_address(data: bytes) -> None:
    if len(data) in {4, 16}:
        import ipaddress

        address = str(ipaddress.ip_address(data))
        if is_public(address):
            assert not ipaddress.ip_address(address).is_private


TARGETS: dict[str, Target] = {
    "pasted": pasted,
    "text": _file("a.txt"),
    "markdown": _file("a.md"),
    "front_matter": front_matter,
    "html": _file("a.html"),
    "docx": _file("a.docx"),
    "docx_parts": docx_parts,
    "pdf": pdf,
    "feed": feed,
    "jsonl": jsonl,
    "corrections": corrections,
    "dump_rows": dump_rows,
    "query": query,
    "gated": gated,
    "geocoder": geocoder,
    "address": address,
    "ip_address": ip_address,
}
