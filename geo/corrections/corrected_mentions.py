"""What corrections make of an article's mentions and resolutions: pure functions of both."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.corrections.anchors import Version
from geo.corrections.correction import ANSWERS, Correction, Scope, Verdict, name_of
from geo.model.article import Article
from geo.model.mentions import Mention
from geo.model.places import Alternative, Place, Resolution, Review, Status

SOURCE = "verified"
OFFERED = 5
"""Most earlier answers for the same name offered as alternatives."""

ByName = Mapping[str, Sequence[Correction]]
"""Corrections by `Correction.name`, in the order they were made."""

_REACH = {
    Scope.MENTION: "",
    Scope.ARTICLE: ", for all of this name in the article",
    Scope.EVERYWHERE: ", for this name everywhere",
}
_NARROW = tuple(reversed(Scope))
_DID = {
    Verdict.PLACE: "Corrected",
    Verdict.CONFIRMED: "Confirmed",
    Verdict.NOT_A_PLACE: "Marked as not a place",
    Verdict.FLAGGED: "Flagged as doubtful",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What corrections say of one mention: where it lies, its type, and whether it is doubted.

    `reached` are all that reach it, those included that others outdo.
    """

    answer: Correction | None = None
    type: Correction | None = None
    flag: Correction | None = None
    reached: tuple[Correction, ...] = ()

    @property
    def review(self) -> Review:
        """The mention's state; of its type alone nothing is said of its place."""
        if self.flag is not None:
            return Review.FLAGGED
        return Review.AUTOMATIC if self.answer is None else Review.VERIFIED


def by_name(corrections: Iterable[Correction]) -> ByName:
    """Corrections by the name they are about, oldest first."""
    found: dict[str, list[Correction]] = {}
    for correction in sorted(corrections, key=lambda c: c.when):
        found.setdefault(correction.name, []).append(correction)
    return found


def decide(
    article: Article, mentions: Sequence[Mention], corrections: ByName
) -> dict[int, Decision]:
    """What is decided of each mention, by index; the narrowest reach wins, then the latest."""
    about: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        if (name := name_of(mention.text)) in corrections:
            about.setdefault(name, []).append(index)
    if not about:
        return {}
    version = Version(article, mentions)
    reached: dict[int, list[Correction]] = {}
    for name, indices in about.items():
        for correction in corrections[name]:
            for index in _reached(correction, indices, version):
                reached.setdefault(index, []).append(correction)
    return {index: _decision(found) for index, found in reached.items()}


def _reached(correction: Correction, indices: Sequence[int], version: Version) -> Sequence[int]:
    if correction.scope == Scope.EVERYWHERE:
        return indices
    if correction.scope == Scope.ARTICLE:
        return indices if version.holds(correction.anchor) else ()
    index = version.find(correction.anchor)
    return () if index is None else (index,)


def _decision(reached: Sequence[Correction]) -> Decision:
    ordered = sorted(reached, key=lambda c: _NARROW.index(c.scope))  # stable: oldest first

    def last(verdicts: Iterable[Verdict]) -> Correction | None:
        return next((c for c in reversed(ordered) if c.verdict in verdicts), None)

    answer, flag = last(ANSWERS), last({Verdict.FLAGGED})
    # whoever answers after a doubt has settled it
    doubted = flag is not None and (answer is None or flag.when > answer.when)
    return Decision(answer, last({Verdict.TYPE}), flag if doubted else None, tuple(reached))


def retyped(mentions: Sequence[Mention], decisions: Mapping[int, Decision]) -> tuple[Mention, ...]:
    """The mentions with the types that were corrected."""
    return tuple(
        replace(mention, type=decision.type.type, type_probability=1.0)
        if (decision := decisions.get(i)) and decision.type and decision.type.type
        else mention
        for i, mention in enumerate(mentions)
    )


def answers(
    decisions: Mapping[int, Decision], place_of: Callable[[str], Place | None]
) -> dict[int, Resolution]:
    """The resolutions of the mentions whose place, or having none, is decided.

    `place_of` gives the gazetteer's place of an id, which is newer than the one kept.
    """
    return {
        index: _answer(decision.answer, place_of)
        for index, decision in decisions.items()
        if decision.answer is not None
    }


def _answer(correction: Correction, place_of: Callable[[str], Place | None]) -> Resolution:
    kept = correction.place
    place = None if kept is None else place_of(kept.id) or kept
    status = Status.NOT_A_PLACE if place is None else Status.RESOLVED
    return Resolution(place, 1.0, status, _said(correction), source=SOURCE, review=Review.VERIFIED)


def reviewed(
    mentions: Sequence[Mention],
    resolutions: Sequence[Resolution],
    decisions: Mapping[int, Decision],
    corrections: ByName,
) -> tuple[Resolution, ...]:
    """The resolutions with doubts and corrected types said, and earlier answers offered first."""
    names = [name_of(mention.text) for mention in mentions]
    given = {name: _earlier(corrections[name]) for name in set(names) & corrections.keys()}
    found = []
    for index, (name, resolution) in enumerate(zip(names, resolutions, strict=True)):
        remarked = _with_remarks(resolution, decisions.get(index))
        earlier = given.get(name, ())
        found.append(_with_earlier(remarked, earlier) if earlier else remarked)
    return tuple(found)


def _with_remarks(resolution: Resolution, decision: Decision | None) -> Resolution:
    if decision is None:
        return resolution
    remarks = [c for c in (decision.type, decision.flag) if c is not None]
    said = [sentence for correction in remarks for sentence in _said(correction)]
    return replace(resolution, reasons=(*resolution.reasons, *said), review=decision.review)


def _earlier(corrections: Sequence[Correction]) -> tuple[Place, ...]:
    """The places that people gave to a name, the latest first; of each the latest copy."""
    found: dict[str, Place] = {}
    for correction in reversed(corrections):
        if correction.place and correction.verdict in ANSWERS:
            found.setdefault(correction.place.id, correction.place)
    return tuple(found.values())[:OFFERED]


def _with_earlier(resolution: Resolution, earlier: Sequence[Place]) -> Resolution:
    chosen = resolution.place.id if resolution.place else ""
    known = {a.place.id: a.probability for a in resolution.alternatives}
    first = [Alternative(p, known.get(p.id, 0.0), True) for p in earlier if p.id != chosen]
    ids = {a.place.id for a in first}
    rest = [a for a in resolution.alternatives if a.place.id not in ids]
    return replace(resolution, alternatives=(*first, *rest))


def _said(correction: Correction) -> tuple[str, ...]:
    """What was done, by whom, when and how far, in a sentence; and the note in another."""
    if correction.verdict == Verdict.TYPE and correction.type is not None:
        did = f"Type changed to “{correction.type.label}”"
    else:
        did = _DID.get(correction.verdict, "Corrected")
    by = f" by {correction.who}" if correction.who else ""
    day = f"{correction.when.day} {correction.when:%B %Y}"
    sentence = f"{did}{by} on {day}{_REACH[correction.scope]}."
    return (sentence, f"Note: {correction.note}") if correction.note else (sentence,)
