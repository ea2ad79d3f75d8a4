"""The step `complete`: places for mentions that have none, from online services.

Names of towns and areas are asked for first, so that sites can be asked for inside them. A site
that resolution gave only the position of the place in or near its name has no place of its own
yet: it is asked for within that place, and keeps what it has unless the answer is likely.

Where no service could be asked, a place that ships with Dateline may stand in; the name counts
as not asked all the same.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geo.errors import ServiceUnavailable
from geo.geocoding.article_context import PEOPLE, Context, context_of, question_of
from geo.geocoding.services import SHIPPED, Finding, Question, Service
from geo.model.mentions import Mention
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Alternative, Resolution, Status
from geo.resolution import inherit, is_approximate, is_site
from geo.resolution.distances import distance_km

_OPEN = frozenset({Status.NOT_FOUND, Status.UNAVAILABLE})
_UNKNOWN = "Not found in the gazetteer"
"""How resolution's reason begins, which stays however often services are asked."""
_UNSURE = 0.5
"""The probability that a name is nowhere, where a service could not be asked."""
_NOWHERE = 0.9
LEAST_EXACT = 0.45
"""A position of a site's own below this probability does not replace an approximate one."""
CONFIRMS = 5.0
"""How much oftener a service knows a place of a name inside the right parent than in a wrong one;
guessed."""
MOST_ALTERNATIVES = 5


def complete(parsed: ParsedArticle, services: Sequence[Service]) -> ParsedArticle:
    """Ask online services for the places of names that have none, and return the result.

    A mention with a place of its own is never reopened, nor one known to mean none; an
    approximate position is only ever made exact, within its radius. It raises nothing: a mention
    that no service could answer is `Status.UNAVAILABLE`, which is not "not found", or keeps its
    approximate position.

    Parameters
    ----------
    parsed
        A parsed article.
    services
        The services in order, from `services_from`; without any, nothing changes.

    Returns
    -------
    ParsedArticle
        The same article and mentions, with new resolutions.
    """
    last = deque(stepwise(parsed, services), maxlen=1)
    return last[0] if last else parsed


def stepwise(
    parsed: ParsedArticle,
    services: Sequence[Service],
    names: Sequence[tuple[int, ...]] | None = None,
) -> Iterator[ParsedArticle]:
    """The article after each of its names, for those who show what is found meanwhile.

    The last is what `complete` gives. `names` are all that `open_names` gives, or some of them.
    """
    if not services:
        return
    names = open_names(parsed) if names is None else names
    sites = [name for name in names if is_site(parsed.mentions[name[0]])]
    for group in ([name for name in names if name not in sites], sites):
        for step in _asked(parsed, group, services):
            yield (parsed := step)
    if sites:
        yield _lent(parsed, [index for name in sites for index in name])


def open_mentions(parsed: ParsedArticle) -> tuple[int, ...]:
    """The indices of the mentions that `complete` asks services about."""
    pairs = zip(parsed.mentions, parsed.resolutions, strict=True)
    return tuple(index for index, (mention, found) in enumerate(pairs) if _is_open(mention, found))


def open_names(parsed: ParsedArticle) -> list[tuple[int, ...]]:
    """The mentions that `complete` asks about, by name, in reading order."""
    return _by_name(parsed, open_mentions(parsed))


def unasked_names(parsed: ParsedArticle) -> list[tuple[int, ...]]:
    """The mentions of a completed article that no service could be asked about, by name."""
    found = enumerate(parsed.resolutions)
    return _by_name(parsed, [index for index, resolution in found if _is_unasked(resolution)])


def _by_name(parsed: ParsedArticle, indices: Iterable[int]) -> list[tuple[int, ...]]:
    names: dict[tuple[str, bool], list[int]] = {}
    for index in indices:
        mention = parsed.mentions[index]
        key = " ".join(mention.text.split()), is_site(mention)
        names.setdefault(key, []).append(index)
    return [tuple(those) for those in names.values()]


def _is_unasked(resolution: Resolution) -> bool:
    return resolution.status == Status.UNAVAILABLE or resolution.source == SHIPPED


def _is_open(mention: Mention, before: Resolution) -> bool:
    is_nowhere = before.place is None and before.status in _OPEN
    return mention.type not in PEOPLE and (is_nowhere or is_approximate(before))


def _asked(
    parsed: ParsedArticle, names: Iterable[Sequence[int]], services: Sequence[Service]
) -> Iterator[ParsedArticle]:
    """With the answers about some names, after each; each question is asked once."""
    answers: dict[Question, Resolution] = {}
    resolutions = list(parsed.resolutions)
    for name in names:
        for index in name:
            context, before = context_of(parsed, index), parsed.resolutions[index]
            question = question_of(parsed, index, context)
            if question not in answers:
                answers[question] = _answer(question, context, services)
            answer = answers[question]
            is_better = before.place is None or _is_exact(answer, context)
            resolutions[index] = _after(before, answer) if is_better else _kept(before, answer)
        yield replace(parsed, resolutions=tuple(resolutions))


def _answer(question: Question, context: Context, services: Sequence[Service]) -> Resolution:
    """The first service's answer that has a place, else what is known of their silence.

    What ships with Dateline counts where no service that could be asked has a place.
    """
    silent, down = [], []
    own: Resolution | None = None
    for service in services:
        try:
            findings = service.find(question)
        except ServiceUnavailable as error:
            down.append(str(error))
            continue
        if findings and findings[0].shipped:
            own = own or _found(findings, context, service)
        elif findings:
            return _found(findings, context, service)
        else:
            silent.append(f"{service.name} does not know it either.")
    if own:
        return own
    if down:
        return Resolution(None, _UNSURE, Status.UNAVAILABLE, (*silent, *down))
    return Resolution(None, _NOWHERE, Status.NOT_FOUND, tuple(silent))


def _found(findings: Sequence[Finding], context: Context, service: Service) -> Resolution:
    likely = [(finding, _probability(finding, context)) for finding in findings]
    (first, probability), *others = sorted(likely, key=lambda pair: -pair[1])
    return Resolution(
        first.place,
        round(probability, 4),
        Status.RESOLVED,
        (
            f"{_UNKNOWN}.",
            _giver(first, service),
            *_position(first, context),
            *_age(first, service),
        ),
        tuple(Alternative(other.place, round(p, 4)) for other, p in others),
        SHIPPED if first.shipped else service.name,
    )


def _giver(finding: Finding, service: Service) -> str:
    if finding.shipped:
        return (
            f"{service.name} could not be asked. This point ships with Dateline and is good to "
            "about a kilometre."
        )
    return f"{service.name} was asked for “{finding.asked}” and gave this place."


def _probability(finding: Finding, context: Context) -> float:
    """Of an answer inside its parent: no higher than that the parent is right.

    That in turn is likelier than before, where a place of this very name lies there.
    """
    if not finding.inside:
        return finding.probability
    right = context.probability
    if finding.probability >= LEAST_EXACT:
        right = right * CONFIRMS / (right * CONFIRMS + 1 - right)
    return finding.probability * right


def _position(finding: Finding, context: Context) -> tuple[str, ...]:
    if context.area is None or context.parent is None:
        return ()
    away = f"{distance_km(finding.place, context.parent):,.0f} km from {context.parent.name}"
    return (f"It lies {away}." if finding.inside else f"It lies {away}, so it may be another.",)


def _age(finding: Finding, service: Service) -> tuple[str, ...]:
    day = finding.kept
    if day is None:
        return ()
    since = f"{day.day} {day:%B %Y}"
    return (f"This answer was kept on {since}; {service.name} could not be asked again.",)


def _is_exact(answer: Resolution, context: Context) -> bool:
    """Whether an answer is good enough to take the place of an approximate position."""
    place, area = answer.place, context.area
    return (
        place is not None
        and answer.probability >= LEAST_EXACT * context.probability
        and area is not None
        and area.holds(place)
    )


def _kept(before: Resolution, answer: Resolution) -> Resolution:
    """An approximate position that no service makes exact; asked again, reasons do not pile up."""
    if answer.place is None:
        return replace(before, reasons=(*before.reasons[:1], *answer.reasons))
    others = (Alternative(answer.place, answer.probability), *answer.alternatives)
    known = "Dateline's own answers are" if answer.source == SHIPPED else f"{answer.source} knows"
    unsure = f"{known} only places that may be another."
    return replace(
        before,
        reasons=(*before.reasons[:1], unsure),
        alternatives=others[:MOST_ALTERNATIVES],
    )


def _after(before: Resolution, answer: Resolution) -> Resolution:
    if answer.place is not None:
        return answer
    own = before.reasons
    if before.status == Status.UNAVAILABLE:  # asked again later, reasons must not pile up
        own = tuple(reason for reason in own if reason.startswith(_UNKNOWN))
    return replace(
        answer,
        reasons=tuple(dict.fromkeys((*own, *answer.reasons))),
        alternatives=before.alternatives,
    )


def _lent(parsed: ParsedArticle, sites: Sequence[int]) -> ParsedArticle:
    """Sites still without a place take the position of one that a service found near them."""
    open_sites = [i for i in sites if parsed.resolutions[i].place is None]
    known = {i: r for i, r in enumerate(parsed.resolutions) if r.place is not None}
    lent = inherit(parsed.article, parsed.mentions, known, open_sites)
    resolutions = list(parsed.resolutions)
    for index, resolution in lent.items():
        if resolution.place is not None:
            resolutions[index] = resolution
    return replace(parsed, resolutions=tuple(resolutions))
