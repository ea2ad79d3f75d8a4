"""Plain text for terminals: nothing an article says reaches one as a control sequence."""

import sys

from geo.text.cleaning import one_line


def for_terminal(text: str) -> str:
    """`text` on one line without control, bidi and other invisible characters."""
    return one_line(text)


def say(message: str) -> None:
    """One line on stderr, without control characters."""
    print(f"dateline: {for_terminal(message)}", file=sys.stderr)
