"""Buildings and sites no gazetteer has: each takes the position of a place in or near its name.

"Harbin University" lies where Harbin lies; "the cathedral of St Sophia in Harbin" too. A site
with no such place stays without a position.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.articles import Article
from geo.mentions import Mention, MentionType
from geo.places import Match, Place, PlaceKind, Resolution, Status
from geo.resolution.evidence import beside
from geo.resolution.lookup import LONGEST_NAME, Names, plain

SOURCE = "inherited"
LARGE_TOWN = 100_000
"""Inhabitants from which a town in a site's name is taken to be meant without being marked."""
_WINDOW = 40
"""Mentions before and after a site among which its sentence's places are sought."""
_UNMARKED = 0.8
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
_TRUST = {_IN_NAME: 0.85, _BESIDE: 0.85, _IN_SENTENCE: 0.65, _COUNTRY_IN_NAME: 0.4}
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
    if not sites:
        return {}
    context = _Context(article, mentions, resolutions, names)
    best: dict[str, _Source] = {}
    for index in sites:
        name = plain(mentions[index].text).casefold()
        for source in context.sources(index):
            if name not in best or source.rank < best[name].rank:
                best[name] = source
    return {index: _resolution(mentions[index], best) for index in sites}


class _Context:
    """What an article says of where its sites are."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        resolutions: Mapping[int, Resolution],
        names: Names,
    ) -> None:
        self._mentions, self._names = mentions, names
        self._placed = {i: r for i, r in resolutions.items() if r.place is not None}
        self._beside = beside(article, mentions)
        self._said = {
            plain(mentions[i].text).casefold(): (r.place, r.probability)
            for i, r in self._placed.items()
        }
        self._nested: dict[int, list[int]] = {}
        for i, mention in enumerate(mentions):
            if mention.inside is not None:
                self._nested.setdefault(mention.inside, []).append(i)

    def sources(self, index: int) -> Iterator[_Source]:
        """Where a site's position may come from, in no order of rank."""
        nested = self._nested.get(index, [])
        yield from self._from(nested, _IN_NAME)
        yield from self._from((n.index for n in self._beside.get(index, ())), _BESIDE)
        if not nested:
            yield from self._in_name(plain(self._mentions[index].text))
        yield from self._from(self._in_sentence(index), _IN_SENTENCE)

    def _from(self, indices: Iterable[int], rank: int) -> Iterator[_Source]:
        for i in indices:
            resolution = self._placed.get(i)
            if resolution is not None and resolution.place is not None:
                yield _source(resolution.place, resolution.probability, rank)

    def _in_name(self, name: str) -> Iterator[_Source]:
        """The places some words of the name mean: one the article names, or a large town."""
        words = _WORD.findall(name[:LONGEST_NAME])
        for length in range(min(3, len(words) - 1), 0, -1):
            for at in range(len(words) - length + 1):
                part = " ".join(words[at : at + length])
                if not part[0].isupper() or _SITE.fullmatch(part):
                    continue
                place, probability = self._said.get(part.casefold(), (None, 0.0))
                if place is None:
                    place, probability = _well_known(part, self._names), _UNMARKED
                if place is not None:
                    yield _source(place, probability, _IN_NAME)

    def _in_sentence(self, index: int) -> list[int]:
        """Mentions of precise places in the same sentence, the closest first."""
        site = self._mentions[index]

        def fits(i: int) -> bool:
            other, place = self._mentions[i], self._placed[i].place
            return (
                (other.field, other.sentence) == (site.field, site.sentence)
                and other.type not in _NOT_THERE
                and place is not None
                and place.kind in _PRECISE
            )

        around = range(index - _WINDOW, index + _WINDOW + 1)
        found = (i for i in around if i in self._placed and fits(i))
        return sorted(found, key=lambda i: abs(self._mentions[i].start - site.start))


def _source(place: Place, probability: float, rank: int) -> _Source:
    if rank == _IN_NAME and place.kind not in _PRECISE:
        rank = _COUNTRY_IN_NAME
    reason = f"Position of {place.name}: {_WHY[rank]}."
    return _Source(rank, place, probability * _TRUST[rank], reason)


def _well_known(name: str, names: Names) -> Place | None:
    known = (c.place for c in names.candidates(name) if c.match in _PROPER)
    large = (p for p in known if p.kind in _PRECISE and p.population >= LARGE_TOWN)
    return max(large, key=lambda place: place.population, default=None)


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
