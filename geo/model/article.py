"""An article: plain text with what is known of it, and the hashes it is recognised by."""

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One article as plain text.

    Parameters
    ----------
    id
        Any text that identifies the article among others.
    text
        The body, its paragraphs separated by blank lines. Offsets of mentions count its code
        points.
    title
        The headline, or "". It is a field of its own, with its own offsets.
    outlet
        The publisher's name, or "".
    published
        The day it was published, or None.
    language
        An ISO 639-1 code, or "". Only English is parsed well.
    source
        The http(s) address where it was published, or "".
    note
        A seed article's remark on its facts, or "".

    Examples
    --------
    >>> from datetime import date
    >>> from geo import Article
    >>> article = Article("a", "It rained in Harbin.", "Rain", published=date(2024, 5, 17))
    >>> article.text[13:19]
    'Harbin'
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
