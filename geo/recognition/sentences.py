"""Sentence bounds, found by rule: a trained parser is not needed to quote a sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from geo.recognition.tables import rows

_END = frozenset(".!?…")
_CLOSING = frozenset("\"'”’»)]")
_NEVER_FIRST = frozenset("\"'”’»)],;:.!?…-–—")
# after "U.S." or "St." only a word like these tells that a new sentence has begun
_STARTERS = frozenset(row["word"] for row in rows("sentence_starters"))
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[ap]\.m\.")


def first_words(doc: Doc) -> list[int]:
    """Index of the first token of every sentence."""
    return [0, *_later_first_words(doc)]


def _later_first_words(doc: Doc) -> Iterator[int]:
    """The same but for the first, in one pass: ten thousand closing marks are looked at once."""
    # what a sentence may end with: the last token that is neither space nor a closing mark
    ending: Token | None = None
    for token in doc:
        if ending is not None and _starts_sentence(token, ending):
            yield token.i
        if ending is None or not (token.is_space or token.text in _CLOSING):
            ending = token


class Sentences:
    """The sentences of one document, as code-point bounds in it."""

    def __init__(self, doc: Doc) -> None:
        self._starts = [doc[i].idx if i else 0 for i in first_words(doc)]
        self._text = doc.text

    def around(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds `position`, without the space around it."""
        index = bisect_right(self._starts, position) - 1
        start = self._starts[index]
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._text)
        sentence = self._text[start:end]
        return start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())


def _starts_sentence(token: Token, ending: Token) -> bool:
    if token.is_space:
        return False
    if "\n" in token.nbor(-1).text:
        return True
    if ending.text and set(ending.text) <= _END:
        return not token.text[:1].islower() and token.text[:1] not in _NEVER_FIRST
    return bool(_ACRONYM.fullmatch(ending.text)) and token.text in _STARTERS
