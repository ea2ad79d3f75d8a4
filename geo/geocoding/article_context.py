"""What an article says of where a name may lie: its parent, and how sure that is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.geocoding.search_area import Area, area_of
from geo.geocoding.services import Question
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind
from geo.resolution import is_approximate, is_site
from geo.resolution.gazetteer_access import plain

PEOPLE = frozenset({MentionType.DEMONYM, MentionType.LANGUAGE})
"""Types of mention that say nothing of where the names beside them lie."""
LEAST_FOCUS = 0.5
"""The share of an article's names from which its main city or region is taken as a parent."""
_ORDER = (PlaceKind.CITY, PlaceKind.COUNTY, PlaceKind.REGION, PlaceKind.COUNTRY)


@dataclass(frozen=True, slots=True)
class Context:
    """The parent of a name, how probable it is that the parent is right, and where it lies.

    `parent` is None where nothing is known, or only an area.
    """

    parent: Place | None = None
    probability: float = 1.0
    area: Area | None = None


def question_of(parsed: ParsedArticle, index: int, context: Context) -> Question:
    """What a service is asked about mention `index`."""
    mention, parent = parsed.mentions[index], context.parent
    around = parent or parsed.resolutions[index].place
    focus = (f.place.country_code for f in parsed.focus if f.place.kind == PlaceKind.COUNTRY)
    code = (around.country_code if around else "") or next(focus, "")
    kind = PlaceKind.FACILITY if is_site(mention) else mention.kind_hint
    return Question(plain(mention.text), parent.name if parent else "", code, kind, context.area)


def context_of(parsed: ParsedArticle, index: int) -> Context:
    """What lies around mention `index`.

    A site that resolution only gave the position of another place is looked for around that
    place. Any other name: in the place in its own name, else in the smallest place of its
    sentence. Only a site is looked for in what the article is mainly about: a town that has no
    place beside it may be anywhere.
    """
    before = parsed.resolutions[index]
    if before.place is not None and is_approximate(before):
        lender = _lender(parsed, before.place)
        places = (before.place, lender) if lender else (before.place,)
        areas = [area for area in map(area_of, places) if area]
        widest = max(areas, key=lambda area: area.radius_km, default=None)
        return Context(lender, before.probability, widest)
    found = next(_around(parsed, index), None)
    if found is None:
        return Context()
    place, probability = found
    return Context(place, probability, area_of(place))


def _lender(parsed: ParsedArticle, lent: Place) -> Place | None:
    """The place of the article that lent a site its position; its id ends the site's."""
    places = (resolution.place for resolution in parsed.resolutions)
    return next((p for p in places if p and p != lent and lent.id.endswith(f"-{p.id}")), None)


def _around(parsed: ParsedArticle, index: int) -> Iterator[tuple[Place, float]]:
    mention = parsed.mentions[index]
    nested = [i for i, other in enumerate(parsed.mentions) if other.inside == index]
    beside = [
        i
        for i, other in enumerate(parsed.mentions)
        if (other.field, other.sentence) == (mention.field, mention.sentence)
        and other.type not in PEOPLE
    ]
    yield from _ranked(nested, parsed, mention.start)
    yield from _ranked(beside, parsed, mention.start)
    if not is_site(mention):
        return
    foci = (f for f in parsed.focus if f.place.kind in _ORDER and f.score >= LEAST_FOCUS)
    smallest_first = sorted(foci, key=lambda focus: _ORDER.index(focus.place.kind))
    yield from ((focus.place, focus.score) for focus in smallest_first)


def _ranked(
    group: Sequence[int], parsed: ParsedArticle, start: int
) -> Iterator[tuple[Place, float]]:
    """The places of some mentions, the smallest kind first, then the closest."""
    known = [
        (_ORDER.index(place.kind), abs(parsed.mentions[i].start - start), i, place)
        for i in group
        if (place := parsed.resolutions[i].place) is not None and place.kind in _ORDER
    ]
    for *_, i, place in sorted(known, key=lambda row: row[:3]):
        yield place, parsed.resolutions[i].probability
