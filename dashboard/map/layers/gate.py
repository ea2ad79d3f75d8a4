"""The one gate through which text reaches the map or the one-file page.

Folium compiles what it is given as a Jinja template and as JavaScript; HTML pages run what
looks like markup. Text that has passed the gate holds no character that means anything to
any of them: it shows literally everywhere.
"""

import re

from geo.text.cleaning import one_line

MAX_CHARACTERS = 120
"""Longest name shown, in characters of the original."""

_ACTIVE = re.compile(r"""[&<>"'{}$`\\#%=]""")


def for_map(text: str, limit: int | None = MAX_CHARACTERS) -> str:
    """The text on one line, cut to `limit` characters, without invisible characters.

    Every active character is a decimal entity, as in `&#60;`.
    """
    return _ACTIVE.sub(lambda match: f"&#{ord(match.group())};", one_line(text, limit))
