"""Markdown and HTML to plain text; nothing in either is followed, loaded or executed.

Markdown: links keep their text, images go, raw HTML stays as literal text.
HTML: the article is what trafilatura extracts; where it finds none, all text of the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token

from geo.errors import InputError, Unsupported
from geo.text.cleaning import for_message, stored_line, strip_controls
from geo.text.frontmatter import parse_date, web_address
from geo.text.plaintext import decode_declared

if TYPE_CHECKING:
    from trafilatura.settings import Document

LARGE_PAGE = 500_000
"""Characters of HTML from which on trafilatura's slow second opinions are left out."""

MAX_NESTING = 20
"""Lists and quotes within each other, counted as markdown-it does; it drops what is deeper."""

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """The article in an HTML page, and what the page's metadata says of it."""

    paragraphs: tuple[str, ...]
    title: str = ""
    outlet: str = ""
    published: date | None = None
    language: str = ""
    source: str = ""


def markdown_body(text: str, name: str) -> tuple[str, list[str]]:
    """The first heading of level one ("" if none), and all other paragraphs in order.

    Raises InputError where lists or quotes are nested too deeply to be read whole.
    """
    title, paragraphs = "", []
    tag = ""
    for token in _MARKDOWN.parse(text):
        if token.level >= MAX_NESTING - 1:
            raise InputError(
                f"{for_message(name)}: lists or quotes are nested too deeply; flatten them."
            )
        if token.type == "heading_open":
            tag = token.tag
        elif token.type == "heading_close":
            tag = ""
        block = strip_controls(_block_text(token))  # an entity may be any character
        if block and tag == "h1" and not title:
            title = " ".join(block.split())
        elif block:
            paragraphs.append(block)
    return title, paragraphs


def read_html(data: bytes, name: str) -> HtmlPage:
    """The article in an HTML page. Raises InputError where there is nothing to read."""
    # trafilatura takes half a second to import: only those who read a page pay for it.
    import trafilatura

    page = strip_controls(_decoded(data, name))
    if "<body" not in page.lower():
        page = f"<html><body>{page}</body></html>"  # trafilatura passes over bare fragments
    tree = trafilatura.load_html(page)
    language = _language(tree.get("lang") or "") if tree is not None else ""
    found = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, fast=len(page) > LARGE_PAGE
    )
    article = None if isinstance(found, dict) else found
    text = (article and article.text) or trafilatura.html2txt(page)
    paragraphs = tuple(stripped for line in text.split("\n") if (stripped := line.strip()))
    if not paragraphs:
        raise InputError(
            f"{for_message(name)} holds no text to read; paste the article's text instead."
        )
    return _with_metadata(paragraphs, language, article)


def _with_metadata(
    paragraphs: tuple[str, ...], language: str, article: "Document | None"
) -> HtmlPage:
    if article is None:
        return HtmlPage(paragraphs, language=language)
    title = stored_line(article.title or "")
    repeats = len(paragraphs) > 1 and paragraphs[0] == title
    return HtmlPage(
        paragraphs[1:] if repeats else paragraphs,
        title,
        outlet=stored_line(article.sitename or ""),
        published=_date(article.date),
        language=language,
        source=web_address(article.url or ""),
    )


def _block_text(token: Token) -> str:
    if token.type in {"fence", "code_block"}:
        return re.sub(r"\n\s*\n", "\n", token.content).strip("\n")
    if token.type == "inline":
        return re.sub(" {2,}", " ", "".join(_inline_text(token.children or []))).strip()
    return ""


def _inline_text(children: list[Token]) -> Iterator[str]:
    for child in children:
        if child.type in {"text", "code_inline"}:
            yield child.content
        elif child.type == "softbreak":
            yield " "
        elif child.type == "hardbreak":
            yield "\n"


def _decoded(data: bytes, name: str) -> str:
    """A page's text: UTF-8, or else what it declares in its head; never guessed."""
    if b"\0" in data:
        raise Unsupported(f"{for_message(name)} is a binary file or UTF-16; save it as UTF-8.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _META_CHARSET.search(data[:4096])
    text = decode_declared(data, declared[1].decode("ascii")) if declared else None
    if text is not None:
        return text
    raise Unsupported(
        f"{for_message(name)} is neither UTF-8 nor what it declares; save it as UTF-8."
    )


def _language(declared: str) -> str:
    code = declared.strip()[:2].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def _date(value: str | None) -> date | None:
    try:
        return parse_date(value, "the page")
    except InputError:
        return None
