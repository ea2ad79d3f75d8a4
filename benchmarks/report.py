"""What benchmarks/resolution.py prints of what was read."""

from collections.abc import Callable, Sequence

from benchmarks.answers import Answer, Read
from benchmarks.calibration import calibration_error, said
from benchmarks.causes import Cause, causes
from benchmarks.figures import Tally, distances, share, spread, tally, total
from training.gold_places import GoldKind

Reads = dict[str, list[Read]]
"""What was read, by corpus."""


def show_spans(reads: Reads, seen: str) -> None:
    """Spans given: shares right, distances, calibration, by kind of gold."""
    print(f"\nResolution, spans given{seen}")
    print("  [95% interval: documents drawn anew]")
    for corpus, own in with_pooled(reads).items():
        sums = total(own)
        print(f"  {corpus}: {sums.gold:.0f} spans, {sums.placed:.0f} placed, {len(own)} documents")
        print(
            f"    @161 of all {_figure(own, lambda t: t.of_all)}"
            f"   areas of all {_figure(own, lambda t: t.area_of_all)}"
            f"   areas of placed {_figure(own, lambda t: t.area_of_placed)}"
        )
        _show_quality(own, sums)
        _show_kinds(own)


def show_whole(reads: Reads, seen: str) -> None:
    """End to end: precision, recall, F1, the names found, causes of errors, time."""
    print(f"\nEnd to end, span exact and place right{seen}")
    for corpus, own in with_pooled(reads).items():
        sums = total(own)
        print(
            f"  {corpus}: {sums.gold:.0f} gold, {sums.found:.0f} found, {sums.placed:.0f} placed,"
            f" {sums.spurious:.0f} spurious placed"
        )
        print(
            f"    areas: P {sums.precision:.3f}  R (gold resolved) {sums.area_of_all:.3f}"
            f"  F1 {_figure(own, lambda t: t.f1)}; @161: P {sums.precision_near:.3f}"
            f"  R {sums.of_all:.3f}  F1 {_figure(own, lambda t: t.f1_near)}"
        )
        print(
            f"    areas of found {_figure(own, lambda t: t.area_of_found)}"
            f"   of found and placed {_figure(own, lambda t: t.area_of_placed)}"
        )
        _show_quality(own, sums)
        _show_kinds(own)
        _show_causes(own)
        _show_time(own)


def with_pooled(reads: Reads) -> Reads:
    """The corpora, and all of them together where there are several."""
    if len(reads) < 2:
        return reads
    return reads | {"all": [read for own in reads.values() for read in own]}


def answers_of(reads: Sequence[Read]) -> list[Answer]:
    """The answers of documents, in one row."""
    return [answer for read in reads for answer in read.answers]


def _show_quality(own: Sequence[Read], sums: Tally) -> None:
    answers = answers_of(own)
    off, error = distances(answers), calibration_error(said(answers))
    print(
        f"    exact id {sums.exact:.3f} (of {sums.with_id:.0f})   of placed: mean {off.mean:,.0f}"
        f" km, median {off.median:.1f} km, AUC {off.auc:.3f}, ECE {error:.3f}"
    )


def _show_kinds(own: Sequence[Read]) -> None:
    answers = answers_of(own)
    for kind in GoldKind:
        sums = tally(a for a in answers if a.kind is kind)
        if sums.gold:
            print(
                f"      {kind:17}{sums.gold:6.0f} gold  placed {share(sums.placed, sums.gold):.3f}"
                f"  @161 {sums.of_all:.3f}  areas {sums.area_of_all:.3f}"
                f"  areas of placed {sums.area_of_placed:.3f}"
            )


def _show_causes(own: Sequence[Read]) -> None:
    counts = causes(answers_of(own))
    print("    wrong: " + ", ".join(f"{counts[why]} {why}" for why in Cause))


def _show_time(own: Sequence[Read]) -> None:
    first, second = sum(r.recognising for r in own), sum(r.resolving for r in own)
    print(
        f"    time: recognition {first:.1f} s, resolution {second:.1f} s"
        f" = {share(second, first):.1%} of it"
    )


def _figure(own: Sequence[Read], figure: Callable[[Tally], float]) -> str:
    low, high = spread(own, figure)
    return f"{figure(total(own)):.3f} [{low:.3f}, {high:.3f}]"
