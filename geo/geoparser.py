"""The one front door: article in, parsed article out."""

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

    Parameters
    ----------
    settings
        They name the pipeline (`model`) and the folder of the compiled gazetteer (`cache_dir`);
        by default the settings of the environment. The first use compiles the gazetteer, which
        takes under a minute.
    recogniser
        A loaded recogniser, instead of the one that the settings name.
    gazetteer
        An open gazetteer, instead of the one that the settings name.
    outlets
        Knowledge of where outlets are at home. With it, the geoparser learns from each article,
        and a result depends on the articles before it; without it, each article is parsed by
        itself.

    Raises
    ------
    ModelError
        The pipeline cannot be loaded.
    GazetteerError
        The gazetteer cannot be compiled or opened.

    Examples
    --------
    >>> from geo import Article, Geoparser
    >>> parsed = Geoparser().parse(Article(id="a", text="She flew from Harbin to Kharkov."))
    >>> for mention, resolution in zip(parsed.mentions, parsed.resolutions):
    ...     print(mention.start, mention.text, mention.type, resolution.place.name)
    14 Harbin literal Harbin
    24 Kharkov literal Kharkiv
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
        """A hash of pipeline, gazetteer and coefficients, 64 hexadecimal digits.

        Two geoparsers with one fingerprint give the same result for the same article.
        """
        parts = (self.recogniser.fingerprint, self.gazetteer.fingerprint, coefficients())
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def parse(
        self,
        article: Article,
        *,
        spans: Spans | None = None,
        corrections: Iterable[Correction] = (),
    ) -> ParsedArticle:
        """Parse one article.

        Parameters
        ----------
        article
            The article to parse.
        spans
            Pairs (start, end) of code-point offsets in `article.text`, end exclusive. Exactly
            these are typed and resolved, and nothing else is recognised.
        corrections
            Readers' corrections. Those that apply to the article are taken as given, and its
            other names are resolved around them.

        Returns
        -------
        ParsedArticle
            The article with its mentions and a resolution for each.

        Raises
        ------
        InputError
            A span is empty or lies outside the text.

        Examples
        --------
        >>> from geo import Article, Geoparser
        >>> parsed = Geoparser().parse(Article("a", "Oslo lies north of Rome."), spans=[(19, 23)])
        >>> [(mention.start, mention.end, mention.text) for mention in parsed.mentions]
        [(19, 23, 'Rome')]
        """
        if spans is None:
            return next(self.parse_many([article], corrections=corrections))
        mentions = self.recogniser.type_spans(article, spans)
        return next(self._resolved([article], [mentions], by_name(corrections)))

    def parse_many(
        self, articles: Iterable[Article], *, corrections: Iterable[Correction] = ()
    ) -> Iterator[ParsedArticle]:
        """Parse many articles, faster than one by one.

        Parameters
        ----------
        articles
            Any number of articles; they are consumed in batches.
        corrections
            Readers' corrections, as for `parse`.

        Yields
        ------
        ParsedArticle
            One for each article, in their order.
        """
        source, known = iter(articles), by_name(corrections)
        while batch := list(islice(source, BATCH if self.outlets is None else AHEAD)):
            yield from self._resolved(batch, list(self.recogniser.recognise(batch)), known)

    def correct(self, parsed: ParsedArticle, corrections: Iterable[Correction]) -> ParsedArticle:
        """Apply corrections to an article that was parsed without any.

        The result is that of `parse` with these corrections, but names are not recognised
        again, which is most of the time that parsing takes.

        Parameters
        ----------
        parsed
            The article, parsed without corrections.
        corrections
            Readers' corrections, as for `parse`.

        Returns
        -------
        ParsedArticle
            The article, resolved again.
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
