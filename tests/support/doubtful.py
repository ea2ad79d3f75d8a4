"""A seed's name that Dateline is not sure of, whichever it is: for tests of how doubt shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.wording.certainty import Certainty, certainty
from geo import Geoparser, ParsedArticle
from geo.model.mentions import Mention
from geo.reading.seeds import seed_articles
from geo.settings import Settings


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An unsure name of the text, the only one of its place, with other places it may mean."""

    article: str
    mention: int
    place: str

    @property
    def link(self) -> str:
        return f"/?articles={self.article}"

    @property
    def mark(self) -> str:
        """A selector of the name in the text."""
        return f".text mark[data-mention='{self.mention}']"


@cache
def doubtful() -> Doubtful:
    """The first there is: the models may change, some name will always be unsure."""
    return next(found for one in _seeds() for found in _unsure(one))


def with_names_off_the_map() -> str:
    """The link of the first seed in which some names have a place and some have none."""
    return next(
        f"/?articles={one.article.id}"
        for one in _seeds()
        if 0 < sum(found.place is None for found in one.resolutions) < len(one.mentions)
    )


@cache
def _seeds() -> tuple[ParsedArticle, ...]:
    settings = Settings()
    return tuple(Geoparser(settings).parse_many(seed_articles(settings)[0]))


def _unsure(parsed: ParsedArticle) -> Iterator[Doubtful]:
    places = [r.place.id if r.place else "" for r in parsed.resolutions]
    pairs = zip(parsed.mentions, parsed.resolutions, strict=True)
    for index, (mention, found) in enumerate(pairs):
        unsure = found.place is not None and certainty(found.probability) == Certainty.UNSURE
        if (
            unsure
            and found.alternatives
            and _is_plain(mention)
            and places.count(places[index]) == 1
        ):
            yield Doubtful(parsed.article.id, index, places[index])


def _is_plain(mention: Mention) -> bool:
    return mention.field == "text" and mention.inside is None
