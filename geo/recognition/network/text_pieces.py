"""Cutting a field into pieces the pipeline can read, whatever the field holds.

Every piece is a stretch of the field as long as the original, so that offsets hold.
"""

import re
from collections.abc import Iterator

PIECE = 20_000
"""Most code points read at once: bounds the memory a long article takes."""

LONGEST_WORD = 200
"""Longer runs without a space (data, one word of 5 MB) are no names and are blanked."""

_OVERLONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
# controls, zero-width and bidirectional marks, tags: invisible, and glued to the words around them
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\U000e0000-\U000e007f]"
)


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, piece); pieces end at a paragraph, a line or a space, in that order."""
    clean = _OVERLONG.sub(lambda run: " " * len(run[0]), _INVISIBLE.sub(" ", text))
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
