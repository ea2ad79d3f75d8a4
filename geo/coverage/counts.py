"""Answering a `Search` over a table: masks over rows, and exact counts of what they leave."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from geo.coverage.queries import Counts, Coverage, Facet, PlaceCount, Ranking, Search
from geo.coverage.table import KINDS, TYPES, UNDATED, Ints, Table
from geo.coverage.timeline import timeline
from geo.model.mentions import MentionGroup

Mask = NDArray[np.bool_]
Texts = Callable[[str], Collection[str]]
"""The ids of the articles whose title, outlet and text hold all of some words."""

MOST_CELLS = 1 << 23
"""Pairs of an article and a value that are ticked off in one array; more are sorted."""
_GROUPS = tuple(MentionGroup)
_GROUP_OF = np.array([_GROUPS.index(t.group) for t in TYPES])


def coverage(table: Table, search: Search, texts: Texts) -> Coverage:
    """Count what the search finds.

    An article counts where one of its mentions does; one that names no place counts nowhere.
    """
    rows = Rows(table, search, texts)
    found = rows.passing()
    days = table.days[articles_in(table, rows.passing("dates"))]
    return Coverage(
        total=_total(table, found),
        places=Places(table, found),
        countries=_by_country(table, found),
        timeline=timeline(days[days != UNDATED]),
        undated=int((days == UNDATED).sum()),
        outlets=_outlet_facet(table, search, rows),
        country_facet=_country_facet(table, search, rows),
        kinds=_members(table, KINDS, table.kinds[table.place], search.kinds, rows.passing("kinds")),
        types=_members(table, TYPES, table.type, search.types, rows.passing("types")),
    )


class Rows:
    """Which rows of a table a search lets through, by each of its choices."""

    def __init__(self, table: Table, search: Search, texts: Texts) -> None:
        self._table = table
        says, dates, outlets = _saying(table, search, texts), _dated(table, search), None
        if search.outlets:
            outlets = table.outlets.one_of(search.outlets)
        self._of_articles = [mask for mask in (says, dates, outlets) if mask is not None]
        chosen = {
            "words": says if says is None else says[table.article],
            "dates": dates if dates is None else dates[table.article],
            "outlets": outlets if outlets is None else outlets[table.article],
            **_of_mentions(table, search),
        }
        self._chosen = {name: mask for name, mask in chosen.items() if mask is not None}

    def passing(self, but: str = "") -> Mask:
        """The rows that pass every choice, or every one but that of one facet."""
        found = np.ones(len(self._table.article), bool)
        for name, mask in self._chosen.items():
            if name != but:
                found &= mask
        return found

    def articles(self) -> Mask:
        """The articles that pass: by a row where something is asked of rows."""
        if self._chosen.keys() - {"words", "dates", "outlets"}:
            return articles_in(self._table, self.passing())
        found = np.ones(len(self._table), bool)
        for mask in self._of_articles:
            found &= mask
        return found


def _saying(table: Table, search: Search, texts: Texts) -> Mask | None:
    if not search.words.strip():
        return None
    says = np.zeros(len(table), bool)
    says[[n for i in texts(search.words) if (n := table.numbers.get(i)) is not None]] = True
    return says


def _dated(table: Table, search: Search) -> Mask | None:
    if search.since is None and search.until is None:
        return None
    since, until = search.since or date.min, search.until or date.max
    return (table.days >= since.toordinal()) & (table.days <= until.toordinal())


def _of_mentions(table: Table, search: Search) -> dict[str, Mask | None]:
    countries = kinds = types = place = sure = None
    if search.countries:
        countries = table.countries.one_of(search.countries)[table.place]
    if search.kinds:
        kinds = np.array([kind in search.kinds for kind in KINDS])[table.kinds][table.place]
    if search.types:
        types = np.array([kind in search.types for kind in TYPES])[table.type]
    if search.place:
        place = table.place == table.place_numbers.get(search.place, -1)
    if search.sure > 0:
        sure = table.probability >= search.sure
    return {"countries": countries, "kinds": kinds, "types": types, "place": place, "sure": sure}


class Places(Ranking):
    """The places of some rows, most named first; each is made when it is asked for.

    By articles, then mentions, then name.
    """

    def __init__(self, table: Table, rows: Mask) -> None:
        size = len(table.places)
        place, groups = table.place[rows], len(_GROUPS)
        self._table = table
        self._mentions = np.bincount(place, minlength=size)
        self._articles = articles_by(table.article[rows], place, size)
        self._sums = np.bincount(place, table.probability[rows].astype(np.float64), size)
        by_group = place * groups + _GROUP_OF[table.type[rows]]
        self._groups = np.bincount(by_group, minlength=size * groups).reshape(size, groups)
        named = np.flatnonzero(self._mentions)
        keys = (table.ranks[named], -self._mentions[named], -self._articles[named])
        self._order: Ints = named[np.lexsort(keys)]

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> PlaceCount: ...
    @overload
    def __getitem__(self, at: slice) -> "tuple[PlaceCount, ...]": ...
    def __getitem__(self, at: int | slice) -> "PlaceCount | tuple[PlaceCount, ...]":
        if isinstance(at, slice):
            return tuple(self._one(number) for number in self._order[at].tolist())
        return self._one(int(self._order[at]))

    def most_mentioned(self, number: int) -> tuple[PlaceCount, ...]:
        """The places of most mentions, so many at most."""
        order = np.argsort(-self._mentions[self._order], kind="stable")[:number]
        return tuple(self._one(one) for one in self._order[order].tolist())

    def of(self, identifier: str) -> PlaceCount | None:
        """The place of this id, None where it is not found."""
        number = self._table.place_numbers.get(identifier)
        return None if number is None or not self._mentions[number] else self._one(number)

    def _one(self, number: int) -> PlaceCount:
        mentions = int(self._mentions[number])
        counts = enumerate(self._groups[number].tolist())
        largest = sorted(((i, n) for i, n in counts if n), key=lambda pair: -pair[1])
        return PlaceCount(
            self._table.places[number],
            Counts(int(self._articles[number]), mentions),
            {_GROUPS[i]: n for i, n in largest},
            float(self._sums[number]) / mentions,
        )


def _total(table: Table, rows: Mask) -> Counts:
    return Counts(int(articles_in(table, rows).sum()), int(rows.sum()))


def articles_in(table: Table, rows: Mask) -> Mask:
    """Which articles have one of the rows."""
    found = np.zeros(len(table), bool)
    found[table.article[rows]] = True
    return found


def articles_by(article: Ints, value: Ints, size: int) -> Ints:
    """How many distinct articles each value stands in; values are below `size`."""
    pairs = article * size + value
    cells = size * (int(article.max(initial=-1)) + 1)
    if cells <= MOST_CELLS:
        found = np.zeros(cells, bool)
        found[pairs] = True
        return found.reshape(-1, size).sum(axis=0) if size else pairs
    return np.bincount(distinct(pairs) % size, minlength=size)


def distinct(numbers: Ints) -> Ints:
    """The distinct numbers in order; faster than numpy's `unique` for very many."""
    numbers = np.sort(numbers)
    first = np.ones(len(numbers), bool)
    first[1:] = numbers[1:] != numbers[:-1]
    return numbers[first]


def _counts(table: Table, value: Ints, rows: Mask, size: int) -> list[Counts]:
    """Articles and mentions of each value, of the rows that pass."""
    value = value[rows]
    mentions = np.bincount(value, minlength=size).tolist()
    articles = articles_by(table.article[rows], value, size).tolist()
    return [Counts(*pair) for pair in zip(articles, mentions, strict=True)]


def _by_country(table: Table, rows: Mask) -> dict[str, Counts]:
    values = table.countries
    counts = _counts(table, values.codes[table.place], rows, len(values.distinct))
    found = zip(values.distinct, counts, strict=True)
    return {code: counted for code, counted in found if code and counted.mentions}


def _outlet_facet(table: Table, search: Search, rows: Rows) -> tuple[Facet, ...]:
    values = table.outlets
    codes, passing = values.codes[table.article], rows.passing("outlets")
    counts = _counts(table, codes, passing, len(values.distinct))
    return _found(dict(zip(values.distinct, counts, strict=True)), search.outlets)


def _country_facet(table: Table, search: Search, rows: Rows) -> tuple[Facet, ...]:
    return _found(_by_country(table, rows.passing("countries")), search.countries)


def _found(counts: dict[str, Counts], chosen: frozenset[str] | None) -> tuple[Facet, ...]:
    """The values that were found or chosen, those of most articles first."""
    chosen = chosen or frozenset()
    shown = {value for value, counted in counts.items() if counted.mentions} | chosen
    facets = (Facet(v, counts.get(v, Counts(0, 0)), v in chosen) for v in shown)
    return tuple(sorted(facets, key=lambda f: (-f.counts.articles, -f.counts.mentions, f.value)))


def _members(
    table: Table,
    members: Sequence[StrEnum],
    value: Ints,
    chosen: Iterable[Any] | None,
    rows: Mask,
) -> tuple[Facet, ...]:
    """Every member of an enum, in its order, whether found or not."""
    counts = _counts(table, value, rows, len(members))
    picked = frozenset(chosen or ())
    pairs = zip(members, counts, strict=True)
    return tuple(Facet(member.value, counted, member in picked) for member, counted in pairs)
