"""The list of known names: which words of a text are, as written, a city, a country, a people."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

LONGEST_NAME = 5
"""Most tokens of a name in the list."""


class KnownNames:
    """Writes the class of known names (country, city, adjective...) where the encoder reads it.

    The class of each token, such as `B-country`, goes into LEMMA: a slot of the token this
    pipeline has no other use for and that spaCy's embedding layer can read.
    """

    def __init__(self, names: dict[str, str] | None = None) -> None:
        self._take(names or {})

    def _take(self, names: dict[str, str]) -> None:
        self._names = names
        self._sorted = sorted(names)
        self._starts = {name.split(" ", 1)[0] for name in names}

    def __call__(self, doc: Doc) -> Doc:
        """Write the class of every known name's tokens."""
        for token, label in zip(doc, self.classes([t.text for t in doc]), strict=True):
            token.lemma_ = label
        return doc

    def classes(self, words: Sequence[str]) -> list[str]:
        """For each word the class of the known name it begins or goes on with: `B-city`."""
        spelled = [spelling(word) for word in words]
        found = [""] * len(spelled)
        for start, end, kind in self.find(spelled):
            found[start] = f"B-{kind}"
            found[start + 1 : end] = [f"I-{kind}"] * (end - start - 1)
        return found

    def begins(self, letters: str) -> bool:
        """Whether a name in the list begins with these letters."""
        at = bisect_left(self._sorted, letters)
        return at < len(self._sorted) and self._sorted[at].startswith(letters)

    def find(self, words: list[str]) -> Iterable[tuple[int, int, str]]:
        """The longest known names from left to right: first token, token after, class."""
        i = 0
        while i < len(words):
            length, kind = self._longest(words, i)
            if length:
                yield i, i + length, kind
            i += length or 1

    def _longest(self, words: list[str], start: int) -> tuple[int, str]:
        if words[start] not in self._starts:
            return 0, ""
        for length in range(min(LONGEST_NAME, len(words) - start), 0, -1):
            kind = self._names.get(" ".join(words[start : start + length]))
            if kind:
                return length, kind
        return 0, ""

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]] | None = None,
        *,
        nlp: Language | None = None,
        names: dict[str, str] | None = None,
    ) -> None:
        """Take the list of names from the training configuration; spaCy calls it."""
        del get_examples, nlp
        self._take(names or {})

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the list as JSON."""
        del exclude
        Path(path).write_text(json.dumps(self._names, ensure_ascii=False, sort_keys=True), "utf-8")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "KnownNames":
        """Read the list `to_disk` wrote."""
        del exclude
        self._take(json.loads(Path(path).read_text("utf-8")))
        return self


def spelling(word: str) -> str:
    """`HARBIN` and `Harbin` are one name; `US` and `us` are not."""
    return word.capitalize() if len(word) > 3 and word.isupper() else word
