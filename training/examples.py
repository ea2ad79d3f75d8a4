"""Documents to windows of words with gold, varied anew each time they are read."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from geo.recognition.known_names import KnownNames
from geo.recognition.network.features import Words
from geo.recognition.network.windows import blocks
from geo.recognition.network.wordpieces import WordPieces
from geo.recognition.sentences import first_words
from training.config import Variation
from training.corpora import GoldDocument
from training.schemes import Gold, Scheme
from training.swapping import Example, Swapper

LONGEST = 160
"""Pieces of one window at most."""

SHORTEST = 48
"""Pieces of the windows that stand for headlines and single sentences."""

STEP = 32
"""Windows are padded to multiples of so many pieces."""


@dataclass(frozen=True, slots=True)
class WindowExample:
    words: Words
    gold: Gold


def example(nlp: Language, scheme: Scheme, document: GoldDocument) -> Example:
    """Tokenise a document and bring its annotation to the scheme."""
    doc = nlp.make_doc(document.text)
    return Example(
        [t.text for t in doc],
        scheme.gold(document, doc),
        first_words(doc) if len(doc) else [],
    )


class Varied:
    """Makes the windows of an example, some in capitals, some with other places' names."""

    def __init__(
        self,
        pieces: WordPieces,
        known: KnownNames,
        towns: Sequence[list[str]],
        variation: Variation,
        rng: random.Random,
    ) -> None:
        """`towns` are the names put in the place of others, each as its words."""
        self._pieces, self._known = pieces, known
        self._swapper = Swapper(towns, known, rng)
        self._variation, self._rng = variation, rng

    def windows(self, one: Example) -> Iterator[WindowExample]:
        if not one.words:
            return
        rng = self._rng
        if rng.random() < self._variation.swaps:
            one = self._swapper.swapped(one)
        sizes = [len(self._pieces.of(w)) for w in one.words]
        head = rng.randint(LONGEST // 4, LONGEST)
        most = rng.choice((SHORTEST, LONGEST // 2, LONGEST))
        for first, last in blocks(sizes, one.sentences, most, head=min(head, most)):
            if any(sizes[first:last]):
                yield self._window(one, first, last)

    def _window(self, one: Example, first: int, last: int) -> WindowExample:
        words, rng = one.words[first:last], self._rng
        dice = rng.random()
        if dice < self._variation.capitals:
            words = [w.upper() for w in words]
        elif dice < self._variation.capitals + self._variation.lower:
            words = [w.lower() for w in words]
        labels = self._known.classes(words)
        if rng.random() < self._variation.forget:
            labels = [""] * len(labels)
        gold = Gold(
            one.gold.inner[first:last], one.gold.outer[first:last], one.gold.types[first:last]
        )
        return WindowExample(Words.read(words, labels, self._pieces), gold)


Source = tuple[Sequence[Example], float]
"""Examples, and how often an epoch reads each on average."""


class Stream:
    """All that a stage reads, epoch by epoch."""

    def __init__(self, sources: Sequence[Source], varied: Varied, rng: random.Random) -> None:
        self._sources, self._varied, self._rng = sources, varied, rng

    def epoch(self, most: int) -> list[list[WindowExample]]:
        """One epoch's batches of at most `most` padded pieces."""
        return batches(self._windows(), self._rng, most)

    def _windows(self) -> Iterator[WindowExample]:
        for examples, share in self._sources:
            for one in examples:
                for _ in range(int(share) + (self._rng.random() < share % 1)):
                    yield from self._varied.windows(one)


def batches(
    found: Iterable[WindowExample], rng: random.Random, most: int
) -> list[list[WindowExample]]:
    """Windows of like length together, at most `most` padded pieces a batch, in random order.

    Few different shapes: each new one costs the processor's matrix library time.
    """
    by_width: dict[int, list[WindowExample]] = {}
    for window in found:
        size = sum(map(len, window.words.pieces)) + 2
        by_width.setdefault(-(-size // STEP) * STEP, []).append(window)
    made: list[list[WindowExample]] = []
    for width, pool in sorted(by_width.items()):
        rng.shuffle(pool)
        count = max(most // width, 1)
        made += [pool[i : i + count] for i in range(0, len(pool), count)]
    rng.shuffle(made)
    return made
