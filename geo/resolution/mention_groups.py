"""Mentions of one article that must mean the same: one name, one family of types, one parent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.model.places import Candidate, Match, PlaceKind
from geo.resolution.distances import lies_in
from geo.resolution.evidence import Parent, dateline, parents
from geo.resolution.gazetteer_access import Names, plain

TITLE_WEIGHT = 2.0
DATELINE_WEIGHT = 2.0
_PEOPLE = frozenset({MentionType.DEMONYM, MentionType.LANGUAGE})
_OF_PEOPLE = frozenset({Match.ADJECTIVE, Match.DEMONYM, Match.LANGUAGE})


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions that get one place. `weight` is how much of the article they are.

    `parent` is the area named beside them, where a candidate lies in it; `inside[i]` says
    whether candidate i does. `people`: the mentions are of inhabitants or their language.
    `opening`: the article opens with it, as datelines do. `uses` are the mentions' types.
    """

    name: str
    mentions: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    parent: Parent | None
    inside: tuple[bool, ...]
    people: bool
    weight: float
    opening: bool = False
    uses: tuple[MentionType, ...] = ()


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    people: bool
    parent: frozenset[str]


def cluster(article: Article, mentions: Sequence[Mention], names: Names) -> tuple[Cluster, ...]:
    """The clusters of an article's mentions, in reading order; unlisted sites are left out."""
    beside = parents(article, mentions, names)
    opening = dateline(article, mentions)
    grouped: dict[_Key, list[int]] = {}
    kept: dict[_Key, tuple[tuple[Candidate, ...], Parent | None, tuple[bool, ...]]] = {}
    for index, mention in enumerate(mentions):
        candidates = _candidates(mention, names)
        if mention.kind_hint == PlaceKind.FACILITY and not candidates:
            continue
        parent, inside = _confirmed(beside, index, candidates)
        areas = frozenset(p.id for p in parent.places) if parent else frozenset()
        key = _Key(_name(mention).casefold(), mention.type in _PEOPLE, areas)
        grouped.setdefault(key, []).append(index)
        kept[key] = (candidates, parent, inside)
    return tuple(
        Cluster(
            _name(mentions[members[0]]),
            tuple(members),
            *kept[key],
            key.people,
            sum(_weight(mentions[i], i == opening) for i in members) ** 0.5,
            opening in members,
            tuple(mentions[i].type for i in members),
        )
        for key, members in grouped.items()
    )


def _name(mention: Mention) -> str:
    name = plain(mention.text)
    return name.split(",", 1)[0] if "," in name else name


def _candidates(mention: Mention, names: Names) -> tuple[Candidate, ...]:
    candidates = names.candidates(plain(mention.text)) or names.candidates(_name(mention))
    if mention.kind_hint == PlaceKind.FACILITY:
        return tuple(c for c in candidates if c.place.kind == PlaceKind.FACILITY)
    if mention.type in _PEOPLE:
        people = tuple(c for c in candidates if c.match in _OF_PEOPLE)
        return people or candidates
    return candidates


def _confirmed(
    beside: Mapping[int, Parent], index: int, candidates: Sequence[Candidate]
) -> tuple[Parent | None, tuple[bool, ...]]:
    parent = beside.get(index)
    nowhere = (False,) * len(candidates)
    if parent is None:
        return None, nowhere
    # "Jamaica, Cuba" is a list of countries, no village of Cuba
    rival = any(c.place.kind == PlaceKind.COUNTRY for c in candidates)
    inside = tuple(
        any(
            lies_in(c.place, area)
            for area in parent.places
            if not (rival and area.kind == PlaceKind.COUNTRY and c.place.kind == PlaceKind.CITY)
        )
        for c in candidates
    )
    return (parent, inside) if any(inside) else (None, nowhere)


def _weight(mention: Mention, opening: bool) -> float:
    if opening:
        return DATELINE_WEIGHT
    return TITLE_WEIGHT if mention.field == "title" else 1.0
