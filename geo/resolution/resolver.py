"""Resolution: all names of an article scored together, the easy ones first, then the rest."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from geo.model.article import Article
from geo.model.mentions import Mention
from geo.model.places import Alternative, Candidate, Focus, Match, PlaceKind, Resolution, Status
from geo.resolution.candidate_table import Table
from geo.resolution.distances import Floats, distances_km
from geo.resolution.focus import focus
from geo.resolution.gazetteer_access import Gazetteer, Names
from geo.resolution.inheritance import inherit, is_site, settle_nested
from geo.resolution.mention_groups import Cluster, cluster
from geo.resolution.outlets import Coverage, Outlet
from geo.resolution.ranker import DEFAULT, Scorer, softmax_with_none
from geo.resolution.reasons import BY_NAME, NOT_FOUND, Around, reasons, unsure

ALTERNATIVES = 5
"""Most alternatives given with a resolution."""
ROUNDS = 2
"""How often the names of an article are scored by what the others mean; a third changes little."""
LEAST_PROBABILITY = 0.1
"""A place less likely than this is not taken, even if none is likelier."""
LEAST_ALTERNATIVE = 0.005
CERTAIN = 0.95
"""The probability given where the gazetteer has nothing of that name."""
CLOSE_KM = 100.0
TWIN_KM = 50.0
"""Candidates this close to the place taken, as a city and its county, count as the same answer."""


@dataclass(frozen=True, slots=True)
class FirstPass:
    """An article's names before their context is known.

    `settled`: clusters that need no scorer, with what they are resolved to. `likely`: the
    probability of each row of `table`.
    """

    article: Article
    mentions: tuple[Mention, ...]
    names: Names
    settled: tuple[tuple[Cluster, Resolution], ...]
    table: Table
    likely: Floats
    scorer: Scorer

    def coverage(self) -> Coverage:
        """Where its names lie, as far as each says by itself."""
        return self.table.coverage(self.likely)


Resolved = tuple[tuple[Resolution, ...], tuple[Focus, ...]]


def resolve(
    article: Article,
    mentions: tuple[Mention, ...],
    gazetteer: Gazetteer,
    scorer: Scorer = DEFAULT,
    home: Coverage | None = None,
) -> Resolved:
    """The place of each mention, in the mentions' order, and what the article is about.

    `home` is what other articles of its outlet are about, where that is known.
    """
    return finish(begin(article, mentions, gazetteer, scorer), home)


def begin(
    article: Article,
    mentions: tuple[Mention, ...],
    gazetteer: Gazetteer,
    scorer: Scorer = DEFAULT,
) -> FirstPass:
    """Candidates of each name, and how likely each is by itself."""
    names = Names(gazetteer)
    clusters = cluster(article, mentions, names)
    named = Counter(c.place.id for each in clusters for c in each.candidates if _is_proper(c))
    settled: list[tuple[Cluster, Resolution]] = []
    scored: list[Cluster] = []
    for each in clusters:
        # clusters of no fixed place do not reach the scorer
        reason = None if each.parent else _unfixed(each, gazetteer)
        tied = each if reason is None else _tied(each, named)
        if reason is not None and not tied.candidates:
            settled.append((each, Resolution(None, CERTAIN, Status.NO_FIXED_PLACE, (reason,))))
        elif not tied.candidates:
            settled.append((each, Resolution(None, CERTAIN, Status.NOT_FOUND, (NOT_FOUND,))))
        else:
            scored.append(tied)
    table = Table(tuple(scored), Outlet(article.outlet))
    likely, _ = softmax_with_none(scorer.alone(table.static), table.starts)
    return FirstPass(article, mentions, names, tuple(settled), table, likely, scorer)


def finish(
    first: FirstPass,
    home: Coverage | None = None,
    given: Mapping[int, Resolution] = MappingProxyType({}),
) -> Resolved:
    """The places, all names of the article and its outlet's home taken together.

    `given` are resolutions, by mention, that somebody has settled: they stay, with the
    automatic answer among their alternatives, and sites and foci go by them.
    """
    article, mentions = first.article, first.mentions
    found: dict[int, Resolution] = {}
    for each, resolution in (*first.settled, *_scored(first, home)):
        found |= dict.fromkeys(each.mentions, resolution)
    found |= {i: _beside(settled, found.get(i)) for i, settled in given.items()}
    sites = {
        i
        for i, mention in enumerate(mentions)
        if i not in found or (found[i].status == Status.NOT_FOUND and is_site(mention))
    }
    known = {i: resolution for i, resolution in found.items() if i not in sites}
    found |= inherit(article, mentions, known, sorted(sites), first.names)
    found |= settle_nested(mentions, found)
    resolutions = tuple(found[i] for i in range(len(mentions)))
    return resolutions, focus(mentions, resolutions, first.names.gazetteer)


def _beside(given: Resolution, automatic: Resolution | None) -> Resolution:
    """A settled resolution; nothing else is probable, but the others can still be chosen."""
    if automatic is None:
        return given
    chosen = given.place.id if given.place else ""
    places = ([automatic.place] if automatic.place else []) + [
        other.place for other in automatic.alternatives
    ]
    others = tuple(Alternative(place, 0.0) for place in places if place.id != chosen)
    return replace(given, alternatives=others[:ALTERNATIVES])


def _unfixed(each: Cluster, gazetteer: Gazetteer) -> str | None:
    """Why a name means no fixed place by itself, or None."""
    by_name = bool(each.candidates) and all(
        c.match == Match.NICKNAME and c.place.kind.is_area for c in each.candidates
    )
    return gazetteer.no_fixed_place(each.name) or (BY_NAME if by_name else None)


def _is_proper(candidate: Candidate) -> bool:
    return candidate.match != Match.NICKNAME


def _tied(each: Cluster, named: Mapping[str, int]) -> Cluster:
    """Only those places of a by-name that the article calls by their own name too."""
    kept = tuple(c for c in each.candidates if c.match == Match.NICKNAME and named.get(c.place.id))
    return replace(each, candidates=kept, inside=(False,) * len(kept))


def _scored(first: FirstPass, home: Coverage | None) -> Iterator[tuple[Cluster, Resolution]]:
    table = first.table
    if not table.rows:
        return
    final = first.likely
    for _ in range(ROUNDS):
        signals = table.in_context(final, home)
        final, none = softmax_with_none(first.scorer.in_context(signals), table.starts)
    blocks = [slice(start, end) for start, end in pairwise(table.starts)]
    best = [_best(table.vectors[block], final[block]) for block in blocks]
    tops = [block.start + row for block, (row, _) in zip(blocks, best, strict=True)]
    around = _around(table, tops, table.points(final))
    for index, (block, (_, twins)) in enumerate(zip(blocks, best, strict=True)):
        each, top = table.clusters[index], tops[index]
        probability = final[block][twins].sum()
        if probability < max(none[index], LEAST_PROBABILITY):
            yield each, Resolution(
                None, _rounded(none[index]), Status.NOT_FOUND, unsure(each),
                _alternatives(table.rows[block], final[block]),
            )  # fmt: skip
        else:
            chosen, others = table.rows[top], np.where(twins, 0.0, final[block])
            yield each, Resolution(
                chosen.place, _rounded(probability), Status.RESOLVED,
                reasons(each, chosen, signals[top], around[index]),
                _alternatives(table.rows[block], others),
            )  # fmt: skip


def _best(vectors: Floats, probabilities: Floats) -> tuple[int, NDArray[np.bool_]]:
    """The row to take, and which rows are as good as it.

    A city, its county and its district under one name are not rivals: the spot with the most
    probability wins, then the likeliest row there.
    """
    close = distances_km(vectors, vectors) <= TWIN_KM
    np.fill_diagonal(close, val=True)
    twins = close[int((close @ probabilities).argmax())]
    row = int(np.where(twins, probabilities, -1.0).argmax())
    return row, close[row]


def _rounded(probability: float) -> float:
    return round(float(probability), 4)


def _alternatives(
    candidates: Sequence[Candidate], probabilities: Floats
) -> tuple[Alternative, ...]:
    """The likeliest candidates."""
    order = np.argsort(-probabilities, kind="stable")[:ALTERNATIVES]
    return tuple(
        Alternative(candidates[i].place, _rounded(probabilities[i]))
        for i in order.tolist()
        if probabilities[i] >= LEAST_ALTERNATIVE
    )


def _around(table: Table, tops: Sequence[int], points: Sequence[int]) -> list[Around]:
    """For each likeliest row, the other names of the article that speak for it."""
    places = [table.rows[top].place for top in tops]
    regions = {p.id: p.name for p in places if p.kind == PlaceKind.REGION}
    countries = {p.country_code: p.name for p in places if p.kind == PlaceKind.COUNTRY}
    near = _close_by(table, tops, points)
    return [
        Around(
            name,
            regions.get(place.region_id, "")
            or (countries.get(place.country_code, "") if place.kind != PlaceKind.COUNTRY else ""),
        )
        for place, name in zip(places, near, strict=True)
    ]


def _close_by(table: Table, tops: Sequence[int], points: Sequence[int]) -> list[str]:
    """For each likeliest row the name of another place of the article close to it, or ""."""
    distances = distances_km(table.vectors[list(tops)], table.vectors[list(points)])
    names = [table.rows[point].place.name for point in points]
    found = []
    for row, top in enumerate(tops):
        is_point = top in points
        own = table.rows[top].place.name
        others = ((distances[row, i], name) for i, name in enumerate(names) if name != own)
        distance, name = min(others, default=(CLOSE_KM, "")) if is_point else (CLOSE_KM, "")
        found.append(name if distance < CLOSE_KM else "")
    return found
