"""How well place names are found and typed on held-out documents, and how fast.

    python -m benchmarks.recognition [--corpora ../shared/corpora]

Spans count as found only when both ends agree ("the" aside). A mention nested in, or around,
one that was found is no error: the corpora annotate one of the two at will.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.corpora import GWN_TYPES, GoldDocument, GoldSpan, corpora_folder, read
from geo.articles import Article
from geo.mentions import MentionType
from geo.recognition import Recogniser
from geo.recognition.closed_classes import is_person_or_adjective
from geo.settings import Settings

DETECTION = ("gwn", "lgl", "trnews", "worldwide_newswire")
METONYMY = ("conll_metonymy", "relocar", "semeval2007_metonymy")
Bounds = tuple[int, int]


def main() -> None:
    """Print every figure with its denominator."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=corpora_folder())
    folder = parser.parse_args().corpora
    recogniser = Recogniser.load(Settings())
    print("Detection, held-out documents, strict spans")
    for corpus in DETECTION:
        print_detection(recogniser, corpus, held_out(corpus, folder))
    print_types(recogniser, held_out("gwn", folder))
    for corpus in METONYMY:
        print_literal(recogniser, corpus, held_out(corpus, folder))


def held_out(corpus: str, folder: Path) -> list[GoldDocument]:
    """The documents of a corpus that nothing was trained on."""
    return [document for document in read(corpus, folder) if document.held_out]


def print_detection(recogniser: Recogniser, corpus: str, documents: Sequence[GoldDocument]) -> None:
    """Precision, recall, F1, and words a second."""
    began = time.perf_counter()
    found = list(recogniser.recognise([Article(d.id, d.text) for d in documents]))
    seconds = time.perf_counter() - began
    counts: Counter[str] = Counter()
    for document, mentions in zip(documents, found, strict=True):
        counts += score(document, {(m.start, m.end) for m in mentions})
    words = sum(len(d.text.split()) for d in documents)
    precision = counts["right"] / max(counts["right"] + counts["wrong"], 1)
    recall = counts["hit"] / max(counts["gold"], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(
        f"  {corpus:20} P {precision:.3f} ({counts['right']}/{counts['right'] + counts['wrong']})"
        f"  R {recall:.3f} ({counts['hit']}/{counts['gold']})  F1 {f1:.3f}"
        f"  {len(documents)} documents, {words / seconds:,.0f} words/s"
    )


def score(document: GoldDocument, found: set[Bounds]) -> Counter[str]:
    """Counts of one document: gold, hit (gold found), right and wrong (of those found)."""
    gold = set(map(_bounds, filter(counts_as_place, document.toponyms)))
    matched = gold & found
    aside = {
        _bounds(entity) for entity in document.entities if entity.type not in {"Location", "Person"}
    }
    wrong = [
        span
        for span in found - matched
        if not any(_nested(span, other) for other in matched | aside)
    ]
    return Counter(gold=len(gold), hit=len(matched), right=len(matched), wrong=len(wrong))


def counts_as_place(gold: GoldSpan) -> bool:
    """Whether an annotation is a mention; NER sets call religions NORP too."""
    if gold.type == "NORP":
        return is_person_or_adjective(gold.surface)
    return gold.type not in {"Homonym", "Facility"}


def print_types(recogniser: Recogniser, documents: Sequence[GoldDocument]) -> None:
    """F1 of each mention type on gold spans, their mean, and literal/associative accuracy."""
    pairs: list[tuple[MentionType, MentionType]] = []
    for document in documents:
        spans = [t for t in document.toponyms if t.type in GWN_TYPES]
        typed = recogniser.type_spans(
            Article(document.id, document.text), [(t.start, t.end) for t in spans]
        )
        pairs += [(GWN_TYPES[t.type], m.type) for t, m in zip(spans, typed, strict=True)]
    print("Mention types, held-out GeoWebNews, gold spans")
    scores = {kind: _f1(kind, pairs) for kind in MentionType if any(g is kind for g, _ in pairs)}
    for kind, value in scores.items():
        print(f"  {kind.value:22} F1 {value:.3f}  ({sum(g is kind for g, _ in pairs)} gold)")
    right = sum(gold.is_literal == given.is_literal for gold, given in pairs)
    print(f"  macro F1 {sum(scores.values()) / len(scores):.3f} over {len(scores)} types present")
    print(f"  literal/associative {right / len(pairs):.3f} ({right}/{len(pairs)})")


def _f1(kind: MentionType, pairs: Iterable[tuple[MentionType, MentionType]]) -> float:
    counts = Counter((gold is kind, given is kind) for gold, given in pairs)
    right, total = counts[True, True], counts[True, False] + counts[False, True]
    return 2 * right / (2 * right + total) if right else 0.0


def print_literal(recogniser: Recogniser, corpus: str, documents: Sequence[GoldDocument]) -> None:
    """Literal/associative accuracy on a corpus of one target a sentence."""
    right = total = 0
    for document in documents:
        spans = [(t.start, t.end) for t in document.toponyms]
        typed = recogniser.type_spans(Article(document.id, document.text), spans)
        for gold, mention in zip(document.toponyms, typed, strict=True):
            total += 1
            right += mention.type.is_literal == (gold.type != "metonymic")
    print(f"  {corpus:22} literal/associative {right / total:.3f} ({right}/{total})")


def _bounds(gold: GoldSpan) -> Bounds:
    start = gold.start + 4 * gold.surface.lower().startswith("the ")
    return start, gold.end


def _nested(one: Bounds, other: Bounds) -> bool:
    return one == other or (
        (one[0] >= other[0] and one[1] <= other[1]) or (other[0] >= one[0] and other[1] <= one[1])
    )


if __name__ == "__main__":
    main()
