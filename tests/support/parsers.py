"""A geoparser without models: it knows two names, and fails where a text asks it to."""

import re
from collections.abc import Iterable, Iterator, Sequence

from support.samples import HARBIN, KHARKIV

from geo.corrections import Correction, answers, by_name, decide
from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, Resolution, Status

KNOWN = {"Harbin": HARBIN, "Kharkov": KHARKIV}


class StubGeoparser:
    """Finds "Harbin" and "Kharkov"; raises ZeroDivisionError on a text with "crash" in it."""

    fingerprint = "stub"

    def __init__(self) -> None:
        self.batches: list[int] = []

    def parse(
        self,
        article: Article,
        *,
        spans: Sequence[tuple[int, int]] | None = None,
        corrections: Iterable[Correction] = (),
    ) -> ParsedArticle:
        if "crash" in article.text:
            raise ZeroDivisionError(article.id)
        if spans is None:
            spans = [m.span() for m in re.finditer("|".join(KNOWN), article.text)]
        mentions = tuple(_mention(article.text, start, end) for start, end in spans)
        given = answers(decide(article, mentions, by_name(corrections)), lambda _: None)
        found = [given.get(i) or _resolution(m.text) for i, m in enumerate(mentions)]
        return ParsedArticle(article, mentions, tuple(found))

    def correct(
        self, parsed: ParsedArticle, corrections: Iterable[Correction] = ()
    ) -> ParsedArticle:
        return self.parse(parsed.article, corrections=corrections)

    def parse_many(
        self, articles: Iterable[Article], *, corrections: Iterable[Correction] = ()
    ) -> Iterator[ParsedArticle]:
        batch, known = list(articles), list(corrections)
        self.batches.append(len(batch))
        yield from (self.parse(article, corrections=known) for article in batch)


def _mention(text: str, start: int, end: int) -> Mention:
    return Mention("text", start, end, text[start:end], MentionType.LITERAL, (0, len(text)))


def _resolution(name: str) -> Resolution:
    place: Place | None = KNOWN.get(name)
    return Resolution(place, 0.9, Status.RESOLVED if place else Status.NOT_FOUND, ("So.",))
