"""Text that others wrote, made safe to show: the one place that knows which characters nobody sees.

Invisible are the characters of Unicode's categories C: control characters (Cc), format characters
(Cf: marks of text direction, zero-width spaces and joiners, soft hyphens, tags), lone surrogates
(Cs), private use (Co) and unassigned ones (Cn). Tab and line feed are control characters too, and
stay. They would let a name rearrange the sentence it stands in, look like another name, or tell a
terminal what to do.

What is shown goes through `strip_invisible` or `one_line`, or through an escaper that does so and
is named for where it goes:

    for_message             one-line messages    (here)
    for_html, for_markdown  the page             dashboard.wording.escaping
    for_map                 Folium               dashboard.map.layers.gate
    for_terminal            the command line     dashboard.commands.terminal.plain_text
    for_spreadsheet         CSV, which is data   geo.exports.spreadsheet

What is stored goes through `strip_controls` or `stored_line` only: mentions are counted in it by
the character, and exports give it back as it was.
"""

import re
import unicodedata
from collections.abc import Callable

LONGEST_IN_MESSAGE = 80
"""Characters of a name or an address that a message shows."""

LOOKED_AT = 20
"""Of what is cut to a length, so many times the length is looked at: names may have megabytes."""

LINE_SEPARATORS = "\u2028\u2029"
"""Unicode's own line ends: white space that is seen, where it is not taken for a line end."""

_STAY = frozenset("\t\n")
_INSIDE_WORDS = frozenset("\u00ad\u200c\u200d")
"""Soft hyphens and joiners: invisible, and part of the word that they stand in."""
_ODD = re.compile(r"[^\n -~]+")
"""All that is not printable ASCII: invisible characters are looked for only there."""
_LINE_END = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def is_invisible(character: str) -> bool:
    """Whether nobody sees it, or sees only what it does to others. White space is seen."""
    return (
        not character.isprintable()
        and character not in _STAY
        and unicodedata.category(character)[0] == "C"
    )


def is_format(character: str) -> bool:
    """Whether it is one of Unicode's format characters, such as marks of text direction."""
    return unicodedata.category(character) == "Cf"


def replace_invisible(text: str, replacement: Callable[[str], str]) -> str:
    """The text with every invisible character replaced by what `replacement` makes of it."""
    if text.isprintable():
        return text
    return _ODD.sub(
        lambda run: "".join(replacement(c) if is_invisible(c) else c for c in run[0]), text
    )


def strip_invisible(text: str) -> str:
    """The text without invisible characters; its white space and lines stay as they are."""
    return replace_invisible(text, lambda _: "")


def one_line(text: str, limit: int | None = None, *, ending: str = "…") -> str:
    """The text on one line without invisible characters, cut to `limit` characters.

    White space becomes single spaces. What is cut ends in `ending`, which counts.
    """
    seen = text if limit is None else text[: LOOKED_AT * limit]
    if not seen.isprintable():
        seen = "".join(c for c in seen if c.isspace() or not is_invisible(c))
    line = " ".join(seen.split())
    if limit is None or len(line) <= limit:
        return line
    return line[: limit - len(ending)].rstrip() + ending


def for_message(name: str) -> str:
    """A name, an address or a title as a one-line message shows it: 80 characters at most.

    What is longer is cut in its middle: a path ends in the file's name, an address in the page's.
    """
    begins = one_line(name, LONGEST_IN_MESSAGE, ending="")
    whole = one_line(name, LONGEST_IN_MESSAGE + 1, ending="")
    if whole == begins:
        return whole
    end = one_line(name[-LOOKED_AT * LONGEST_IN_MESSAGE :])
    half = LONGEST_IN_MESSAGE // 2
    return f"{begins[: half - 1].rstrip()}…{end[-half:].lstrip()}"


def strip_controls(text: str) -> str:
    """Text as it is stored: \\n line ends, no other control characters than tabs, no surrogates."""
    return _CONTROL.sub("", _LINE_END.sub("\n", text))


def is_storable(text: str) -> bool:
    """Whether it can be stored at all: NUL and lone surrogates have no place in UTF-8 text."""
    return "\0" not in text and text == text.encode(errors="ignore").decode()


def stored_line(text: str, limit: int | None = None) -> str:
    """A title or name as it is stored: on one line, and cut to `limit` characters."""
    looked_at = text if limit is None else text[: LOOKED_AT * limit]
    return " ".join(strip_controls(looked_at).split())[:limit].rstrip()


def blank_invisible(text: str) -> str:
    """The text, as long as it was, with spaces for control and format characters.

    Soft hyphens and joiners stay: they stand inside words. So do characters of private use, and
    those that this version of Python does not know, which others may see.
    """
    if text.isprintable():
        return text
    return _ODD.sub(lambda run: "".join(" " if _is_blank(c) else c for c in run[0]), text)


def _is_blank(character: str) -> bool:
    return (
        is_invisible(character)
        and character not in _INSIDE_WORDS
        and unicodedata.category(character) in {"Cc", "Cf"}
    )
