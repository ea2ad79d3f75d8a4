"""The columnar table: one row a mention that has a place, in arrays that are counted at once.

A table never changes; `joined` and `without` give another one.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from geo.coverage.queries import Headline
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind

TYPES, KINDS = tuple(MentionType), tuple(PlaceKind)
UNDATED = 0
"""The day of an article without a date; others have `date.toordinal`."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def _none() -> NDArray[Any]:
    return np.empty(0, np.int64)


@dataclass(frozen=True)
class Table:
    """Articles, places, and rows that tie them; nested mentions of one place have one row.

    `article` and `place` are positions in `articles` and `places`, `type` in TYPES; `mention`
    is the mention's index in its parsed article. All five arrays are as long as there are rows.
    """

    articles: tuple[Headline, ...] = ()
    places: tuple[Place, ...] = ()
    article: Ints = field(default_factory=_none)
    place: Ints = field(default_factory=_none)
    type: Ints = field(default_factory=_none)
    mention: Ints = field(default_factory=_none)
    probability: Floats = field(default_factory=lambda: np.empty(0))

    @classmethod
    def of(cls, parsed: Iterable[ParsedArticle]) -> Self:
        """The table of parsed articles; of those with the same id, the last."""
        whole = {one.article.id: one for one in parsed}
        places: dict[str, Place] = {}
        numbers: dict[str, int] = {}
        rows: list[tuple[int, int, int, int, float]] = []
        for number, one in enumerate(whole.values()):
            for index, place in counted(one):
                places[place.id] = place
                where = numbers.setdefault(place.id, len(numbers))
                meant = TYPES.index(one.mentions[index].type)
                rows.append((number, where, meant, index, one.resolutions[index].probability))
        articles, at, types, indices, probability = zip(*rows, strict=True) if rows else ((),) * 5
        return cls(
            tuple(headline(one) for one in whole.values()),
            tuple(places[i] for i in numbers),
            np.array(articles, np.int64),
            np.array(at, np.int64),
            np.array(types, np.int64),
            np.array(indices, np.int64),
            np.array(probability, np.float64),
        )

    def joined(self, other: "Table") -> "Table":
        """Both tables' articles; of an article or place that both have, `other` has the word."""
        if not other.articles:
            return self
        mine = self.without(other.numbers)
        places, numbers = list(mine.places), dict(mine.place_numbers)
        for place in other.places:
            number = numbers.setdefault(place.id, len(numbers))
            places[number : number + 1] = [place]
        moved = np.array([numbers[place.id] for place in other.places], np.int64)
        return Table(
            mine.articles + other.articles,
            tuple(places),
            np.concatenate([mine.article, other.article + len(mine.articles)]),
            np.concatenate([mine.place, moved[other.place]]),
            np.concatenate([mine.type, other.type]),
            np.concatenate([mine.mention, other.mention]),
            np.concatenate([mine.probability, other.probability]),
        )

    def without(self, ids: Collection[str]) -> "Table":
        """The table without the articles of these ids; its places stay known."""
        gone = [number for i in ids if (number := self.numbers.get(i)) is not None]
        if not gone:
            return self
        stays = np.ones(len(self.articles), bool)
        stays[gone] = False
        rows = stays[self.article]
        return replace(
            self,
            articles=tuple(a for a, kept in zip(self.articles, stays, strict=True) if kept),
            article=(np.cumsum(stays) - 1)[self.article[rows]],
            place=self.place[rows],
            type=self.type[rows],
            mention=self.mention[rows],
            probability=self.probability[rows],
        )

    def __len__(self) -> int:
        return len(self.articles)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Where each article is, by id."""
        return {article.id: number for number, article in enumerate(self.articles)}

    @cached_property
    def place_numbers(self) -> dict[str, int]:
        """Where each place is, by id."""
        return {place.id: number for number, place in enumerate(self.places)}

    @cached_property
    def days(self) -> Ints:
        """When each article was published, as `date.toordinal`, or UNDATED."""
        days = (a.published.toordinal() if a.published else UNDATED for a in self.articles)
        return np.fromiter(days, np.int64, len(self.articles))

    @cached_property
    def outlets(self) -> "Values":
        """The outlet of each article."""
        return Values.of([article.outlet for article in self.articles])

    @cached_property
    def countries(self) -> "Values":
        """The country of each place, as ISO 3166-1 alpha-2; "" where it lies in none."""
        return Values.of([place.country_code for place in self.places])

    @cached_property
    def kinds(self) -> Ints:
        """The kind of each place, as its position in KINDS."""
        known = {kind: number for number, kind in enumerate(KINDS)}
        kinds = (known[place.kind] for place in self.places)
        return np.fromiter(kinds, np.int64, len(self.places))

    @cached_property
    def ranks(self) -> Ints:
        """Where each place comes in the order of names; ids tell namesakes apart."""
        names = [(place.name, place.id) for place in self.places]
        ranks = np.empty(len(names), np.int64)
        ranks[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
        return ranks


@dataclass(frozen=True, slots=True)
class Values:
    """A column of texts: the distinct ones, and the position of each row's among them."""

    distinct: tuple[str, ...]
    codes: Ints

    def one_of(self, chosen: Collection[str]) -> NDArray[np.bool_]:
        """Which rows hold one of these texts."""
        wanted = np.array([text in chosen for text in self.distinct], bool)
        return wanted[self.codes]

    @classmethod
    def of(cls, column: Sequence[str]) -> Self:
        """The column of these texts."""
        numbers: dict[str, int] = {}
        codes = (numbers.setdefault(text, len(numbers)) for text in column)
        found = np.fromiter(codes, np.int64, len(column))
        return cls(tuple(numbers), found)


def counted(parsed: ParsedArticle) -> Iterator[tuple[int, Place]]:
    """The mentions that have a place, by index; one nested in a name of its place is left out."""
    for index, (mention, resolution) in enumerate(
        zip(parsed.mentions, parsed.resolutions, strict=True)
    ):
        outer = None if mention.inside is None else parsed.resolutions[mention.inside].place
        place = resolution.place
        if place is not None and (outer is None or outer.id != place.id):
            yield index, place


def headline(parsed: ParsedArticle) -> Headline:
    """What a table keeps of an article."""
    article = parsed.article
    return Headline(article.id, article.title, article.outlet, article.published, article.language)
