"""The step `complete`: places for mentions that have none, from online services."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.errors import ServiceUnavailable
from geo.geocoding.services import Finding, Question, Service
from geo.mentions import Mention, MentionType
from geo.parsed import ParsedArticle
from geo.places import Alternative, Place, PlaceKind, Resolution, Status

_OPEN = frozenset({Status.NOT_FOUND, Status.UNAVAILABLE})
_PEOPLE = frozenset({MentionType.DEMONYM, MentionType.LANGUAGE})
_AROUND = frozenset({PlaceKind.CITY, PlaceKind.COUNTY, PlaceKind.REGION, PlaceKind.COUNTRY})
_UNSURE = 0.5
"""The probability that a name is nowhere, where a service could not be asked."""
_NOWHERE = 0.9


def complete(parsed: ParsedArticle, services: Sequence[Service]) -> ParsedArticle:
    """The same article, with the places that services know of names that had none.

    Never reopens a mention that has a place or is known to mean none. Raises nothing: where
    no service could answer, the mention is `Status.UNAVAILABLE`, which is not "not found".
    """
    answers: dict[Question, Resolution] = {}
    resolutions = list(parsed.resolutions)
    for index, (mention, before) in enumerate(
        zip(parsed.mentions, parsed.resolutions, strict=True)
    ):
        if not services or not _is_open(mention, before):
            continue
        question = _question(parsed, index)
        if question not in answers:
            answers[question] = _answer(question, services)
        resolutions[index] = _after(before, answers[question])
    return replace(parsed, resolutions=tuple(resolutions))


def _is_open(mention: Mention, before: Resolution) -> bool:
    return before.place is None and before.status in _OPEN and mention.type not in _PEOPLE


def _answer(question: Question, services: Sequence[Service]) -> Resolution:
    """The first service's answer that has a place, else what is known of their silence."""
    silent, down = [], []
    for service in services:
        try:
            findings = service.find(question)
        except ServiceUnavailable as error:
            down.append(str(error))
            continue
        if findings:
            return _found(findings, service)
        silent.append(f"{service.name} does not know it either.")
    if down:
        return Resolution(None, _UNSURE, Status.UNAVAILABLE, (*silent, *down))
    return Resolution(None, _NOWHERE, Status.NOT_FOUND, tuple(silent))


def _found(findings: Sequence[Finding], service: Service) -> Resolution:
    first, *others = findings
    return Resolution(
        first.place,
        first.probability,
        Status.RESOLVED,
        (
            "Not found in the gazetteer.",
            f"{service.name} was asked for “{first.asked}” and gave this place.",
        ),
        tuple(Alternative(other.place, other.probability) for other in others),
        service.name,
    )


def _after(before: Resolution, answer: Resolution) -> Resolution:
    if answer.place is not None:
        return answer
    # asked again later, an article's reasons must not pile up
    own = () if before.status == Status.UNAVAILABLE else before.reasons
    return replace(
        answer,
        reasons=tuple(dict.fromkeys((*own, *answer.reasons))),
        alternatives=before.alternatives,
    )


def _question(parsed: ParsedArticle, index: int) -> Question:
    mention = parsed.mentions[index]
    around = _around(parsed, index)
    code = around.country_code if around else ""
    focus = (f.place.country_code for f in parsed.focus if f.place.kind == PlaceKind.COUNTRY)
    name = " ".join(mention.text.split()).removesuffix("'s").removesuffix("’s")
    return Question(name, around.name if around else "", code or next(focus, ""), mention.kind_hint)


def _around(parsed: ParsedArticle, index: int) -> Place | None:
    """The place in the mention's own name, else the smallest kind of place in its sentence."""
    mention = parsed.mentions[index]
    nested = [i for i, other in enumerate(parsed.mentions) if other.inside == index]
    beside = [
        i
        for i, other in enumerate(parsed.mentions)
        if (other.field, other.sentence) == (mention.field, mention.sentence)
        and other.type not in _PEOPLE
    ]
    for group in (nested, beside):
        places = _ranked(group, parsed, mention.start)
        if places:
            return next(iter(places.values()))
    return None


def _ranked(group: Sequence[int], parsed: ParsedArticle, start: int) -> Mapping[str, Place]:
    order = [PlaceKind.CITY, PlaceKind.COUNTY, PlaceKind.REGION, PlaceKind.COUNTRY]
    known = [
        (order.index(place.kind), abs(parsed.mentions[i].start - start), i, place)
        for i in group
        if (place := parsed.resolutions[i].place) is not None and place.kind in _AROUND
    ]
    return {place.id: place for *_, place in sorted(known, key=lambda row: row[:3])}


def open_mentions(parsed: ParsedArticle) -> tuple[int, ...]:
    """The indices of the mentions that `complete` would ask services about."""
    pairs = zip(parsed.mentions, parsed.resolutions, strict=True)
    return tuple(index for index, (mention, found) in enumerate(pairs) if _is_open(mention, found))
