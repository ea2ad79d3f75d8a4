"""The atlas: the places of one or many articles with their mentions, and filters over them.

An atlas is cheap to make and never changes; `Atlas.filtered` gives a smaller one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from geo.model.article import Article
from geo.model.mentions import Mention, MentionGroup, MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind, Resolution, Review


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One mention of an article and what it was resolved to.

    `index` is the mention's index in its parsed article; (`article.id`, `index`) is unique.
    """

    article: Article
    index: int
    mention: Mention
    resolution: Resolution

    @property
    def place(self) -> Place | None:
        """Where it lies, if anywhere."""
        return self.resolution.place

    @property
    def excerpt(self) -> tuple[str, str, str]:
        """The sentence around the mention, as `Mention.excerpt` cuts it."""
        title = self.mention.field == "title"
        return self.mention.excerpt(self.article.title if title else self.article.text)


@dataclass(frozen=True)
class AtlasPlace:
    """A place with the occurrences that put it on the map, in reading order."""

    place: Place
    occurrences: tuple[Occurrence, ...]

    @cached_property
    def groups(self) -> dict[MentionGroup, int]:
        """Occurrences by group, largest first; its first key gives the place's colour."""
        counts = Counter(o.mention.type.group for o in self.counted)
        order = list(MentionGroup)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0]))))

    @cached_property
    def counted(self) -> tuple[Occurrence, ...]:
        """The occurrences that count: a name nested in another of these does not."""
        here = {(o.article.id, o.index) for o in self.occurrences}
        return tuple(o for o in self.occurrences if (o.article.id, o.mention.inside) not in here)

    @property
    def count(self) -> int:
        """How many occurrences count."""
        return len(self.counted)

    @cached_property
    def probability(self) -> float:
        """The mean probability of its occurrences, 0 to 1."""
        return sum(o.resolution.probability for o in self.occurrences) / len(self.occurrences)

    @cached_property
    def review(self) -> Review:
        """Flagged where any occurrence is, verified where all are, else automatic."""
        found = {o.resolution.review for o in self.occurrences}
        if Review.FLAGGED in found:
            return Review.FLAGGED
        return Review.VERIFIED if found == {Review.VERIFIED} else Review.AUTOMATIC


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of mentions and places to show; None or empty means all.

    Parameters
    ----------
    types
        The mention types to show.
    kinds
        The kinds of places to show. Mentions without a place pass.
    articles
        The ids of the articles to show.
    since, until
        The first and the last day of publication. Articles without a day do not pass.
    words
        Words that the excerpt or the place's name must contain, whatever their case.
    sure
        The least probability of a mention's place, 0 to 1. Mentions without a place pass: what
        is not on the map is never hidden for being unsure.
    """

    types: frozenset[MentionType] | None = None
    kinds: frozenset[PlaceKind] | None = None
    articles: frozenset[str] | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""
    sure: float = 0.0

    def passes(self, occurrence: Occurrence) -> bool:
        """Whether the occurrence is shown. Kinds let names without a place pass, too."""
        place = occurrence.place
        return (
            (self.types is None or occurrence.mention.type in self.types)
            and (self.kinds is None or place is None or place.kind in self.kinds)
            and (place is None or occurrence.resolution.probability >= self.sure)
            and (self.articles is None or occurrence.article.id in self.articles)
            and self._in_time(occurrence.article.published)
            and (not self.words or self._says(occurrence))
        )

    def _in_time(self, published: date | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if published is None:
            return False
        return (self.since or date.min) <= published <= (self.until or date.max)

    def _says(self, occurrence: Occurrence) -> bool:
        name = occurrence.place.name if occurrence.place else ""
        said = "".join((*occurrence.excerpt, "\n", name)).casefold()
        return all(word in said for word in self.words.casefold().split())


@dataclass(frozen=True)
class Atlas:
    """The places of one or many articles, with the mentions that put them on the map.

    Make one by `gather`. It never changes; `filtered` gives a smaller one.

    Parameters
    ----------
    occurrences
        Every mention of the articles with its resolution, in reading order. All else is derived
        from them.

    Examples
    --------
    >>> from geo import Article, Geoparser, PlaceKind
    >>> from geo.model.atlas import Filter, gather
    >>> articles = [Article("a", "Rain in Harbin."), Article("b", "Harbin lies in China.")]
    >>> atlas = gather(Geoparser().parse_many(articles))
    >>> [(place.place.name, place.count) for place in atlas.places]
    [('Harbin', 2), ('China', 1)]
    >>> cities = atlas.filtered(Filter(kinds=frozenset({PlaceKind.CITY})))
    >>> [place.place.name for place in cities.places]
    ['Harbin']
    """

    occurrences: tuple[Occurrence, ...]

    @cached_property
    def places(self) -> tuple[AtlasPlace, ...]:
        """Places with their occurrences, most mentioned first."""
        by_id: dict[str, list[Occurrence]] = {}
        for occurrence in self.occurrences:
            if occurrence.place is not None:
                by_id.setdefault(occurrence.place.id, []).append(occurrence)
        found = [
            AtlasPlace(place, tuple(group))
            for group in by_id.values()
            if (place := group[0].place) is not None
        ]
        return tuple(sorted(found, key=lambda p: (-p.count, p.place.name)))

    @cached_property
    def unplaced(self) -> tuple[Occurrence, ...]:
        """Occurrences without a place: each resolution says why."""
        return tuple(o for o in self.occurrences if o.place is None)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles with an occurrence here, in reading order."""
        return tuple({o.article.id: o.article for o in self.occurrences}.values())

    def place(self, place_id: str) -> AtlasPlace | None:
        """The place with this id, such as "gn-2037013"; None if nothing here names it."""
        return next((p for p in self.places if p.place.id == place_id), None)

    def filtered(self, what: Filter) -> "Atlas":
        """The atlas of the occurrences that pass a filter.

        Parameters
        ----------
        what
            The filter.

        Returns
        -------
        Atlas
            A smaller atlas; this one stays as it is.
        """
        return Atlas(tuple(o for o in self.occurrences if what.passes(o)))

    def count_by_type(self) -> dict[MentionType, int]:
        """Occurrences of each type, every type present."""
        counts = Counter(o.mention.type for o in self.occurrences)
        return {t: counts[t] for t in MentionType}

    def count_by_kind(self) -> dict[PlaceKind, int]:
        """Places of each kind, every kind present."""
        counts = Counter(p.place.kind for p in self.places)
        return {k: counts[k] for k in PlaceKind}


def gather(parsed: Iterable[ParsedArticle]) -> Atlas:
    """Make the atlas of parsed articles.

    Parameters
    ----------
    parsed
        The articles; they are all consumed.

    Returns
    -------
    Atlas
        Their mentions, in the order of the articles and of reading.
    """
    return Atlas(
        tuple(
            Occurrence(article.article, index, mention, resolution)
            for article in parsed
            for index, (mention, resolution) in enumerate(
                zip(article.mentions, article.resolutions, strict=True)
            )
        )
    )
