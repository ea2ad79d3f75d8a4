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
from geo.resolution import Outlets, begin, finish
from geo.settings import Settings

BATCH = 16
"""Articles recognised at once; more gains no speed on two cores."""
AHEAD = 256
"""Articles recognised before the first is resolved where outlets are learned: each is resolved by
what the others of its outlet say, those after it included."""

Spans = Sequence[tuple[int, int]]


class Geoparser:
    """Recognises, types and resolves the place names of articles. Thread-safe.

    With `outlets`, it learns from each article where its outlet is at home, and resolves by
    what it has learned: what comes out then depends on what was read before.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        recogniser: Recogniser | None = None,
        gazetteer: Gazetteer | None = None,
        outlets: Outlets | None = None,
    ) -> None:
        settings = settings or Settings()
        self.gazetteer = gazetteer or Gazetteer.open(settings)
        self.recogniser = recogniser or Recogniser.load(settings)
        self.outlets = outlets

    def parse(self, article: Article, *, spans: Spans | None = None) -> ParsedArticle:
        """Parse one article; with `spans` of its text, type and resolve exactly those.

        Raises InputError where a span lies outside the text or is empty.
        """
        if spans is not None:
            return next(self._resolved([article], [self.recogniser.type_spans(article, spans)]))
        return next(self.parse_many([article]))

    def parse_many(self, articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        """Parse articles in batches, in order, as they come."""
        source = iter(articles)
        while batch := list(islice(source, BATCH if self.outlets is None else AHEAD)):
            yield from self._resolved(batch, list(self.recogniser.recognise(batch)))

    def _resolved(
        self, articles: Sequence[Article], mentions: Sequence[tuple[Mention, ...]]
    ) -> Iterator[ParsedArticle]:
        first = [begin(a, m, self.gazetteer) for a, m in zip(articles, mentions, strict=True)]
        if self.outlets is not None:
            for one in first:
                self.outlets.add(one.article, one.coverage())
        for one in first:
            home = self.outlets.home(one.article) if self.outlets is not None else None
            yield ParsedArticle(one.article, one.mentions, *finish(one, home))
