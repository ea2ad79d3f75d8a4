"""Articles: what Dateline reads."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One article as plain text.

    `text` has paragraphs separated by blank lines. `source` is the http(s) address where
    it was published, `language` an ISO 639-1 code, `note` what a seed says of its facts.
    """

    id: str
    text: str
    title: str = ""
    outlet: str = ""
    published: date | None = None
    language: str = ""
    source: str = ""
    note: str = ""
