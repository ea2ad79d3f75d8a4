"""Counting what was found against what is annotated: strict spans, and mention types.

A span is found when both ends agree ("the" and a possessive 's aside). A mention nested in, or
around, one that is annotated is no error: the corpora annotate one of the two at will.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, stdev

from geo.model.mentions import MentionType
from geo.recognition.closed_classes import is_person_or_adjective
from training.corpora import GWN_TYPES, GoldDocument, GoldSpan

Bounds = tuple[int, int]
Pair = tuple[MentionType, MentionType]
"""Annotated type, given type."""

T_95 = {4: 2.776}
"""Student's t for a 95% interval, by degrees of freedom (five folds have four)."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One document: annotated spans, those found, and those of the found that are wrong."""

    gold: frozenset[Bounds]
    hit: frozenset[Bounds]
    wrong: frozenset[Bounds]

    @property
    def counts(self) -> Counter[str]:
        return Counter(gold=len(self.gold), hit=len(self.hit), wrong=len(self.wrong))


def compare(document: GoldDocument, found: Iterable[Bounds]) -> Compared:
    """Match the spans found in a document with those annotated."""
    gold = frozenset(map(bounds, filter(counts_as_place, document.toponyms)))
    given = frozenset(found)
    hit = gold & given
    # a name in an organisation's name may be a mention that a NER corpus has no mark for, and a
    # nationality one that its mark does not tell from a faith
    aside = {bounds(e) for e in document.entities if e.type not in {"Location", "Person"}}
    wrong = {
        span for span in given - hit
        if not any(nested(span, other) for other in gold)
        and not any(nested(span, other) or span == other for other in aside)
    }  # fmt: skip
    return Compared(gold, hit, frozenset(wrong))


def counts_as_place(gold: GoldSpan) -> bool:
    """Whether an annotation is a mention; NER sets call religions NORP too."""
    if gold.type == "NORP":
        return is_person_or_adjective(gold.surface)
    return gold.type not in {"Homonym", "Facility"}


def bounds(gold: GoldSpan) -> Bounds:
    """The annotated span without "the " before it and 's after it."""
    start = gold.start + 4 * gold.surface.lower().startswith("the ")
    return start, gold.end - 2 * gold.surface.endswith(("'s", "’s"))


def nested(one: Bounds, other: Bounds) -> bool:
    """Whether one span lies in the other, and they are not the same."""
    return one != other and (
        (one[0] >= other[0] and one[1] <= other[1]) or (other[0] >= one[0] and other[1] <= one[1])
    )


@dataclass(frozen=True, slots=True)
class Detection:
    """Precision, recall and F1 with their denominators."""

    counts: Counter[str]

    @property
    def precision(self) -> float:
        return _share(self.counts["hit"], self.counts["hit"] + self.counts["wrong"])

    @property
    def recall(self) -> float:
        return _share(self.counts["hit"], self.counts["gold"])

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        hit, gold, given = self.counts["hit"], self.counts["gold"], self.counts["wrong"]
        return (
            f"P {self.precision:.3f} ({hit}/{hit + given})  R {self.recall:.3f} ({hit}/{gold})"
            f"  F1 {self.f1:.3f}"
        )


def interval(values: Sequence[float]) -> str:
    """Mean and 95% confidence interval over folds."""
    if len(values) - 1 not in T_95:
        return ""
    half = T_95[len(values) - 1] * stdev(values) / math.sqrt(len(values))
    return f"{mean(values):.3f} ± {half:.3f}"


def type_f1(kind: MentionType, pairs: Iterable[Pair]) -> float:
    """F1 of one mention type on given spans."""
    counts = Counter((gold is kind, given is kind) for gold, given in pairs)
    right, total = counts[True, True], counts[True, False] + counts[False, True]
    return 2 * right / (2 * right + total) if right else 0.0


def typed_gold(document: GoldDocument) -> list[tuple[GoldSpan, MentionType]]:
    """The spans of a GeoWebNews document that are mentions, with their types."""
    return [(t, GWN_TYPES[t.type]) for t in document.toponyms if t.type in GWN_TYPES]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
