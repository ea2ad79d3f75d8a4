"""Words the training must know apart, from words.csv: class by class.

`ambiguous`: adjectives and demonyms that mostly are something else, or part of a longer word.
`place`: last words of a place's own name ("Suffolk County"). `compass`: first words of one.
"""

import csv
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("words.csv")


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one class."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines) if row["class"] == kind)
