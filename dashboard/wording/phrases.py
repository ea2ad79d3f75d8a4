"""Names, counts, dates and languages in words."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import count
from textwrap import shorten

from geo.model.article import Article
from geo.text.cleaning import strip_invisible

_LANGUAGES = {
    "ar": "Arabic", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip

OPENING = 70
"""Characters of its text by which an article without a title is named."""


def name_of(article: Article) -> str:
    """The article's title; where it has none, its first words."""
    first_words = shorten(strip_invisible(article.text[:400]), OPENING, placeholder="…")
    return strip_invisible(article.title) or first_words or "Untitled"


def distinct_labels(names: Iterable[tuple[str, str]]) -> list[str]:
    """Names, each different from the others: those that are alike get the detail beside them,
    and where that is alike too a number.

    Streamlit knows a choice by its words, so that of two alike only one could be chosen.
    """
    pairs = list(names)
    often = Counter(name for name, _ in pairs)
    found: dict[str, None] = {}
    for name, detail in pairs:
        label = f"{name} · {detail}" if often[name] > 1 and detail else name
        numbered = (f"{label} ({n})" for n in count(2))
        found[label if label not in found else next(n for n in numbered if n not in found)] = None
    return list(found)


def language_name(code: str) -> str:
    """A language by its ISO 639-1 code."""
    return _LANGUAGES.get(code, f"another language ({strip_invisible(code)[:8]})")


def count_of(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 place`, `3 places`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def long_date(day: date) -> str:
    """A date as a citation writes it: `17 May 2024`."""
    return f"{day.day} {day:%B %Y}"
