"""Plain text for terminals: nothing an article says reaches one as a control sequence."""

import sys
import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def plain(text: str) -> str:
    """`text` on one line without control, bidi and other invisible characters."""
    spaced = " ".join(text.split())
    return "".join(c for c in spaced if unicodedata.category(c) not in _INVISIBLE)


def say(message: str) -> None:
    """One line on stderr, without control characters."""
    print(f"dateline: {plain(message)}", file=sys.stderr)
