"""Words to the pieces the encoder knows, as BERT's uncased tokenizer cuts them.

The `tokenizers` library does the same, but brings a client for a model hub into a program
that promises to load nothing; a test compares the two.
Source: Devlin et al. 2019, and the basic and WordPiece tokenizers of its reference code.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

PADDING, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100
"""Code points; a longer word is unknown as a whole."""

_REMEMBERED = 50_000

# BERT counts every ASCII mark as punctuation, and every CJK ideograph as a word
_MARKS = r"!-/:-@\[-`{-~"
_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ceaf\U0002f800-\U0002fa1f"
_ALONE = re.compile(rf"[{_MARKS}{_IDEOGRAPHS}]")


class WordPieces:
    """A vocabulary of pieces; the ids of a word's pieces are remembered."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.padding, self.start, self.end = (self._ids[s] for s in (PADDING, START, END))
        self._unknown = self._ids[UNKNOWN]
        self.of = lru_cache(_REMEMBERED)(self._of)
        """Ids of one word's pieces; none for white space and controls alone."""

    @classmethod
    def load(cls, path: Path) -> "WordPieces":
        """Read a vocabulary of one piece a line, as BERT's `vocab.txt`."""
        return cls(path.read_text("utf-8").splitlines())

    def _of(self, word: str) -> tuple[int, ...]:
        return tuple(i for part in _parts(word) for i in self._cut(part))

    def _cut(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            end, prefix = len(part), "##" if start else ""
            while end > start and prefix + part[start:end] not in self._ids:
                end -= 1
            if end == start:
                return [self._unknown]
            found.append(self._ids[prefix + part[start:end]])
            start = end
        return found


def _parts(word: str) -> list[str]:
    """Lower case without accents, cut around marks and ideographs."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not _is_dropped(c))
    spaced = "".join(f" {c} " if _is_alone(c) else c for c in plain)
    return spaced.split()


def _is_dropped(char: str) -> bool:
    """Accents, controls, and the mark that stands for an unreadable character."""
    if char in "\t\n\r":
        return False
    return unicodedata.category(char) in {"Mn", "Cc", "Cf", "Co"} or char == "\ufffd"


def _is_alone(char: str) -> bool:
    return bool(_ALONE.match(char)) or unicodedata.category(char).startswith("P")
