"""Somebody else's pipeline: its names are names of the text, or it is said to fail."""

from collections.abc import Iterable, Iterator
from itertools import count, islice

import pytest
import spacy
from hostile.rows import Row
from hostile.rows.pipelines import COUNTS, ROWS
from spacy.language import Language

from geo.errors import ModelError
from geo.model.article import Article
from geo.recognition import Recogniser
from geo.recognition.recogniser import MODEL

ARTICLE = Article("a", "She flew from Harbin to Kharkov. It rained in Moscow.", "Rain in Harbin")


class Pipeline:
    """What a recogniser needs of a spaCy pipeline."""

    def __init__(self, row: Row) -> None:
        self._given, self._nlp = row.given, spacy.blank("en")

    def pipe(self, texts: Iterable[str]) -> Iterator[object]:
        if not isinstance(self._given, int):
            return (self._given(self._nlp, text) for text in texts)
        texts = list(texts)
        wanted = max(0, len(texts) + self._given) if self._given else 0
        return (self._nlp.make_doc(texts[n % len(texts)]) for n in islice(count(), wanted))


@pytest.fixture(scope="module")
def own() -> Language:
    return spacy.load(MODEL)


@pytest.mark.parametrize("row", [*ROWS, *COUNTS], ids=str)
def test_a_pipeline(row: Row, own: Language) -> None:
    recogniser = Recogniser(own, Pipeline(row))  # type: ignore[arg-type]
    if row.refused:
        with pytest.raises(ModelError) as caught:
            list(recogniser.recognise([ARTICLE]))
        assert row.refused in str(caught.value)
        assert "<script>" not in str(caught.value)
        return
    (mentions,) = recogniser.recognise([ARTICLE])
    for mention in mentions:
        field = ARTICLE.title if mention.field == "title" else ARTICLE.text
        assert field[mention.start : mention.end] == mention.text
        assert mention.sentence[0] <= mention.start < mention.end <= mention.sentence[1]
    outer = [(m.field, m.start, m.end) for m in mentions if m.inside is None]
    assert len(outer) == len(set(outer))
