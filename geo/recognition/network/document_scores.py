"""Reading a document with the network: windows in, scores for every word out."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from geo.recognition.network.features import Batch, Words, batch
from geo.recognition.network.tags import INNER, OUTER, TYPES
from geo.recognition.network.windows import Window, windows
from geo.recognition.network.wordpieces import WordPieces
from geo.recognition.sentences import first_words

Floats = NDArray[np.float32]
Network = Callable[[Batch], tuple[Floats, Floats, Floats]]
"""A batch of windows to the scores of the three heads, each (windows, longest, tags)."""

TOGETHER = 3
"""Windows read at once. All of one document: the quantised network scales its numbers by what
it reads at once, so that a batch of several documents would tie their answers together."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of each word: one row a token, one column a tag, before softmax."""

    inner: Floats
    outer: Floats
    types: Floats

    @classmethod
    def empty(cls, words: int) -> "Scores":
        """Scores of nothing but "no name", for words the encoder never sees."""
        return cls(*(_first_tag(words, len(tags)) for tags in (INNER, OUTER, TYPES)))


def _first_tag(words: int, tags: int) -> Floats:
    scores = np.zeros((words, tags), dtype=np.float32)
    scores[:, 0] = 10.0
    return scores


class Reader:
    """Reads documents, several batches of windows at a time."""

    def __init__(self, pieces: WordPieces, network: Network) -> None:
        self._pieces = pieces
        self._network = network

    def read(self, docs: Sequence[Doc], pool: Executor) -> Iterator[Scores]:
        """The scores of each document, in order; the same whatever is read beside it."""
        started = [self._start(doc, pool) for doc in docs]
        for doc, parts in zip(docs, started, strict=True):
            scores = Scores.empty(len(doc))
            for chosen, answer in parts:
                _fill(scores, chosen, answer.result())
            yield scores

    def _start(
        self, doc: Doc, pool: Executor
    ) -> list[tuple[list[Window], "Future[tuple[list[NDArray[np.int64]], tuple[Floats, ...]]]"]]:
        words = Words.read([t.text for t in doc], [t.lemma_ for t in doc], self._pieces)
        sizes = [len(word) for word in words.pieces]
        # windows of like length side by side need the least padding
        order = sorted(windows(sizes, first_words(doc)), key=lambda w: sum(sizes[w.first : w.last]))
        order = [w for w in order if any(sizes[w.start : w.end])]
        chunks = [order[i : i + TOGETHER] for i in range(0, len(order), TOGETHER)]
        return [(chunk, pool.submit(self._answer, words, chunk)) for chunk in chunks]

    def _answer(
        self, words: Words, chunk: Sequence[Window]
    ) -> tuple[list[NDArray[np.int64]], tuple[Floats, ...]]:
        laid = batch([words.part(w.first, w.last) for w in chunk], self._pieces)
        return laid.heads, self._network(laid)


def _fill(
    scores: Scores,
    chunk: Sequence[Window],
    answer: tuple[list[NDArray[np.int64]], tuple[Floats, ...]],
) -> None:
    heads, given = answer
    for i, window in enumerate(chunk):
        own = heads[i][window.start - window.first : window.end - window.first]
        seen = np.flatnonzero(own >= 0)
        for into, values in zip((scores.inner, scores.outer, scores.types), given, strict=True):
            into[window.start + seen] = values[i, own[seen]]
