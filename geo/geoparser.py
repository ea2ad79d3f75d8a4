"""The one front door: article in, parsed article out.

>>> from geo import Article, Geoparser
>>> parsed = Geoparser().parse(Article(id="a", text="She flew from Harbin to Kharkov."))
>>> [r.place.name for r in parsed.resolutions]
['Harbin', 'Kharkiv']
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from geo.corrections import ByName, Correction, answers, by_name, decide, retyped, reviewed
from geo.gazetteer import Gazetteer
from geo.model.article import Article
from geo.model.mentions import Mention
from geo.model.parsed_article import ParsedArticle
from geo.recognition import Recogniser
from geo.resolution import Outlets, begin, coefficients, finish
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

    @property
    def fingerprint(self) -> str:
        """A name of model, gazetteer and coefficients: what was parsed by others may differ."""
        parts = (self.recogniser.fingerprint, self.gazetteer.fingerprint, coefficients())
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def parse(
        self,
        article: Article,
        *,
        spans: Spans | None = None,
        corrections: Iterable[Correction] = (),
    ) -> ParsedArticle:
        """Parse one article; with `spans` of its text, type and resolve exactly those.

        What `corrections` say of its names is taken as given, and the other names are
        resolved around it. Raises InputError where a span lies outside the text or is empty.
        """
        if spans is None:
            return next(self.parse_many([article], corrections=corrections))
        mentions = self.recogniser.type_spans(article, spans)
        return next(self._resolved([article], [mentions], by_name(corrections)))

    def parse_many(
        self, articles: Iterable[Article], *, corrections: Iterable[Correction] = ()
    ) -> Iterator[ParsedArticle]:
        """Parse articles in batches, in order, as they come."""
        source, known = iter(articles), by_name(corrections)
        while batch := list(islice(source, BATCH if self.outlets is None else AHEAD)):
            yield from self._resolved(batch, list(self.recogniser.recognise(batch)), known)

    def correct(self, parsed: ParsedArticle, corrections: Iterable[Correction]) -> ParsedArticle:
        """The same as `parse` with these corrections, of an article parsed without any.

        Its names are not recognised again, which is most of the time that parsing takes.
        """
        return next(self._resolved([parsed.article], [parsed.mentions], by_name(corrections)))

    def _resolved(
        self,
        articles: Sequence[Article],
        mentions: Sequence[tuple[Mention, ...]],
        corrections: ByName,
    ) -> Iterator[ParsedArticle]:
        pairs = list(zip(articles, mentions, strict=True))
        decided = [decide(article, found, corrections) for article, found in pairs]
        first = [
            begin(article, retyped(found, own), self.gazetteer)
            for (article, found), own in zip(pairs, decided, strict=True)
        ]
        if self.outlets is not None:
            for one in first:
                self.outlets.add(one.article, one.coverage())
        for one, own in zip(first, decided, strict=True):
            home = self.outlets.home(one.article) if self.outlets is not None else None
            given = answers(own, self.gazetteer.place)
            resolutions, foci = finish(one, home, given)
            resolutions = reviewed(one.mentions, resolutions, own, corrections)
            yield ParsedArticle(one.article, one.mentions, resolutions, foci)
