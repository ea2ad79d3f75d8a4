"""An article: plain text with what is known of it, and the hashes it is recognised by."""

import hashlib
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


PIECE = 100_000
"""Characters that are gone through at once: other threads have a turn between two pieces."""


def content_hash(article: Article) -> str:
    """SHA-256 of title and text, in hexadecimal: the same for one article, whatever its id."""
    content = f"{article.title}\n\n{article.text}".encode(errors="replace")
    return hashlib.sha256(content).hexdigest()


def fingerprint(article: Article) -> str:
    """A name of what an article says: the same for the same words, however they are set.

    Case, spaces, punctuation, and which of the words are the title do not count.
    """
    said = f"{article.title}\n{article.text}".casefold()
    digest, empty = hashlib.sha256(), hashlib.sha256().digest()
    for start in range(0, len(said), PIECE):
        letters = "".join(filter(str.isalnum, said[start : start + PIECE]))
        digest.update(letters.encode(errors="replace"))
    if digest.digest() == empty:
        digest.update(said.encode(errors="replace"))
    return digest.hexdigest()
