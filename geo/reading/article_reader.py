"""Articles: what Dateline reads, and how bytes, pasted text and records become one.

>>> article_from_text("Flood in Queensland\\n\\nThe river rose.").title
'Flood in Queensland'

Files and pasted text are cleaned (line ends, control characters; see `geo.text.plaintext`), so
offsets count in `Article.text`, not in the file. A record's text is kept as it is given,
because its sender counts in it. Nothing an article holds is ever executed.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from geo.documents import read_pdf
from geo.documents.markup import HtmlPage
from geo.errors import InputError, TooLarge, Unsupported
from geo.model.article import Article, content_hash
from geo.reading import read_docx, read_html, read_markdown
from geo.settings import Settings
from geo.text.cleaning import for_message, strip_controls
from geo.text.frontmatter import FrontMatter, parse_date, split_front_matter, web_address
from geo.text.language import guess_language
from geo.text.plaintext import decode, split_title, to_paragraphs

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm"})
TEXT = frozenset({".txt", ""})
DOCUMENTS = frozenset({".pdf", ".docx"})
READABLE = ".md, .txt, .html, .pdf or .docx"
READABLE_SUFFIXES = (MARKDOWN | HTML | TEXT | DOCUMENTS) - {""}
"""What the names of files that can be read end in."""


def read_article(data: bytes, *, name: str, settings: Settings, source: str = "") -> Article:
    """Read an article from a file's bytes.

    Parameters
    ----------
    data
        The file's content.
    name
        The file's name. Its extension gives the format (.md, .markdown, .txt, .html, .htm, .pdf,
        .docx); without an extension, the first bytes do.
    settings
        The limits on size and time.
    source
        The http(s) address of the bytes, if any; it goes before an address that they name.

    Returns
    -------
    Article
        Its id is a hash of its content.

    Raises
    ------
    TooLarge
        The file is larger than the settings allow.
    Unsupported
        Neither its type nor its encoding is readable.
    InputError
        It is empty or broken.

    Examples
    --------
    >>> from geo.settings import Settings
    >>> page = b"# Flood in Queensland\\n\\nThe river rose by *two* metres."
    >>> read_article(page, name="flood.md", settings=Settings()).text
    'The river rose by two metres.'
    """
    suffix = PurePosixPath(name).suffix.lower() or _suffix_of(data)
    _check_file_size(len(data), name, suffix, settings)
    if suffix in DOCUMENTS:
        article = _from_document(data, suffix, name, settings)
    elif suffix in MARKDOWN:
        article = _from_markdown(decode(data, name), name, settings)
    elif suffix in HTML:
        article = _from_html(read_html(data, name, seconds=settings.reading_seconds))
    elif suffix in TEXT:
        title, text = split_title(to_paragraphs(strip_controls(decode(data, name))))
        article = Article("", text, title)
    else:
        kind = for_message(suffix)
        raise Unsupported(
            f"{for_message(name)}: {kind} files are not read; give a {READABLE} file."
        )
    return _finished(replace(article, source=web_address(source) or article.source), name)


def most_bytes(name: str, settings: Settings) -> int:
    """The size, in bytes, from which on a file of this name is refused unread."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in DOCUMENTS:
        return settings.max_document_bytes
    # Without an extension it may turn out to be either.
    return max(settings.max_article_bytes, 0 if suffix else settings.max_document_bytes)


def article_from_text(
    text: str,
    *,
    title: str = "",
    outlet: str = "",
    source: str = "",
    settings: Settings | None = None,
) -> Article:
    """Make an article from pasted text.

    Parameters
    ----------
    text
        The text. Line ends and control characters are cleaned.
    title
        The headline; by default a short first line of the text.
    outlet
        The publisher's name.
    source
        The http(s) address where it was published.
    settings
        The limit on size (`max_article_bytes`); by default that of the environment.

    Returns
    -------
    Article
        Its id is a hash of its content.

    Raises
    ------
    TooLarge
        The text is larger than the settings allow.
    InputError
        Nothing is left to read.

    Examples
    --------
    >>> article_from_text("Flood in Queensland\\n\\nThe river rose.").title
    'Flood in Queensland'
    """
    name = "the pasted text"
    _check_size(len(text.encode(errors="replace")), name, settings or Settings())
    paragraphs = to_paragraphs(strip_controls(text))
    found, body = ("", "\n\n".join(paragraphs)) if title else split_title(paragraphs)
    title = " ".join(strip_controls(title).split()) or found
    return _finished(Article("", body, title, outlet, source=web_address(source)), name)


def article_from_record(
    record: Mapping[str, object], *, settings: Settings | None = None
) -> Article:
    """An article from one JSONL document {"id", "text", "title"?, "outlet"?, "published"?}.

    `text` and `title` are kept exactly as given, since offsets count in them; other keys
    are ignored. Raises InputError on a missing key or a value of the wrong type.
    """
    identifier = _string(record, "id", required=True)
    name = f"document {for_message(json.dumps(identifier))}"
    text = _string(record, "text", required=True)
    title = _string(record, "title")
    if not (text.strip() or title.strip()):
        raise InputError(f"{name}: the text is empty; give it some words.")
    _check_size(len(text.encode()) + len(title.encode()), name, settings or Settings())
    published = parse_date(record.get("published"), name)
    outlet = _string(record, "outlet")
    return Article(identifier, text, title, outlet, published, guess_language(text))


def _string(record: Mapping[str, object], key: str, *, required: bool = False) -> str:
    value = record.get(key)
    if value is None and not required:
        return ""
    if not isinstance(value, str) or (key == "id" and not value):
        problem = "is missing" if value is None else "must be a non-empty string"
        raise InputError(f'The document\'s "{key}" {problem}; give it as "{key}": "...".')
    try:
        value.encode()
    except UnicodeEncodeError:
        raise InputError(
            f'The document\'s "{key}" holds half of a surrogate pair; write it as whole characters.'
        ) from None
    return value


def _check_size(size: int, name: str, settings: Settings) -> None:
    limit = settings.max_article_bytes
    if size > limit:
        raise TooLarge(
            f"{for_message(name)}: {size:,} bytes is more than the {limit:,} that are read; "
            "give a shorter one or raise DATELINE_MAX_ARTICLE_BYTES."
        )


def _check_file_size(size: int, name: str, suffix: str, settings: Settings) -> None:
    if suffix not in DOCUMENTS:
        _check_size(size, name, settings)
    elif size > settings.max_document_bytes:
        raise TooLarge(
            f"{for_message(name)}: {size:,} bytes is more than the {settings.max_document_bytes:,} "
            "that are read; give a smaller one or raise DATELINE_MAX_DOCUMENT_BYTES."
        )


def _suffix_of(data: bytes) -> str:
    """The extension of bytes that came without a name that has one."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    return ".docx" if data.startswith(b"PK\x03\x04") else ""


def _from_document(data: bytes, suffix: str, name: str, settings: Settings) -> Article:
    if suffix == ".pdf":
        found = read_pdf(
            data,
            name,
            most_pages=settings.max_pdf_pages,
            most_bytes=settings.max_article_bytes,
            seconds=settings.pdf_seconds,
        )
    else:
        found = read_docx(
            data, name, limit=settings.max_document_bytes, seconds=settings.reading_seconds
        )
    title, text = found.titled()
    _check_size(len(text.encode()), name, settings)
    return Article("", text, title)


def _from_markdown(raw: str, name: str, settings: Settings) -> Article:
    front, rest = split_front_matter(strip_controls(raw), name)
    body = read_markdown(rest, name, seconds=settings.reading_seconds)
    heading, paragraphs = body.heading, body.paragraphs
    if title := front.title or heading:
        # A front-matter title does not lose the heading, unless both say the same.
        lead = [heading] if heading and heading != title else []
        return _with_front(front, title, "\n\n".join(lead + paragraphs))
    return _with_front(front, *split_title(paragraphs))


def _with_front(front: FrontMatter, title: str, text: str) -> Article:
    return Article(
        "", text, title, front.outlet, front.published, front.language, front.source, front.note
    )


def _from_html(page: HtmlPage) -> Article:
    text = "\n\n".join(page.paragraphs)
    return Article("", text, page.title, page.outlet, page.published, page.language, page.source)


def _finished(article: Article, name: str) -> Article:
    """The article with its id and language, once there is something in it to read."""
    if not article.text.strip():
        if not article.title:
            raise InputError(
                f"{for_message(name)} is empty; give an article with some words in it."
            )
        article = replace(article, text=article.title, title="")
    return replace(
        article,
        id="t" + content_hash(article)[:16],
        language=article.language or guess_language(article.text),
    )
