"""The one gate through which text reaches the map or the one-file page.

Folium compiles what it is given as a Jinja template and as JavaScript; HTML pages run what
looks like markup. Text that has passed the gate holds no character that means anything to
any of them: it shows literally everywhere.
"""

import re
import unicodedata

MAX_CHARACTERS = 120
"""Longest name shown, in characters of the original."""

_ACTIVE = re.compile(r"""[&<>"'{}$`\\#%=\u2028\u2029]""")


def clean(text: str, limit: int | None = MAX_CHARACTERS) -> str:
    """The text without characters that are not seen, cut to `limit` characters.

    Left out: controls, bidi marks and overrides, zero-width characters, lone surrogates and
    private use. White space becomes single spaces.
    """
    seen = "".join(c for c in text[: _reach(limit)] if c.isspace() or _is_seen(c))
    one_line = " ".join(seen.split())
    if limit is not None and len(one_line) > limit:
        return one_line[: limit - 1].rstrip() + "…"
    return one_line


def gate(text: str, limit: int | None = MAX_CHARACTERS) -> str:
    """The cleaned text with every active character as a decimal entity, as in `&#60;`."""
    return _ACTIVE.sub(lambda match: f"&#{ord(match.group())};", clean(text, limit))


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _reach(limit: int | None) -> int | None:
    # Names of many megabytes are cut before they are looked at one character at a time.
    return None if limit is None else 20 * limit
