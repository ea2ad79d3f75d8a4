"""Cutting a field into pieces the pipeline can read, whatever the field holds.

Every piece is a stretch of the field as long as the original, so that offsets hold.
"""

import re
from collections.abc import Iterator

from geo.text.cleaning import blank_invisible

PIECE = 20_000
"""Most code points read at once: bounds the memory a long article takes."""

LONGEST_WORD = 200
"""Longer runs without a space (data, one word of 5 MB) are no names and are blanked."""

_OVERLONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, piece); pieces end at a paragraph, a line or a space, in that order."""
    clean = _OVERLONG.sub(lambda run: " " * len(run[0]), blank_invisible(text))
    start = 0
    while start < len(clean):
        end = _end(clean, start)
        yield start, clean[start:end]
        start = end


def _end(text: str, start: int) -> int:
    limit = start + PIECE
    if limit >= len(text):
        return len(text)
    for separator in ("\n\n", "\n", ". ", " "):
        if (found := text.rfind(separator, start + PIECE // 2, limit)) >= 0:
            return found + len(separator)
    return limit
