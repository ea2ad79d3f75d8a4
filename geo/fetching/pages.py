"""Fetching a page, a file or a feed: redirects, types, sizes and compression."""

import http.client
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Self
from urllib.parse import SplitResult, urljoin

from geo.errors import FetchError
from geo.fetching.connection import Network, answered, target_of
from geo.fetching.deadline import Deadline
from geo.settings import Settings
from geo.text.cleaning import for_message
from geo.text.plaintext import decode_declared

MAX_REDIRECTS = 5


@dataclass(frozen=True)
class WaitingReaders:
    """Which types of content are taken: by type, the extension that says how to read it."""

    extensions: Mapping[str, str]
    hint: str


PAGES = WaitingReaders(
    {
        "text/html": ".html",
        "application/xhtml+xml": ".html",
        "text/markdown": ".md",
        "text/plain": ".txt",
        "application/pdf": ".pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    },
    "give the address of a page, or of a Markdown, text, PDF or Word file",
)
FEEDS = WaitingReaders(
    {
        "application/rss+xml": ".xml",
        "application/atom+xml": ".xml",
        "application/rdf+xml": ".xml",
        "application/xml": ".xml",
        "text/xml": ".xml",
    },
    "give the address of an RSS or Atom feed",
)

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_DOCUMENTS = frozenset({".pdf", ".docx"})
_IN_DECLARED_ENCODING = frozenset({".html", ".md", ".txt"})
_BLOCK = 1 << 16


def fetch(
    url: str, settings: Settings, *, network: Network | None = None, wanted: WaitingReaders = PAGES
) -> tuple[bytes, str]:
    """The bytes at an http(s) URL, and a file name whose extension says how to read them.

    Pages and text in another declared encoding come back as UTF-8. Raises FetchError with the
    reason where the URL, an address on its way, its type, size or slowness forbids it.
    """
    network = network or Network()
    deadline = Deadline(network.timeout)
    for _ in range(MAX_REDIRECTS + 1):
        target = target_of(url, tuple(wanted.extensions), network, deadline)
        with answered(target, network, deadline) as answer:
            location = answer.getheader("Location")
            if answer.status in _REDIRECTS and location:
                url = urljoin(url, location)
                continue
            if answer.status != 200:
                raise FetchError(
                    f"{for_message(url)} answered with status {answer.status}; check the address."
                )
            name = _file_name(target.url, answer, wanted)
            data = _body(answer, _Limit.of(name, settings), url, deadline)
            return _as_utf8(data, name, answer), name
    raise FetchError(
        f"{for_message(url)} redirects more than {MAX_REDIRECTS} times; open it yourself."
    )


def _file_name(parts: SplitResult, answer: http.client.HTTPResponse, wanted: WaitingReaders) -> str:
    """A name whose extension is that of the answer's type."""
    kind = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
    kind = kind or next(iter(wanted.extensions))
    path = PurePosixPath(parts.path)
    if kind not in wanted.extensions:
        raise FetchError(
            f"{for_message(parts.hostname or '')} sent {for_message(kind)}, which is not read; "
            f"{wanted.hint}."
        )
    is_markdown = kind == "text/plain" and path.suffix.lower() in {".md", ".markdown"}
    return (path.stem or "page") + (".md" if is_markdown else wanted.extensions[kind])


@dataclass(frozen=True, slots=True)
class _Limit:
    """The most bytes that are read, and the setting that says so."""

    size: int
    setting: str

    @classmethod
    def of(cls, name: str, settings: Settings) -> Self:
        if PurePosixPath(name).suffix in _DOCUMENTS:
            return cls(settings.max_document_bytes, "DATELINE_MAX_DOCUMENT_BYTES")
        return cls(settings.max_article_bytes, "DATELINE_MAX_ARTICLE_BYTES")


def _body(answer: http.client.HTTPResponse, most: _Limit, url: str, deadline: Deadline) -> bytes:
    limit = most.size
    encoding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in {"identity", "gzip", "x-gzip"}:
        raise FetchError(
            f"{for_message(url)} came compressed as {for_message(encoding)}, which is not read."
        )
    data = _read(answer, limit + 1)
    if deadline.has_passed:
        raise TimeoutError
    if len(data) <= limit and answer.length:
        raise FetchError(f"{for_message(url)} broke off before its end; try again later.")
    if "gzip" in encoding and len(data) <= limit:
        data = _unzipped(data, limit + 1, url)
    if len(data) > limit:
        raise FetchError(
            f"{for_message(url)} is larger than the {limit:,} bytes that are read; paste a part of "
            f"it, or raise {most.setting}."
        )
    return data


def _read(answer: http.client.HTTPResponse, most: int) -> bytes:
    """The body's first bytes. `read(most)` would take a chunk of length -1 for all there is."""
    data = bytearray()
    block = memoryview(bytearray(_BLOCK))
    while len(data) < most and (count := answer.readinto(block[: most - len(data)])):
        data += block[:count]
    return bytes(data)


def _unzipped(data: bytes, most: int, url: str) -> bytes:
    unzip = zlib.decompressobj(wbits=31)
    try:
        text = unzip.decompress(data, most)
    except zlib.error:
        raise FetchError(f"{for_message(url)} came damaged; try again later.") from None
    if not unzip.eof and len(text) < most:
        raise FetchError(f"{for_message(url)} broke off before its end; try again later.")
    return text


def _as_utf8(data: bytes, name: str, answer: http.client.HTTPResponse) -> bytes:
    charset = answer.headers.get_content_charset() or ""
    is_text = PurePosixPath(name).suffix in _IN_DECLARED_ENCODING
    if not is_text or charset.lower() in {"", "utf-8", "utf8", "us-ascii"}:
        return data
    text = decode_declared(data, charset)
    return data if text is None else text.encode(errors="replace")
