"""What is asked of very many articles, and what is answered: counts, never texts."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from geo.model.mentions import MentionGroup, MentionType
from geo.model.places import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class Search:
    """What to count; None or empty means all. Dates are inclusive.

    `words`: an article counts where its title, outlet or text hold all of them.
    `countries`: ISO 3166-1 alpha-2 codes of the places. `place`: this place's id only.
    `sure`: the least probability of a mention's place.
    """

    words: str = ""
    since: date | None = None
    until: date | None = None
    outlets: frozenset[str] | None = None
    countries: frozenset[str] | None = None
    kinds: frozenset[PlaceKind] | None = None
    types: frozenset[MentionType] | None = None
    sure: float = 0.0
    place: str = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """What is known of an article without its text.

    `language`: ISO 639-1, "" where it cannot be told. `added`: when it was stored, if it was.
    """

    id: str
    title: str = ""
    outlet: str = ""
    published: date | None = None
    language: str = ""
    added: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles, and how many mentions in them; nested pairs count once."""

    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place and how often it is named; `groups` has mentions by group, largest first."""

    place: Place
    counts: Counts
    groups: Mapping[MentionGroup, int]
    probability: float


class Ranking(Sequence[PlaceCount]):
    """Places that a search finds, most named first; each is made when it is asked for."""

    @abstractmethod
    def most_mentioned(self, number: int) -> tuple[PlaceCount, ...]:
        """The places of most mentions, so many at most; else they come by articles."""

    @abstractmethod
    def of(self, identifier: str) -> PlaceCount | None:
        """The place of this id, None where it is not found."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a facet; counted with every other facet's choice, but not its own."""

    value: str
    counts: Counts
    chosen: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """One column of the timeline: articles published from `since` to `until`, inclusive."""

    since: date
    until: date
    articles: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The answer to a `Search`: places most named first, by articles, mentions, then name.

    `countries`: counts by ISO 3166-1 alpha-2 code, of all places that lie in it. `timeline`:
    all days of the articles that the rest of the search finds, its dates aside, so that the
    reader sees what lies outside the days chosen; `undated` have none.
    """

    total: Counts
    places: Ranking
    countries: Mapping[str, Counts]
    timeline: tuple[Bin, ...]
    undated: int
    outlets: tuple[Facet, ...]
    country_facet: tuple[Facet, ...]
    kinds: tuple[Facet, ...]
    types: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as a list of articles shows it: how many places it names, and mentions of them."""

    article: Headline
    places: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Found:
    """One mention that a search finds; `mention` is its index in its parsed article."""

    article: Headline
    mention: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A mention that was found, with its words: before it, the mention, after it."""

    article: Headline
    mention: int
    words: tuple[str, str, str]
    type: MentionType
    place: Place
    probability: float
