"""The recogniser: article in, typed mentions out."""

import hashlib
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from geo.errors import InputError, ModelError
from geo.model.article import Article
from geo.model.mentions import Field, Mention
from geo.model.places import PlaceKind
from geo.recognition import components
from geo.recognition.facilities import is_facility
from geo.recognition.mention_spans import Spot, spot
from geo.recognition.mention_types import type_probabilities
from geo.recognition.network.text_pieces import pieces
from geo.recognition.sentences import Sentences
from geo.recognition.type_choice import allowed_inside, allowed_types, by_head_noun, choose
from geo.settings import Settings

MODEL = Path(str(files("geo.recognition"))) / "model"
BATCH, CHARACTERS = 32, 100_000
"""Pieces read at once, and characters of all of them: bounds the memory a long article takes."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a field, read on its own; `offset` is where in the field it begins."""

    article: int
    field: Field
    offset: int
    text: str

    @property
    def end(self) -> int:
        return self.offset + len(self.text)


class Recogniser:
    """Finds the place names of articles and says how each is meant. Thread-safe."""

    def __init__(self, own: Language, other: Language | None = None) -> None:
        """Types come from `own`, the pipeline that ships; names too, or from `other`."""
        self._own = own
        self._other = other
        # spaCy's vocabulary and its layers keep state that threads would share
        self._lock = threading.Lock()

    @classmethod
    def load(cls, settings: Settings) -> "Recogniser":
        """Load the pipeline that ships and, for the names, the one named in `settings.model`.

        Raises ModelError where it cannot be loaded or has no component that finds names.
        """
        found = cls(_loaded(MODEL), _loaded(settings.model) if settings.model else None)
        assert found.fingerprint  # noqa: S101 - read now: the files may be gone later
        return found

    @cached_property
    def fingerprint(self) -> str:
        """A name of the pipelines' files: another model has another."""
        digest = hashlib.sha256()
        for pipeline in filter(None, (self._own, self._other)):
            for path in sorted(p for p in pipeline.path.rglob("*") if p.is_file()):
                digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

    def recognise(self, articles: Sequence[Article]) -> Iterator[tuple[Mention, ...]]:
        """One tuple of mentions per article, in the order of the articles.

        Title mentions first, then those of the text; by start, outer before inner.
        """
        found: list[list[Mention]] = [[] for _ in articles]
        for index, mentions in self.recognise_by_piece(articles):
            found[index] += mentions
        return map(tuple, found)

    def recognise_by_piece(
        self, articles: Sequence[Article]
    ) -> Iterator[tuple[int, list[Mention]]]:
        """The same a piece at a time, while it is read: which article, and the piece's mentions."""
        before = [0] * len(articles)
        for batch in _batches(articles):
            with self._lock:
                docs = list(self._own.pipe(piece.text for piece in batch))
                named = docs if self._other is None else _read_by(self._other, batch)
            for piece, doc, names in zip(batch, docs, named, strict=True):
                mentions = list(_typed(piece, doc, spot(names), before[piece.article]))
                before[piece.article] += len(mentions)
                yield piece.article, mentions

    def type_spans(self, article: Article, spans: Sequence[Span]) -> tuple[Mention, ...]:
        """Type exactly the given spans of the text, in the order given.

        Spans are code points, end exclusive, and need not fall on word bounds. Raises
        InputError where one is empty or lies outside the text.
        """
        _check(article, spans)
        names = [article.text[start:end] for start, end in spans]
        insides = _insides(spans)
        typed: dict[int, Mention] = {}
        for piece in _cut(0, replace(article, title=""), blank=True):
            here = [i for i, span in enumerate(spans) if piece.offset <= span[0] < piece.end]
            if not here:
                continue
            places: dict[int | None, int] = {i: place for place, i in enumerate(here)}
            # a span that runs past its piece is read up to the piece's end
            spots = [
                Spot(
                    spans[i][0] - piece.offset,
                    min(spans[i][1], piece.end) - piece.offset,
                    is_facility(names[i]),
                    places.get(insides[i]),
                )
                for i in here
            ]
            with self._lock:
                doc = self._own(piece.text)
            typed.update(zip(here, _typed(piece, doc, spots, 0), strict=True))
        return tuple(
            replace(typed[i], end=spans[i][1], text=names[i], inside=insides[i])
            for i in range(len(spans))
        )


def _typed(piece: _Piece, doc: Doc, spots: Sequence[Spot], before: int) -> Iterator[Mention]:
    """Mentions of one piece; `before` is how many the article has already."""
    sentences, whole = Sentences(doc), doc.text
    probabilities = type_probabilities(doc, [(s.start, s.end) for s in spots])
    for one, shares in zip(spots, probabilities, strict=True):
        text = whole[one.start : one.end]
        if one.inside is None:
            allowed = allowed_types(whole, one.start, one.end, facility=one.facility)
            kind, share = choose(by_head_noun(shares, whole, one.end), allowed)
        else:
            kind, share = choose(shares, allowed_inside(spots[one.inside].facility))
        sentence = sentences.around(one.start)
        yield Mention(
            field=piece.field,
            start=piece.offset + one.start,
            end=piece.offset + one.end,
            text=text,
            type=kind,
            sentence=(piece.offset + sentence[0], piece.offset + max(sentence[1], one.end)),
            inside=None if one.inside is None else before + one.inside,
            kind_hint=PlaceKind.FACILITY if one.facility else None,
            type_probability=share,
        )


def _read_by(other: Language, batch: Sequence[_Piece]) -> list[Doc]:
    """What a pipeline that is not ours makes of pieces. Raises ModelError where it is no good."""
    texts = [piece.text for piece in batch]
    try:
        docs = list(islice(other.pipe(texts), len(texts) + 1))
        if [doc.text for doc in docs] == texts:
            return docs
        reason = "it gave back other texts than it was given"
    except Exception as error:  # noqa: BLE001 - it is somebody else's program
        reason = type(error).__name__
    raise ModelError(
        f"The spaCy pipeline of DATELINE_MODEL failed ({reason}): name another, or none."
    )


def _batches(articles: Sequence[Article]) -> Iterator[list[_Piece]]:
    batch: list[_Piece] = []
    length = 0
    for piece in (piece for i, article in enumerate(articles) for piece in _cut(i, article)):
        if len(batch) == BATCH or (batch and length + len(piece.text) > CHARACTERS):
            yield batch
            batch, length = [], 0
        batch.append(piece)
        length += len(piece.text)
    if batch:
        yield batch


def _cut(index: int, article: Article, *, blank: bool = False) -> Iterator[_Piece]:
    fields: tuple[tuple[Field, str], ...] = (("title", article.title), ("text", article.text))
    for field, content in fields:
        for offset, text in pieces(content):
            if blank or text.strip():
                yield _Piece(index, field, offset, text)


def _check(article: Article, spans: Sequence[Span]) -> None:
    for start, end in spans:
        if not 0 <= start < end <= len(article.text):
            raise InputError(
                f"Span [{start}, {end}] of article {article.id!r} is empty or lies outside its "
                f"text of {len(article.text)} code points; give start and end within it."
            )


def _insides(spans: Sequence[Span]) -> list[int | None]:
    """For each span the index of the longest span around it: nesting goes one level."""
    order = sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i))
    insides: list[int | None] = [None] * len(spans)
    outer: int | None = None
    for i in order:
        if outer is not None and spans[i][1] <= spans[outer][1] and spans[i] != spans[outer]:
            insides[i] = outer
        elif outer is None or spans[i] != spans[outer]:
            outer = i
    return insides


def _loaded(model: str | Path) -> Language:
    shipped = model == MODEL
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, KeyError, TypeError, ImportError) as error:
        raise _no_good(model, "cannot be loaded", shipped=shipped) from error
    if not components.finds_names(nlp):
        raise _no_good(model, "has no component that finds names", shipped=shipped)
    return nlp


def _no_good(model: str | Path, what: str, *, shipped: bool) -> ModelError:
    if shipped:
        return ModelError(
            f"The recognition model {what}: install dateline again, its files are incomplete."
        )
    return ModelError(
        f"The spaCy pipeline {model!r} {what}: set DATELINE_MODEL to one that is installed.",
        for_readers=f"The spaCy pipeline of DATELINE_MODEL {what}: tell its administrator.",
    )
