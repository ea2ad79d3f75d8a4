"""What a document holds: its paragraphs, and which words are its title."""

import re
from dataclasses import dataclass

from geo.text.plaintext import TITLE_LENGTH, split_title

# What programs write where nobody gave a title: their own name, a file's name, "Document1".
_NO_TITLE = re.compile(
    r"(microsoft (word|powerpoint|office)\b.*|untitled\b.*|(document|slide|word)\s*\d*|"
    r".*\.(docx?|pdf|indd|qxd|odt|rtf|tex|dvi|html?|txt))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Contents:
    """`paragraphs` in reading order; `heading` is the index of the first that is one, or None.

    `metadata` is the title that the file's properties give, "" where there is none.
    """

    paragraphs: tuple[str, ...]
    metadata: str = ""
    heading: int | None = None

    def titled(self) -> tuple[str, str]:
        """The title and the text: what the properties say, else the first heading, else a
        short first line. What becomes the title is taken out of the text."""
        title = " ".join(self.metadata.split())[:TITLE_LENGTH]
        paragraphs = list(self.paragraphs)
        if _NO_TITLE.fullmatch(title) and self.heading is not None:
            title = ""
        if not title or _NO_TITLE.fullmatch(title):
            if self.heading is None or len(paragraphs) < 2:
                return split_title(paragraphs)
            return " ".join(paragraphs.pop(self.heading).split()), "\n\n".join(paragraphs)
        repeats = [i for i, p in enumerate(paragraphs[:3]) if _same(p, title)]
        if repeats and len(paragraphs) > 1:
            paragraphs.pop(repeats[0])
        return title, "\n\n".join(paragraphs)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == other.casefold()
