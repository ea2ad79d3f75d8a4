"""What a search finds, one by one: its articles in an order, its mentions newest first."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, overload

import numpy as np

from geo.coverage.counts import Mask, Rows, Texts, distinct
from geo.coverage.queries import Excerpt, Found, Headline, Listed, Search
from geo.coverage.table import Ints, Table, counted, headline
from geo.model.parsed_article import ParsedArticle

_NEVER = datetime.min.replace(tzinfo=UTC)


class Order(StrEnum):
    """What a list of articles is sorted by; values are stable in links."""

    TITLE = "title"
    OUTLET = "outlet"
    PUBLISHED = "published"
    LANGUAGE = "language"
    ADDED = "added"
    PLACES = "places"


_KEYS: dict[Order, Callable[[Headline], Any]] = {
    Order.TITLE: lambda one: one.title.casefold(),
    Order.OUTLET: lambda one: one.outlet.casefold(),
    Order.PUBLISHED: lambda one: one.published or date.min,
    Order.LANGUAGE: lambda one: one.language,
    Order.ADDED: lambda one: one.added or _NEVER,
}


def listed(
    table: Table,
    search: Search,
    texts: Texts,
    *,
    order: Order = Order.PUBLISHED,
    descending: bool = True,
) -> "Articles":
    """The articles that a search finds, with the counts of what it finds in each.

    Where nothing is asked of places and mentions, articles that name no place are there too.
    """
    rows = Rows(table, search, texts)
    passing, size = rows.passing(), len(table.places)
    articles, places = table.article[passing], table.place[passing]
    named = np.bincount(distinct(articles * size + places) // max(1, size), minlength=len(table))
    numbers = np.flatnonzero(rows.articles()).tolist()
    if order is Order.PLACES:
        numbers.sort(key=named.tolist().__getitem__, reverse=descending)
    else:
        key = _KEYS[order]
        numbers.sort(key=lambda number: key(table.articles[number]), reverse=descending)
    return Articles(table, numbers, named, np.bincount(articles, minlength=len(table)))


class Articles(Sequence[Listed]):
    """Articles in an order, each made when it is asked for."""

    def __init__(self, table: Table, numbers: Sequence[int], places: Ints, mentions: Ints) -> None:
        """`numbers` are the articles' in the table; `places` and `mentions` count by them."""
        self._table, self._numbers = table, numbers
        self._places, self._mentions = places, mentions

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Listed: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Listed, ...]: ...
    def __getitem__(self, at: int | slice) -> Listed | tuple[Listed, ...]:
        if isinstance(at, slice):
            return tuple(self._one(number) for number in self._numbers[at])
        return self._one(self._numbers[at])

    def _one(self, number: int) -> Listed:
        counts = int(self._places[number]), int(self._mentions[number])
        return Listed(self._table.articles[number], *counts)


class Mentions(Sequence[Found]):
    """The mentions that a search finds, in the newest article first, in reading order."""

    def __init__(self, table: Table, search: Search, texts: Texts) -> None:
        rows: Mask = Rows(table, search, texts).passing()
        found = np.flatnonzero(rows)
        article = table.article[found]
        order = np.lexsort((table.mention[found], article, -table.days[article]))
        self._table, self._rows = table, found[order]

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Found: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Found, ...]: ...
    def __getitem__(self, at: int | slice) -> Found | tuple[Found, ...]:
        if isinstance(at, slice):
            return tuple(self._one(row) for row in self._rows[at].tolist())
        return self._one(int(self._rows[at]))

    def _one(self, row: int) -> Found:
        article = self._table.articles[int(self._table.article[row])]
        return Found(article, int(self._table.mention[row]))


def excerpts(parsed: ParsedArticle) -> Iterator[Excerpt]:
    """All the mentions of an article that a table counts, with their words."""
    for index, place in counted(parsed):
        mention = parsed.mentions[index]
        yield Excerpt(
            headline(parsed),
            index,
            mention.excerpt(parsed.field_text(index)),
            mention.type,
            place,
            parsed.resolutions[index].probability,
        )
