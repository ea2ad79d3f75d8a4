"""Buildings and sites no gazetteer has: each takes the position of a place in or near its name.

"Harbin University" lies where Harbin lies; "the cathedral of St Sophia in Harbin" too. A site
with no such place stays without a position.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.articles import Article
from geo.mentions import Mention, MentionType
from geo.places import Match, Place, PlaceKind, Resolution, Status
from geo.resolution.evidence import beside
from geo.resolution.lookup import Names, plain

SOURCE = "inherited"
LARGE_TOWN = 100_000
"""Inhabitants from which a town in a site's name is taken to be meant without being marked."""
_RADIUS_KM = {
    PlaceKind.FACILITY: 5.0, PlaceKind.CITY: 15.0, PlaceKind.COUNTY: 50.0,
    PlaceKind.PHYSICAL: 100.0, PlaceKind.REGION: 200.0, PlaceKind.COUNTRY: 500.0,
}  # fmt: skip
_PRECISE = frozenset({PlaceKind.CITY, PlaceKind.COUNTY, PlaceKind.REGION})
_NOT_THERE = frozenset(
    {MentionType.DEMONYM, MentionType.LANGUAGE, MentionType.NON_LITERAL_MODIFIER}
)
_PROPER = frozenset({Match.NAME, Match.ALTERNATE})
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_SITE = re.compile(
    r"\b(?:universit(?:y|ies)|college|school|academy|institute|hospital|clinic|church|cathedral"
    r"|mosque|temple|synagogue|monastery|airport|airfield|air\s+base|station|stadium|arena"
    r"|museum|library|theat(?:er|re)|palace|castle|prison|jail|court(?:house)?|embassy"
    r"|consulate|bridge|dam|park|zoo|hotel|mall|cemetery|square|street|avenue|boulevard|road"
    r"|highway|hall|center|centre|fort|camp|harbou?r|shipyard|plant|refinery)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a site's position comes from; the lower the rank the better."""

    rank: int
    place: Place
    probability: float
    reason: str


_IN_NAME, _BESIDE, _IN_SENTENCE, _COUNTRY_IN_NAME = range(4)
_TRUST = {_IN_NAME: 0.75, _BESIDE: 0.75, _IN_SENTENCE: 0.5, _COUNTRY_IN_NAME: 0.4}
_WHY = {
    _IN_NAME: "the place in its name",
    _BESIDE: "the place named right beside it",
    _IN_SENTENCE: "the place named in the same sentence",
    _COUNTRY_IN_NAME: "the country in its name",
}


def is_site(mention: Mention) -> bool:
    """Whether a mention is of a building or site, by its recogniser or by a word in it."""
    return mention.kind_hint == PlaceKind.FACILITY or (
        mention.kind_hint is None and _SITE.search(mention.text) is not None
    )


def inherit(
    article: Article,
    mentions: Sequence[Mention],
    resolutions: Mapping[int, Resolution],
    sites: Sequence[int],
    names: Names,
) -> dict[int, Resolution]:
    """Resolutions of the mentions `sites`, from those of the other mentions of the article."""
    around = beside(article, mentions)
    best: dict[str, _Source] = {}
    for index in sites:
        near = [n.index for n in around.get(index, ())]
        name = plain(mentions[index].text).casefold()
        for source in _sources(index, mentions, resolutions, near, names):
            if name not in best or source.rank < best[name].rank:
                best[name] = source
    return {index: _resolution(mentions[index], best) for index in sites}


def _sources(
    index: int,
    mentions: Sequence[Mention],
    resolutions: Mapping[int, Resolution],
    near: Sequence[int],
    names: Names,
) -> Iterator[_Source]:
    nested = [i for i, m in enumerate(mentions) if m.inside == index]
    yield from (s for i in nested if (s := _from(resolutions.get(i), _IN_NAME)))
    yield from (s for i in near if (s := _from(resolutions.get(i), _BESIDE)))
    if not nested and (place := _in_name(mentions[index], mentions, resolutions, names)):
        yield _source(place, 0.8, _IN_NAME)
    closest = _in_sentence(index, mentions, resolutions)
    yield from (s for i in closest if (s := _from(resolutions.get(i), _IN_SENTENCE)))


def _from(resolution: Resolution | None, rank: int) -> _Source | None:
    if resolution is None or resolution.place is None:
        return None
    return _source(resolution.place, resolution.probability, rank)


def _source(place: Place, probability: float, rank: int) -> _Source:
    if rank == _IN_NAME and place.kind not in _PRECISE:
        rank = _COUNTRY_IN_NAME
    reason = f"Position of {place.name}: {_WHY[rank]}."
    return _Source(rank, place, probability * _TRUST[rank], reason)


def _in_name(
    mention: Mention,
    mentions: Sequence[Mention],
    resolutions: Mapping[int, Resolution],
    names: Names,
) -> Place | None:
    """The place some words of the name mean: one the article names, or a large town or area."""
    said = {plain(mentions[i].text).casefold(): r.place for i, r in resolutions.items()}
    words = _WORD.findall(plain(mention.text))
    for length in range(min(3, len(words) - 1), 0, -1):
        for at in range(len(words) - length + 1):
            name = " ".join(words[at : at + length])
            if not name[0].isupper() or _SITE.fullmatch(name):
                continue
            if place := said.get(name.casefold()) or _well_known(name, names):
                return place
    return None


def _well_known(name: str, names: Names) -> Place | None:
    known = (c.place for c in names.candidates(name) if c.match in _PROPER)
    large = (p for p in known if p.kind in _PRECISE and p.population >= LARGE_TOWN)
    return max(large, key=lambda place: place.population, default=None)


def _in_sentence(
    index: int, mentions: Sequence[Mention], resolutions: Mapping[int, Resolution]
) -> list[int]:
    """Mentions of precise places in the same sentence, the closest first."""
    site = mentions[index]

    def fits(i: int) -> bool:
        other, resolution = mentions[i], resolutions[i]
        return (
            (other.field, other.sentence) == (site.field, site.sentence)
            and other.type not in _NOT_THERE
            and resolution.place is not None
            and resolution.place.kind in _PRECISE
        )

    return sorted(
        (i for i in resolutions if fits(i)), key=lambda i: abs(mentions[i].start - site.start)
    )


def _resolution(mention: Mention, best: Mapping[str, _Source]) -> Resolution:
    name = plain(mention.text)
    source = best.get(name.casefold())
    if source is None:
        return Resolution(
            None, 0.9, Status.NOT_FOUND,
            ("Not found in the gazetteer, and no place in or near its name says where it is.",),
            source=SOURCE,
        )  # fmt: skip
    parent = source.place
    radius = _RADIUS_KM.get(parent.kind, 15.0)
    place = Place(
        f"dl-{_slug(name)}-{parent.id}", name, PlaceKind.FACILITY, parent.lat, parent.lon,
        parent.country_code, region_id=parent.region_id, radius_km=radius,
    )  # fmt: skip
    return Resolution(
        place, round(source.probability, 4), Status.RESOLVED, (source.reason,), source=SOURCE
    )


def _slug(name: str) -> str:
    plain_letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain_letters).strip("-")[:60].rstrip("-")
    return slug or hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12]
