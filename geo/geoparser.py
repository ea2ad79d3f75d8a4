"""The one front door: article in, parsed article out.

>>> from geo import Article, Geoparser
>>> parsed = Geoparser().parse(Article(id="a", text="She flew from Harbin to Kharkov."))
>>> [r.place.name for r in parsed.resolutions]
['Harbin', 'Kharkiv']
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from geo.articles import Article
from geo.gazetteer import Gazetteer
from geo.mentions import Mention
from geo.parsed import ParsedArticle
from geo.recognition import Recogniser
from geo.resolution import resolve
from geo.settings import Settings

BATCH = 16
"""Articles recognised at once; more gains no speed on two cores."""

Spans = Sequence[tuple[int, int]]


class Geoparser:
    """Recognises, types and resolves the place names of articles. Thread-safe."""

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        recogniser: Recogniser | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        settings = settings or Settings()
        self.gazetteer = gazetteer or Gazetteer.open(settings)
        self.recogniser = recogniser or Recogniser.load(settings)

    def parse(self, article: Article, *, spans: Spans | None = None) -> ParsedArticle:
        """Parse one article; with `spans` of its text, type and resolve exactly those.

        Raises InputError where a span lies outside the text or is empty.
        """
        if spans is not None:
            return self._resolved(article, self.recogniser.type_spans(article, spans))
        return next(self.parse_many([article]))

    def parse_many(self, articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        """Parse articles in batches, in order, as they come."""
        source = iter(articles)
        while batch := list(islice(source, BATCH)):
            for article, mentions in zip(batch, self.recogniser.recognise(batch), strict=True):
                yield self._resolved(article, mentions)

    def _resolved(self, article: Article, mentions: tuple[Mention, ...]) -> ParsedArticle:
        resolutions, focus = resolve(article, mentions, self.gazetteer)
        return ParsedArticle(article, mentions, resolutions, focus)
