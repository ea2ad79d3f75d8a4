"""How well place names are found and typed, and how fast.

    python -m benchmarks.recognition --folds training/work [--errors errors.txt]

With `--folds`, each document is read by the pipeline of the fold that was trained without it
(`python -m training --folds` makes the five): these are the figures to quote. Without it the
pipeline that ships reads documents it was trained on, which shows a fit and no skill; corpora
it was not trained on could be given that way.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from flashgeotext.geotext import GeoText
from spacy.language import Language

from benchmarks.errors import Listing
from benchmarks.scoring import (
    Bounds,
    Detection,
    Pair,
    bounds,
    compare,
    interval,
    type_f1,
    typed_gold,
)
from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.recognition import Recogniser
from geo.recognition.mention_spans import spot
from geo.recognition.recogniser import MODEL
from training.corpora import FOLDED, FOLDS, GoldDocument, corpora_folder, read

DETECTION = ("gwn", "lgl", "trnews", "worldwide_newswire")
METONYMY = ("relocar", "conll_metonymy", "semeval2007_metonymy")
ENOUGH = 25
"""Cases a type must have to count in the macro F1."""

Parts = dict[int, list[GoldDocument]]
"""Documents by the fold whose pipeline reads them."""


def main() -> None:
    """Print every figure with its denominator."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=corpora_folder())
    parser.add_argument("--folds", type=Path, help="folder with fold-0 to fold-4")
    parser.add_argument("--errors", type=Path, help="write every error, with its words, here")
    given = parser.parse_args()
    readers = pipelines(given.folds)
    listing = Listing()
    detection = {c: parts(c, given.corpora, given.folds) for c in DETECTION}
    print(f"Detection, strict spans{'' if given.folds else ' (documents seen in training)'}")
    for corpus, by_fold in detection.items():
        print_detection(corpus, by_fold, readers, listing)
    print_types(detection["gwn"], readers, listing)
    for corpus in METONYMY:
        print_literal(corpus, parts(corpus, given.corpora, given.folds), readers)
    print_speed([d for by_fold in detection.values() for ds in by_fold.values() for d in ds])
    if given.errors:
        listing.write(given.errors)


def pipelines(folder: Path | None) -> dict[int, Recogniser]:
    """The pipeline of each fold, or five times the one that ships."""
    if folder is None:
        return dict.fromkeys(range(FOLDS), Recogniser(spacy.load(MODEL)))
    return {fold: Recogniser(spacy.load(folder / f"fold-{fold}")) for fold in range(FOLDS)}


def parts(corpus: str, corpora: Path, folds: Path | None) -> Parts:
    """What each fold reads: its own documents, or its share of those no fold was trained on."""
    found: Parts = {fold: [] for fold in range(FOLDS)}
    for document in read(corpus, corpora):
        if folds is None or corpus in FOLDED or document.held_out:
            found[document.fold].append(document)
    return found


def print_detection(
    corpus: str, by_fold: Parts, readers: dict[int, Recogniser], listing: Listing
) -> None:
    """Precision, recall, F1, interval over folds; recall by mention type where annotated."""
    peer = flashgeotext()
    total, peer_total, f1s = Counter[str](), Counter[str](), []
    recalls: Counter[tuple[MentionType, bool]] = Counter()
    for fold, documents in by_fold.items():
        counts: Counter[str] = Counter()
        for document, mentions in recognised(readers[fold], documents):
            compared = compare(document, ((m.start, m.end) for m in mentions))
            listing.spans(document, compared)
            counts += compared.counts
            peer_total += compare(document, peer(document.text)).counts
            recalls.update((kind, bounds(t) in compared.hit) for t, kind in typed_gold(document))
        total += counts
        f1s.append(Detection(counts).f1)
    size = sum(map(len, by_fold.values()))
    print(f"  {corpus:20} {Detection(total)}  over folds {interval(f1s)}  {size} documents")
    print(f"  {'  flashgeotext':20} {Detection(peer_total)}")
    for kind in MentionType:
        if cases := recalls[kind, True] + recalls[kind, False]:
            hit = recalls[kind, True]
            print(f"      recall of {kind.value:22} {hit / cases:.3f} ({hit}/{cases})")


def recognised(
    reader: Recogniser, documents: Sequence[GoldDocument]
) -> Iterator[tuple[GoldDocument, tuple[Mention, ...]]]:
    found = reader.recognise([Article(d.id, d.text) for d in documents])
    return zip(documents, found, strict=True)


def flashgeotext() -> Callable[[str], Iterator[Bounds]]:
    """The offline peer: cities and countries looked up in its own list."""
    geotext = GeoText()

    def find(text: str) -> Iterator[Bounds]:
        for names in geotext.extract(text, span_info=True).values():
            for found in names.values():
                yield from map(tuple, found["span_info"])

    return find


def print_types(by_fold: Parts, readers: dict[int, Recogniser], listing: Listing) -> None:
    """F1 of each type on annotated spans, the confusion table, literal/associative."""
    pairs: list[Pair] = []
    coarse: list[float] = []
    for fold, documents in by_fold.items():
        own: list[Pair] = []
        for document in documents:
            gold = typed_gold(document)
            spans = [bounds(t) for t, _ in gold]
            typed = readers[fold].type_spans(Article(document.id, document.text), spans)
            own += [(kind, m.type) for (_, kind), m in zip(gold, typed, strict=True)]
            listing.types(document, [kind for _, kind in gold], typed)
        coarse.append(_literal(own) / max(len(own), 1))
        pairs += own
    print("Mention types, GeoWebNews, annotated spans")
    cases = Counter(gold for gold, _ in pairs)
    scores = {kind: type_f1(kind, pairs) for kind in MentionType if cases[kind]}
    for kind, value in scores.items():
        print(f"  {kind.value:22} F1 {value:.3f}  ({cases[kind]} annotated)")
    often = [value for kind, value in scores.items() if cases[kind] >= ENOUGH]
    print(f"  macro F1 {sum(often) / len(often):.3f} over {len(often)} types of {ENOUGH} and more")
    right = _literal(pairs)
    print(
        f"  literal/associative {right / len(pairs):.3f} ({right}/{len(pairs)})"
        f"  over folds {interval(coarse)}"
    )
    print_confusion(pairs)


def print_confusion(pairs: Iterable[Pair]) -> None:
    """Rows: annotated; columns: given."""
    counts = Counter(pairs)
    print("  annotated \\ given     " + "".join(f"{kind.value[:9]:>10}" for kind in MentionType))
    for gold in MentionType:
        row = "".join(f"{counts[gold, given]:10}" for given in MentionType)
        print(f"  {gold.value:22}{row}")


def _literal(pairs: Iterable[Pair]) -> int:
    return sum(gold.is_literal == given.is_literal for gold, given in pairs)


def print_literal(corpus: str, by_fold: Parts, readers: dict[int, Recogniser]) -> None:
    """Literal/associative accuracy on a corpus of one target a sentence."""
    right = total = 0
    for fold, documents in by_fold.items():
        for document in documents:
            spans = [bounds(t) for t in document.toponyms]
            typed = readers[fold].type_spans(Article(document.id, document.text), spans)
            for gold, mention in zip(document.toponyms, typed, strict=True):
                total += 1
                right += mention.type.is_literal == (gold.type != "metonymic")
    print(f"  {corpus:22} literal/associative {right / total:.3f} ({right}/{total})")


def print_speed(documents: Sequence[GoldDocument]) -> None:
    """Words a second of the pipeline that ships, and each step's share of the time."""
    nlp = spacy.load(MODEL)
    recogniser = Recogniser(nlp)
    articles = [Article(d.id, d.text) for d in documents]
    words = sum(len(a.text.split()) for a in articles)
    list(recogniser.recognise(articles[:20]))  # warm up
    began = time.perf_counter()
    list(recogniser.recognise(articles))
    whole = time.perf_counter() - began
    print(f"Speed: {words / whole:,.0f} words/s ({words:,} words in {whole:.1f} s)")
    for step, seconds in _steps(nlp, [a.text for a in articles]):
        print(f"  {step:22} {seconds / whole:.1%}")


def _steps(nlp: Language, texts: Sequence[str]) -> Iterator[tuple[str, float]]:
    began = time.perf_counter()
    docs = [nlp.make_doc(text) for text in texts]
    yield "tokens", time.perf_counter() - began
    for name, component in nlp.pipeline:
        began = time.perf_counter()
        docs = (
            list(component.pipe(docs)) if hasattr(component, "pipe") else list(map(component, docs))
        )
        yield name, time.perf_counter() - began
    began = time.perf_counter()
    for doc in docs:
        spot(doc)
    yield "mentions", time.perf_counter() - began


if __name__ == "__main__":
    main()
