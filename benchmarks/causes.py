"""Why gold names got no right place, and a listing of all of them a person can read."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from benchmarks.answers import Answer

AROUND = 60
"""Code points shown on either side of a name."""


class Cause(StrEnum):
    """What went wrong, the first thing that did."""

    NOT_RECOGNISED = "not recognised"
    NOT_LISTED = "not in the gazetteer"
    WRONG_CANDIDATE = "wrong candidate"
    ABSTAINED = "abstained"


def cause(answer: Answer) -> Cause | None:
    """Why an answer is not right, areas counted; None where it is."""
    if answer.right_area:
        return None
    if answer.resolution is None:
        return Cause.NOT_RECOGNISED
    if answer.rank is None:
        return Cause.NOT_LISTED
    return Cause.WRONG_CANDIDATE if answer.placed else Cause.ABSTAINED


def causes(answers: Iterable[Answer]) -> Counter[Cause]:
    """How many answers are wrong, by cause."""
    return Counter(why for answer in answers if (why := cause(answer)))


def write(answers: Iterable[Answer], path: Path) -> None:
    """Counts by cause, then every error under its cause; it holds words of the corpora."""
    wrong = [(why, answer) for answer in answers if (why := cause(answer))]
    counts = Counter((answer.document.corpus, why) for why, answer in wrong)
    lines = [f"{sum(why is each for why, _ in wrong):6} {each}" for each in Cause]
    bare = sum(a.candidates == 0 for why, a in wrong if why is Cause.NOT_LISTED)
    lines.append(f"{bare:6} of those not in the gazetteer have no candidate at all")
    lines += [f"{count:6} {corpus}, {why}" for (corpus, why), count in sorted(counts.items())]
    for each in Cause:
        lines += ["", f"== {each}"]
        lines += sorted(_line(answer) for why, answer in wrong if why is each)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _line(answer: Answer) -> str:
    document, gold = answer.document, answer.gold
    before = document.text[max(gold.start - AROUND, 0) : gold.start]
    after = document.text[gold.end : gold.end + AROUND]
    shown = " ".join(f"{before}[[{gold.surface}]]{after}".split())
    meant = f"gold {gold.geonameid or '-'} {gold.lat:.2f}, {gold.lon:.2f} ({answer.kind})"
    first = f"{document.corpus} {document.id}: {gold.surface}"
    return "\n    ".join([first, f"given {_given(answer)}", f"{meant}; {_rank(answer)}", shown])


def _given(answer: Answer) -> str:
    resolution = answer.resolution
    if resolution is None:
        return "nothing: not recognised"
    if resolution.place is None:
        return f"nothing ({resolution.status}, probability {resolution.probability:.2f})"
    place = resolution.place
    what = f"{place.id} {place.name} ({place.kind}, {place.country_code or '-'})"
    return f"{what}, probability {resolution.probability:.2f}, {answer.km:,.0f} km off"


def _rank(answer: Answer) -> str:
    if answer.rank is None:
        return f"right place not among {answer.candidates} candidates"
    return f"right place is candidate {answer.rank + 1} of {answer.candidates}"
