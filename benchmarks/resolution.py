"""How often names get the right place: ceiling, spans given, end to end; how sure; how fast.

    python -m benchmarks.resolution [--corpora FOLDER] [--folds FOLDER] [--oracle]
        [--no-outlet] [--errors FILE] [--diagram FILE.png] [--missing N] [CORPUS ...]

With `--folds`, each document is read by the recogniser and resolver of the fold trained without
it (`python -m training --folds` makes them): these are the figures to quote. Without it what
ships reads documents it was trained on. With `--no-outlet`, documents are read as if nothing said
which outlet they are from; else what its other documents are about is known. `--oracle` prints
the ceiling only. Any corpus of the folder that has coordinates can be named.
benchmarks/places.py says what counts as right; "@161" is by id or distance alone, "areas" takes
two gazetteers' middles of one area as the same.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks import calibration, causes, oracle
from benchmarks.answers import Reader, documents, end_to_end, scorer_of, spans_given
from benchmarks.recognition import pipelines
from benchmarks.report import answers_of, show_spans, show_whole
from geo.gazetteer import Gazetteer
from geo.resolution import Outlets
from geo.settings import Settings
from training.corpora import FOLDS, GoldDocument, corpora_folder
from training.gold_places import Judge

CORPORA = ("gwn", "lgl", "trnews")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print every figure asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", nargs="*", default=CORPORA)
    parser.add_argument("--corpora", type=Path, default=corpora_folder())
    parser.add_argument("--folds", type=Path, help="folder with fold-0 to fold-4")
    parser.add_argument("--oracle", action="store_true", help="the ceiling only")
    parser.add_argument("--no-outlet", action="store_true", help="as if no outlet were known")
    parser.add_argument("--errors", type=Path, help="write every error, with its words, here")
    parser.add_argument("--diagram", type=Path, help="write the reliability diagram (PNG) here")
    parser.add_argument("--missing", type=int, default=0, help="missing names to print, a corpus")
    given = parser.parse_args(arguments)
    chosen = {c: documents(c, given.corpora, folds=bool(given.folds)) for c in given.corpus}
    judge = Judge(Gazetteer.open(Settings()))
    print(oracle.HEADING)
    for corpus, own in chosen.items():
        oracle.show(corpus, list(oracle.look_up(own, judge)), given.missing)
    if not given.oracle:
        measure(chosen, judge, given)


def measure(chosen: dict[str, list[GoldDocument]], judge: Judge, given: argparse.Namespace) -> None:
    """The two reports that need the recogniser, and the files asked for."""
    seen = "" if given.folds else " (documents seen in training)"
    who, gazetteer = readers(given.folds), Gazetteer.open(Settings())
    spans = {
        c: list(spans_given(own, who, gazetteer, judge, outlets(given)))
        for c, own in chosen.items()
    }
    show_spans(spans, seen)
    # a new gazetteer: one that remembers the names of the report above would be too fast
    gazetteer = Gazetteer.open(Settings())
    whole = {
        c: list(end_to_end(own, who, gazetteer, judge, outlets(given))) for c, own in chosen.items()
    }
    show_whole(whole, seen)
    if given.diagram:
        pairs = calibration.said(answers_of([r for own in spans.values() for r in own]))
        calibration.draw(pairs, f"Spans given{seen}", given.diagram)
    if given.errors:
        causes.write(answers_of([r for own in whole.values() for r in own]), given.errors)


def outlets(given: argparse.Namespace) -> Outlets | None:
    """Where outlets are learned, one for each corpus, unless they are not to be known."""
    return None if given.no_outlet else Outlets()


def readers(folder: Path | None) -> dict[int, Reader]:
    """Recogniser and scorer of each fold, or five times those that ship."""
    found = pipelines(folder)
    return {fold: Reader(found[fold], scorer_of(folder, fold)) for fold in range(FOLDS)}


if __name__ == "__main__":
    main()
