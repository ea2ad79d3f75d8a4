"""From bytes to text, and from clean text (`geo.text.cleaning`) to paragraphs and a title.

A NUL byte means that a file is no text: it is refused.
"""

import codecs
import re

from geo.errors import Unsupported
from geo.text.cleaning import for_message

TITLE_LENGTH = 200
"""Longest first line, in characters, that is taken for a title."""

WRAPPED_LINE = (45, 100)
"""Shortest and longest line, in characters, of text wrapped by an editor."""

_NO_PAGES = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def decode(data: bytes, name: str) -> str:
    """Text of UTF-8 bytes, with or without a byte order mark; Unsupported for all else."""
    if b"\0" in data:
        raise Unsupported(f"{for_message(name)} is a binary file or UTF-16; save it as UTF-8 text.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unsupported(
            f"{for_message(name)} is not UTF-8 text (byte {error.start:,}); save it as UTF-8."
        ) from None


def decode_declared(data: bytes, charset: str) -> str | None:
    """Text of bytes in the encoding that a page or its server declares; None where it is not.

    Encodings that no page is written in are not tried: punycode takes the square of the time.
    """
    try:
        if codecs.lookup(charset).name in _NO_PAGES:
            return None
        return data.decode(charset)
    except (LookupError, ValueError):
        return None


def to_paragraphs(text: str) -> list[str]:
    """Paragraphs of clean plain text.

    Blank lines part paragraphs. So does every line end, except in a block of lines that an
    editor wrapped (all but the last between 45 and 100 characters): these are joined.
    """
    paragraphs: list[str] = []
    for block in _BLANK_LINES.split(text):
        lines = [stripped for line in block.split("\n") if (stripped := line.strip())]
        paragraphs += [" ".join(lines)] if _is_wrapped(lines) else lines
    return [paragraph for paragraph in paragraphs if paragraph]


def split_title(paragraphs: list[str]) -> tuple[str, str]:
    """The title and the text: a first line of up to 200 characters, if more follows."""
    if len(paragraphs) > 1 and len(paragraphs[0]) <= TITLE_LENGTH:
        return paragraphs[0], "\n\n".join(paragraphs[1:])
    return "", "\n\n".join(paragraphs)


def _is_wrapped(lines: list[str]) -> bool:
    shortest, longest = WRAPPED_LINE
    return len(lines) > 1 and all(shortest <= len(line) <= longest for line in lines[:-1])
