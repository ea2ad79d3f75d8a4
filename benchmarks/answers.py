"""What Dateline answers for annotated names: spans given, or read end to end.

With a folder of folds each document is read by the recogniser and the resolver that were
trained without it; without one, by what ships, which has seen the documents.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scoring import bounds, compare
from geo.gazetteer import Gazetteer
from geo.model.article import Article
from geo.model.mentions import Mention
from geo.model.places import Resolution
from geo.recognition import Recogniser
from geo.resolution import Outlets, begin, finish
from geo.resolution.ranker import DEFAULT, Scorer, read_scorer
from geo.resolution.resolver import FirstPass
from training.config import read_plan
from training.corpora import FOLDED, GoldDocument, GoldSpan, read
from training.gold_places import GoldKind, Judge, is_right, is_same, kilometres


@dataclass(frozen=True, slots=True)
class Answer:
    """One gold span with coordinates and what became of it.

    `resolution` is None where the name was not recognised. `rank` is that of the first right
    place (areas counted) among the gazetteer's `candidates` of the name, from 0, None where
    there is none.
    """

    document: GoldDocument
    gold: GoldSpan
    kind: GoldKind
    resolution: Resolution | None
    right: bool = False
    right_area: bool = False
    same: bool = False
    km: float | None = None
    rank: int | None = None
    candidates: int = 0

    @property
    def placed(self) -> bool:
        """Whether it was given a place."""
        return self.resolution is not None and self.resolution.place is not None


@dataclass(frozen=True, slots=True)
class Read:
    """One document's answers; `spurious` names were given a place and are no place names.

    Seconds are those of recognition and of resolution, 0 where the spans were given.
    """

    document: GoldDocument
    answers: tuple[Answer, ...]
    spurious: int = 0
    recognising: float = 0.0
    resolving: float = 0.0


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads the documents of one fold."""

    recogniser: Recogniser
    scorer: Scorer


def scorer_of(folder: Path | None, fold: int) -> Scorer:
    """The resolver's coefficients of a fold: fold-N/resolution.json, or those that ship."""
    path = folder / f"fold-{fold}" / "resolution.json" if folder else None
    return read_scorer(path) if path and path.exists() else DEFAULT


def documents(corpus: str, corpora: Path, *, folds: bool) -> list[GoldDocument]:
    """Those of a corpus that can be measured: with folds, those a fold has not seen."""
    trained = {plan.name for plan in read_plan().corpora} - FOLDED
    return [d for d in read(corpus, corpora) if not folds or corpus not in trained or d.held_out]


def spans_given(
    documents: Sequence[GoldDocument],
    readers: dict[int, Reader],
    gazetteer: Gazetteer,
    judge: Judge,
    outlets: Outlets | None = None,
) -> Iterator[Read]:
    """Type and resolve exactly the spans that have coordinates.

    With `outlets`, each document's outlet is known, and what its other documents are about
    (their texts; nobody's gold); without, none is.
    """

    def given(document: GoldDocument, article: Article) -> tuple[Mention, ...]:
        spans = [(g.start, g.end) for g in document.located]
        return readers[document.fold].recogniser.type_spans(article, spans)

    for document, pass_ in _in_two_passes(documents, readers, gazetteer, given, outlets):
        pairs = zip(document.located, pass_.resolutions, strict=True)
        yield Read(document, tuple(answer(document, g, r, judge) for g, r in pairs))


def end_to_end(
    documents: Sequence[GoldDocument],
    readers: dict[int, Reader],
    gazetteer: Gazetteer,
    judge: Judge,
    outlets: Outlets | None = None,
) -> Iterator[Read]:
    """Read whole documents; a name counts as recognised when its span is exact.

    `outlets` as in `spans_given`.
    """

    def recognised(document: GoldDocument, article: Article) -> tuple[Mention, ...]:
        return next(readers[document.fold].recogniser.recognise([article]))

    for document, pass_ in _in_two_passes(documents, readers, gazetteer, recognised, outlets):
        pairs = zip(pass_.mentions, pass_.resolutions, strict=True)
        found = {(m.start, m.end): r for m, r in pairs}
        yield Read(
            document,
            tuple(answer(document, g, found.get(bounds(g)), judge) for g in document.located),
            spurious(document, pass_.mentions, pass_.resolutions),
            pass_.recognising,
            pass_.resolving,
        )


@dataclass(frozen=True, slots=True)
class _Resolved:
    mentions: tuple[Mention, ...]
    resolutions: tuple[Resolution, ...]
    recognising: float
    resolving: float


def _in_two_passes(
    documents: Sequence[GoldDocument],
    readers: dict[int, Reader],
    gazetteer: Gazetteer,
    mentions_of: Callable[[GoldDocument, Article], tuple[Mention, ...]],
    outlets: Outlets | None,
) -> Iterator[tuple[GoldDocument, _Resolved]]:
    """Each document resolved, all of them begun first: that is what outlets learn from."""
    begun = []
    for document in documents:
        article, began = _article(document, outlets), time.perf_counter()
        mentions = mentions_of(document, article)
        recognised = time.perf_counter()
        first = _begin(article, mentions, gazetteer, readers[document.fold], outlets)
        begun.append((first, recognised - began, time.perf_counter() - recognised))
    for document, (first, recognising, beginning) in zip(documents, begun, strict=True):
        began = time.perf_counter()
        resolutions = _finish(first, outlets)
        resolving = beginning + time.perf_counter() - began
        yield document, _Resolved(first.mentions, resolutions, recognising, resolving)


def _begin(
    article: Article,
    mentions: tuple[Mention, ...],
    gazetteer: Gazetteer,
    reader: Reader,
    outlets: Outlets | None,
) -> FirstPass:
    first = begin(article, mentions, gazetteer, reader.scorer)
    if outlets is not None:
        outlets.add(article, first.coverage())
    return first


def _finish(first: FirstPass, outlets: Outlets | None) -> tuple[Resolution, ...]:
    return finish(first, outlets.home(first.article) if outlets else None)[0]


def spurious(
    document: GoldDocument, mentions: Sequence[Mention], resolutions: Sequence[Resolution]
) -> int:
    """How many names that are none were given a place; recognition's rules say which are none."""
    wrong = compare(document, ((m.start, m.end) for m in mentions)).wrong
    pairs = zip(mentions, resolutions, strict=True)
    return sum((m.start, m.end) in wrong and r.place is not None for m, r in pairs)


def answer(
    document: GoldDocument,
    gold: GoldSpan,
    resolution: Resolution | None,
    judge: Judge,
) -> Answer:
    """Judge what one gold span was resolved to."""
    candidates = judge.candidates(gold)
    ranks = (i for i, c in enumerate(candidates) if judge.is_right_area(c.place, gold))
    kind, rank = judge.kind(gold), next(ranks, None)
    place = resolution.place if resolution else None
    if place is None:
        return Answer(document, gold, kind, resolution, rank=rank, candidates=len(candidates))
    return Answer(
        document, gold, kind, resolution, is_right(place, gold), judge.is_right_area(place, gold),
        is_same(place, gold), kilometres(place, gold), rank, len(candidates),
    )  # fmt: skip


def _article(document: GoldDocument, outlets: Outlets | None) -> Article:
    outlet = "" if outlets is None else document.outlet
    return Article(document.id, document.text, outlet=outlet)
