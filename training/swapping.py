"""The same text with other places: names swapped for others of the same kind.

The corpora's names are mostly Western and few; a model that has seen many names relies on what
stands around them. A name is swapped for the same one throughout a document.
"""

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.recognition.known_names import KnownNames
from geo.recognition.network.tags import INNER
from training.schemes import OUTSIDE, Gold, outer_bit

TABLE = Path(__file__).with_name("site_names.csv")
PLACE = "{place}"

BEGIN, GO_ON = 1 << INNER.index("B"), 1 << INNER.index("I")
PLACE_BEGINS, SITE_BEGINS = outer_bit("B-PLACE"), outer_bit("B-FACILITY")
PERSON_BEGINS = outer_bit("B-PERSON")
SWAPPED = 0.6
"""Share of a document's names that are swapped, where it is one whose names are."""

NAMESAKES = 0.3
"""Share of the persons swapped who are called after a town."""

TOWNS = frozenset({"", "B-city", "B-town"})
"""Classes of known names that other towns' names can stand for; countries stay."""


@dataclass(frozen=True, slots=True)
class Example:
    """One document: its words, gold, and first words of its sentences."""

    words: list[str]
    gold: Gold
    sentences: list[int]


@dataclass(frozen=True, slots=True)
class _Name:
    """Words with their sets of right tags."""

    words: list[str]
    inner: list[int]
    outer: list[int]


class Swapper:
    """Swaps the names of towns and of sites, and calls some persons after towns."""

    def __init__(self, towns: Sequence[list[str]], known: KnownNames, rng: random.Random) -> None:
        """`towns` are the names put in the place of others, each as its words."""
        self._towns, self._known, self._rng = towns, known, rng
        with TABLE.open(encoding="utf-8", newline="") as lines:
            self._sites = [row["pattern"].split() for row in csv.DictReader(lines)]

    def swapped(self, one: Example) -> Example:
        """The document with some of its names changed; the gold goes with them."""
        chosen: dict[str, _Name | None] = {}
        new = Example([], Gold([], [], []), [])
        starts = set(one.sentences)
        i = 0
        while i < len(one.words):
            if i in starts:
                new.sentences.append(len(new.words))
            end = _site_end(one, i) or _town_end(one, i) or _person_end(one, i)
            name = " ".join(one.words[i:end])
            if end and name not in chosen:
                chosen[name] = self._other(one, i, end) if self._rng.random() < SWAPPED else None
            other = chosen.get(name) if end else None
            _append(new, other or _same(one, i), one.gold.types[i])
            i = end if other else i + 1
        return new

    def _other(self, one: Example, start: int, end: int) -> _Name | None:
        if _site_end(one, start):
            return self._site()
        if _person_end(one, start):
            return self._namesake(one, start, end)
        if self._known.classes(one.words[start:end])[0] not in TOWNS:
            return None
        words = self._rng.choice(self._towns)
        # where the outer head is told B, it is told I of what follows: the bit after B's
        begun = one.gold.outer[start]
        going_on = begun << 1 if begun == PLACE_BEGINS else begun
        rest = len(words) - 1
        return _Name(words, [BEGIN, *[GO_ON] * rest], [begun, *[going_on] * rest])

    def _namesake(self, one: Example, start: int, end: int) -> _Name | None:
        """A person one of whose names is a town's: "Paris Hilton"."""
        town = self._rng.choice(self._towns)
        if len(town) > 1 or self._rng.random() >= NAMESAKES:
            return None
        words = one.words[start:end]
        words[self._rng.randrange(len(words))] = town[0]
        return _Name(words, one.gold.inner[start:end], one.gold.outer[start:end])

    def _site(self) -> _Name:
        name = _Name([], [], [])
        for part in self._rng.choice(self._sites):
            words = self._rng.choice(self._towns) if part == PLACE else [part]
            inner = [BEGIN, *[GO_ON] * (len(words) - 1)] if part == PLACE else [OUTSIDE]
            name.words.extend(words)
            name.inner.extend(inner)
        name.outer.extend([SITE_BEGINS, *[SITE_BEGINS << 1] * (len(name.words) - 1)])
        return name


def _same(one: Example, i: int) -> _Name:
    return _Name([one.words[i]], [one.gold.inner[i]], [one.gold.outer[i]])


def _append(new: Example, name: _Name, kind: int) -> None:
    new.words.extend(name.words)
    new.gold.inner.extend(name.inner)
    new.gold.outer.extend(name.outer)
    new.gold.types.extend([kind] * len(name.words))


def _site_end(one: Example, i: int) -> int:
    """The word after the site's name that begins at word `i`, or 0."""
    return _end(one.gold.outer, i, SITE_BEGINS, SITE_BEGINS << 1)


def _person_end(one: Example, i: int) -> int:
    """The word after the person's name that begins at word `i`, or 0."""
    return _end(one.gold.outer, i, PERSON_BEGINS, PERSON_BEGINS << 1)


def _town_end(one: Example, i: int) -> int:
    """The word after the place name that begins at word `i`, or 0."""
    word = one.words[i]
    if not one.gold.outer[i] & PLACE_BEGINS or not word[:1].isupper() or word.isupper():
        return 0
    return _end(one.gold.inner, i, BEGIN, GO_ON)


def _end(bits: Sequence[int], i: int, begin: int, go_on: int) -> int:
    if bits[i] != begin:
        return 0
    end = i + 1
    while end < len(bits) and bits[end] == go_on:
        end += 1
    return end
