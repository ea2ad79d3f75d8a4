"""spaCy's DocBin: one Doc an article, its mentions as spans, for training and correcting."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from geo.exports.parse_result import DIGITS
from geo.model.article import Article
from geo.model.atlas import Atlas, Occurrence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, DocBin, Span

SPANS_KEY = "toponyms"
"""Key in `doc.spans` of all mentions, nested ones included; `doc.ents` has the outer ones."""

GAP = "\n\n"
"""Between title and text."""

# Words are cut at this length: the tokenizer's time grows with the square of a word's.
_LONG_RUN = re.compile(r"\S{400}")


def to_docbin(atlas: Atlas) -> bytes:
    """The bytes of a `.spacy` file; a blank English pipeline's vocabulary reads it.

    A span's label is the mention's type and its `kb_id_` the place's id ("" without a place).
    `doc.user_data` holds the article's facts, and `doc.spans["toponyms"].attrs` the places by
    id and, span by span, probability, field and offsets in that field.
    """
    # spaCy takes a second to import: only those who ask for its format pay for it.
    import spacy

    return _bin(atlas, spacy.blank("en")).to_bytes()


def _bin(atlas: Atlas, pipeline: "Language") -> "DocBin":
    from spacy.tokens import DocBin

    made = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True)
    by_article: dict[str, list[Occurrence]] = {}
    for occurrence in atlas.occurrences:
        by_article.setdefault(occurrence.article.id, []).append(occurrence)
    for group in by_article.values():
        made.add(_doc(group[0].article, group, pipeline))
    return made


def _doc(article: Article, occurrences: Sequence[Occurrence], pipeline: "Language") -> "Doc":
    from spacy.tokens import SpanGroup
    from spacy.util import filter_spans

    text = article.title + GAP + article.text if article.title else article.text
    at = {"title": 0, "text": len(text) - len(article.text)}
    bounds = [
        (at[o.mention.field] + o.mention.start, at[o.mention.field] + o.mention.end)
        for o in occurrences
    ]
    doc = _tokenised(text, bounds, pipeline)
    spans = [_span(doc, b, o) for b, o in zip(bounds, occurrences, strict=True)]
    doc.spans[SPANS_KEY] = SpanGroup(
        doc, name=SPANS_KEY, spans=spans, attrs=_attributes(occurrences)
    )
    doc.ents = filter_spans(spans)
    doc.user_data |= _facts(article) | {"text_starts_at": at["text"]}
    return doc


def _tokenised(text: str, bounds: Iterable[tuple[int, int]], pipeline: "Language") -> "Doc":
    """The text in the pipeline's tokens, cut further where a mention begins or ends."""
    from spacy.tokens import Doc

    cuts = {offset for bound in bounds for offset in bound}
    words: list[str] = []
    spaces: list[bool] = []
    for begin, end in pairwise([0, *(run.end() for run in _LONG_RUN.finditer(text)), len(text)]):
        # The tokenizer itself: `make_doc` refuses long texts, for parts not used here.
        for token in pipeline.tokenizer(text[begin:end]):
            parts = list(_parts(token.text, begin + token.idx, cuts))
            words += parts
            spaces += [False] * (len(parts) - 1) + [bool(token.whitespace_)]
    return Doc(pipeline.vocab, words=words, spaces=spaces)


def _parts(word: str, start: int, cuts: set[int]) -> Iterator[str]:
    inner = [i for i in range(1, len(word)) if start + i in cuts]
    for begin, end in pairwise([0, *inner, len(word)]):
        yield word[begin:end]


def _span(doc: "Doc", bound: tuple[int, int], occurrence: Occurrence) -> "Span":
    place, label = occurrence.place, occurrence.mention.type.value
    # Where a mention ends within the single space after a word, the whole word is taken. It
    # lies within the text, so there is always a span.
    span = doc.char_span(
        *bound, label=label, kb_id=place.id if place else "", alignment_mode="expand"
    )
    return cast("Span", span)


def _attributes(occurrences: Sequence[Occurrence]) -> dict[str, Any]:
    places = {o.place.id: o.place for o in occurrences if o.place}
    return {
        "places": {
            place.id: {
                "name": place.name,
                "kind": place.kind.value,
                "lat": place.lat,
                "lon": place.lon,
                "country_code": place.country_code,
                "geonameid": place.geonameid,
            }
            for place in places.values()
        },
        "mentions": [
            {
                "field": o.mention.field,
                "start": o.mention.start,
                "end": o.mention.end,
                "probability": round(o.resolution.probability, DIGITS),
                "status": o.resolution.status.value,
            }
            for o in occurrences
        ],
    }


def _facts(article: Article) -> dict[str, str]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else "",
        "source": article.source,
        "language": article.language,
    }
