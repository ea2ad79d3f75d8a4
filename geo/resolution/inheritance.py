"""Buildings and sites no gazetteer has: each takes the position of a place in or near its name.

"Harbin University" lies where Harbin lies; "the cathedral of St Sophia in Harbin" too. A site
with no such place stays without a position.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.model.places import Alternative, Match, Place, PlaceKind, Resolution, Status
from geo.resolution.distances import NEAR_TOWN_KM, distance_km
from geo.resolution.evidence import beside
from geo.resolution.gazetteer_access import LONGEST_NAME, Names, plain

SOURCE = "inherited"
LARGE_TOWN = 100_000
"""Inhabitants from which a town in a site's name is taken to be meant without being marked."""
DOUBTFUL = 0.5
"""A place less likely than this lends its position only if there is no better one."""
ELSEWHERE_KM = 200.0
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
_SAINT = re.compile(r"(?:St|Ste|Saint|Sainte|San|Santa|Holy|Our|Lady)\.?", re.IGNORECASE)
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
    """Where a site's position comes from; `probability` is that of its place being right."""

    rank: int
    place: Place
    probability: float

    @property
    def order(self) -> tuple[bool, int]:
        """The lower the better: a place that is doubtful itself comes last."""
        return self.probability < DOUBTFUL, self.rank


_IN_NAME, _BESIDE, _IN_SENTENCE, _BEFORE, _VAGUE_BESIDE, _VAGUE_IN_NAME = range(6)
_TRUST = (0.85, 0.85, 0.65, 0.5, 0.4, 0.4)
"""By rank: how often a site lies where the place does; guessed, then held against GeoWebNews."""
_WHY = (
    "the place in its name",
    "the place named right beside it",
    "the place named in the same sentence",
    "the place last named before it in its paragraph",
    "the area named right beside it",
    "the area in its name",
)


def is_site(mention: Mention) -> bool:
    """Whether a mention is of a building or site, by its recogniser or by a word in it."""
    return mention.kind_hint == PlaceKind.FACILITY or (
        mention.kind_hint is None and _SITE.search(mention.text) is not None
    )


def is_site_word(word: str) -> bool:
    """Whether a word only says what sort of site something is."""
    return _SITE.fullmatch(word) is not None


def is_approximate(resolution: Resolution) -> bool:
    """Whether a site has only the position of another place: nobody has said where it is."""
    return resolution.place is not None and resolution.source == SOURCE


def inherit(
    article: Article,
    mentions: Sequence[Mention],
    resolutions: Mapping[int, Resolution],
    sites: Sequence[int],
    names: Names | None = None,
) -> dict[int, Resolution]:
    """Resolutions of the mentions `sites`, from those of the other mentions of the article.

    Mentions of one name share the best position, but for those that say another town themselves:
    two towns have a Central Hospital each. Without `names`, a large town in a site's name counts
    only where the article names it itself.
    """
    if not sites:
        return {}
    context = _Context(article, mentions, resolutions, names)
    own = {i: sorted(context.sources(i), key=lambda source: source.order) for i in sites}
    best: dict[str, _Source] = {}
    for index, (first, *_) in ((i, sources) for i, sources in own.items() if sources):
        name = plain(mentions[index].text).casefold()
        if name not in best or first.order < best[name].order:
            best[name] = first
    return {index: _resolution(mentions[index], own[index], best) for index in sites}


class _Context:
    """What an article says of where its sites are."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        resolutions: Mapping[int, Resolution],
        names: Names | None,
    ) -> None:
        self._article, self._mentions, self._names = article, mentions, names
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
        beside_it = (n.index for n in self._beside.get(index, ()))
        there = (i for i in beside_it if self._mentions[i].type not in _NOT_THERE)
        yield from self._from(there, _BESIDE)
        if not nested:
            yield from self._in_name(plain(self._mentions[index].text))
        yield from self._from(self._in_sentence(index), _IN_SENTENCE)
        yield from self._from(self._before(index), _BEFORE)

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
                if at and _SAINT.fullmatch(words[at - 1]):
                    continue  # St Sophia is no town called Sophia
                place, probability = self._said.get(part.casefold(), (None, 0.0))
                if place is None and self._names:
                    place, probability = _well_known(part, self._names), _UNMARKED
                if place is not None:
                    yield _source(place, probability, _IN_NAME)

    def _around(self, index: int) -> Iterator[int]:
        """Mentions of precise places not far from a site, the closest first."""
        site = self._mentions[index]
        near = range(index - _WINDOW, index + _WINDOW + 1)
        for i in sorted(near, key=lambda i: abs(i - index)):
            place = self._placed[i].place if i in self._placed else None
            other = self._mentions[i] if place is not None else site
            if place is not None and place.kind in _PRECISE and other.type not in _NOT_THERE:
                yield i

    def _in_sentence(self, index: int) -> list[int]:
        site, others = self._mentions[index], self._mentions
        sentence = (site.field, site.sentence)
        return [i for i in self._around(index) if (others[i].field, others[i].sentence) == sentence]

    def _before(self, index: int) -> list[int]:
        """The last precise place named before a site in its paragraph, if any."""
        site = self._mentions[index]
        text = self._article.title if site.field == "title" else self._article.text
        paragraph = text.rfind("\n", 0, site.start)
        for i in self._around(index):
            other = self._mentions[i]
            if other.field == site.field and paragraph < other.start < site.start:
                return [i]
        return []


def _source(place: Place, probability: float, rank: int) -> _Source:
    if place.kind not in _PRECISE:
        rank = _VAGUE_IN_NAME if rank == _IN_NAME else _VAGUE_BESIDE
    return _Source(rank, place, probability)


def _well_known(name: str, names: Names) -> Place | None:
    known = (c.place for c in names.candidates(name) if c.match in _PROPER)
    large = (p for p in known if p.kind in _PRECISE and p.population >= LARGE_TOWN)
    return max(large, key=lambda place: place.population, default=None)


def _names_another_town(own: _Source, best: _Source) -> bool:
    """Whether a mention has a town in or right beside it, far from that of its namesakes."""
    is_said = own.rank in {_IN_NAME, _BESIDE} and own.probability >= DOUBTFUL
    are_towns = own.place.kind == best.place.kind == PlaceKind.CITY
    return is_said and are_towns and distance_km(own.place, best.place) > NEAR_TOWN_KM


def _resolution(
    mention: Mention, own: Sequence[_Source], best: Mapping[str, _Source]
) -> Resolution:
    name = plain(mention.text)
    source = best.get(name.casefold())
    if source and own and _names_another_town(own[0], source):
        source = own[0]
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
    probability = round(source.probability * _TRUST[source.rank], 4)
    reason = f"Position of {parent.name}: {_WHY[source.rank]}."
    return Resolution(place, probability, Status.RESOLVED, (reason,), source=SOURCE)


def settle_nested(
    mentions: Sequence[Mention], resolutions: Mapping[int, Resolution]
) -> dict[int, Resolution]:
    """Doubtful names inside sites that lie elsewhere: a saint's name is no town of that name."""
    found: dict[int, Resolution] = {}
    for index, mention in enumerate(mentions):
        if mention.inside is None:
            continue
        own, outer = resolutions[index], resolutions[mention.inside].place
        if own.place is None or outer is None or own.probability >= DOUBTFUL:
            continue
        if outer.kind == PlaceKind.FACILITY and distance_km(own.place, outer) > ELSEWHERE_KM:
            found[index] = Resolution(
                None, round(1 - own.probability, 4), Status.NOT_FOUND,
                (f"Part of the name {outer.name}, which points to another part of the world.",),
                (Alternative(own.place, own.probability), *own.alternatives)[:5],
            )  # fmt: skip
    return found


def _slug(name: str) -> str:
    plain_letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain_letters).strip("-")[:60].rstrip("-")
    return slug or hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12]
