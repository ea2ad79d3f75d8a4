"""spaCy pipelines as DATELINE_MODEL may name them: what each gives back for a text."""

from collections.abc import Callable

from hostile.rows import Row
from spacy.language import Language
from spacy.tokens import Doc, Span

Read = Callable[[Language, str], object]
_OTHER = "gave back other texts"
_NAMED = "The spaCy pipeline of DATELINE_MODEL failed"


def spans(pairs: Callable[[Doc], list[tuple[int, int]]], group: str = "toponyms") -> Read:
    """Reads a text as it should, and marks these stretches of tokens as names."""

    def read(nlp: Language, text: str) -> Doc:
        doc = nlp.make_doc(text)
        doc.spans[group] = [Span(doc, start, end, label="GPE") for start, end in pairs(doc)]
        return doc

    return read


def fails(_: Language, text: str) -> Doc:
    raise RuntimeError(f"<script>{text}")


def raises_interrupt_like(_: Language, text: str) -> Doc:
    raise MemoryError(text)


ROWS = [
    Row("no names", spans(lambda _: [])),
    Row("empty names", spans(lambda doc: [(0, 0), (len(doc), len(doc))])),
    Row("everything is one name", spans(lambda doc: [(0, len(doc))])),
    Row("every token is a name", spans(lambda doc: [(i, i + 1) for i in range(len(doc))])),
    Row("every stretch is a name", spans(
        lambda doc: [(i, j) for i in range(len(doc)) for j in range(i + 1, len(doc) + 1)])),
    Row("100,000 times the same name", spans(lambda _: [(0, 1)] * 100_000)),
    Row("names in another group", spans(lambda doc: [(0, len(doc))], group="sc")),
    Row("names backwards", spans(lambda doc: [(i, i + 1) for i in reversed(range(len(doc)))])),
    Row("a longer text", lambda nlp, text: nlp.make_doc("Paris " * 99 + text), _OTHER),
    Row("a shorter text", lambda nlp, text: nlp.make_doc(text[:3]), _OTHER),
    Row("no text", lambda nlp, _: nlp.make_doc(""), _OTHER),
    Row("capitals", lambda nlp, text: nlp.make_doc(text.upper()), _OTHER),
    Row("nothing", lambda *_: None, _NAMED),
    Row("a text and no document", lambda _, text: text, _NAMED),
    Row("a failure", fails, "(RuntimeError)"),
    Row("no memory", raises_interrupt_like, "(MemoryError)"),
]  # fmt: skip
"""`given` reads one text."""
COUNTS = [
    Row("none of them", 0, _OTHER),
    Row("one too few", -1, _OTHER),
    Row("one too many", 1, _OTHER),
    Row("without end", 10**9, _OTHER),
]
"""`given` is how many documents come back, more or fewer than texts went in."""
