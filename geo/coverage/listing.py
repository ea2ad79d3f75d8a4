"""What a search finds, one by one: its articles in an order, its mentions newest first."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, overload

import numpy as np

from geo.coverage.counting import Mask, Rows, Texts
from geo.coverage.records import Excerpt, Found, Listed, Search
from geo.coverage.table import Table, counted, headline
from geo.parsed import ParsedArticle

_NEVER = datetime.min.replace(tzinfo=UTC)


class Order(StrEnum):
    """What a list of articles is sorted by; values are stable in links."""

    TITLE = "title"
    OUTLET = "outlet"
    PUBLISHED = "published"
    ADDED = "added"
    PLACES = "places"


_KEYS: dict[Order, Callable[[Listed], Any]] = {
    Order.TITLE: lambda one: one.article.title.casefold(),
    Order.OUTLET: lambda one: one.article.outlet.casefold(),
    Order.PUBLISHED: lambda one: one.article.published or date.min,
    Order.ADDED: lambda one: one.article.added or _NEVER,
    Order.PLACES: lambda one: one.places,
}


def listed(
    table: Table,
    search: Search,
    texts: Texts,
    *,
    order: Order = Order.PUBLISHED,
    descending: bool = True,
) -> Sequence[Listed]:
    """The articles that a search finds, with the counts of what it finds in each.

    Where nothing is asked of places and mentions, articles that name no place are there too.
    """
    rows = Rows(table, search, texts)
    passing, size = rows.passing(), len(table.places)
    articles, places = table.article[passing], table.place[passing]
    named = np.bincount(np.unique(articles * size + places) // max(1, size), minlength=len(table))
    counts = zip(named.tolist(), np.bincount(articles, minlength=len(table)).tolist(), strict=True)
    every = zip(table.articles, counts, rows.articles(), strict=True)
    found = [Listed(article, *pair) for article, pair, stays in every if stays]
    return sorted(found, key=_KEYS[order], reverse=descending)


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
