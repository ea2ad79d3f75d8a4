"""What outlives one run of the script: the parser, the parsed articles, what was brought in."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock
from typing import cast

import streamlit as st

from dashboard.measures import measures
from dashboard.page import shared
from dashboard.page.background import Worker
from dashboard.page.completing import CompletedArticles
from dashboard.page.corrected import CorrectedArticles
from dashboard.page.point_names import PointNames
from geo import Article, Geoparser, ParsedArticle
from geo.corrections import Correction
from geo.errors import DatelineError
from geo.geocoding import Service, services_from
from geo.places import Place
from geo.seeds import seed_articles
from geo.settings import Settings

KEPT = 256
"""Parsed articles kept in memory for all sessions."""
PLACES = 4096
"""Places kept in memory that others lie in: regions and countries."""
_BROUGHT = "brought"


class ParsedArticles:
    """Articles parsed once each, the latest `kept` of them. Safe to share between threads."""

    def __init__(self, parser: Geoparser, settings: Settings, *, kept: int = KEPT) -> None:
        self.parser = parser
        services, self.trouble = _services(settings)
        self.worker = Worker()
        self.completed = CompletedArticles(services, self.worker, kept=kept)
        self.points = PointNames(services, self.worker)
        self._kept = kept
        self._done: OrderedDict[Article, ParsedArticle] = OrderedDict()
        self._corrected = CorrectedArticles(parser.correct, kept=kept)
        self._lock = Lock()
        self.place_of = lru_cache(maxsize=PLACES)(self._place_of)

    def parsed(
        self, articles: Sequence[Article], corrections: tuple[Correction, ...] = ()
    ) -> list[ParsedArticle]:
        """These articles parsed, in order; those seen for the first time in one batch.

        What online services know is added as they answer: see `completed`.
        """
        corrected = self._corrected.of(self._automatic(articles), corrections)
        return [self.completed.of(parsed) for parsed in corrected]

    def _automatic(self, articles: Sequence[Article]) -> list[ParsedArticle]:
        with self._lock:
            found = {a: self._done[a] for a in articles if a in self._done}
        measures().add("articles", "kept", len(found))
        new = [article for article in articles if article not in found]
        if new:
            measures().add("articles", "parsed", len(new))
            with measures().timed("parse"):
                found |= {done.article: done for done in self.parser.parse_many(new)}
        with self._lock:
            for article in articles:
                self._done[article] = found[article]
                self._done.move_to_end(article)
            while len(self._done) > self._kept:
                self._done.popitem(last=False)
        return [found[article] for article in articles]

    def forget(self, identifier: str) -> None:
        """Keep the article with this id no longer."""
        with self._lock:
            for article in [a for a in self._done if a.id == identifier]:
                del self._done[article]
        self._corrected.forget(identifier)
        self.completed.forget(identifier)

    def _place_of(self, key: str) -> Place | None:
        """The place of a country code or of a place's id."""
        if not key:
            return None
        gazetteer = self.parser.gazetteer
        return gazetteer.country_place(key) if len(key) == 2 else gazetteer.place(key)


def _services(settings: Settings) -> tuple[Sequence[Service], str]:
    """The online services, and a sentence where they cannot be had: the map needs none."""
    try:
        return services_from(settings), ""
    except DatelineError as error:
        return (), str(error)


@st.cache_resource(show_spinner=False)
def parsed_articles() -> ParsedArticles:
    """The parser of this process and what it has parsed.

    Raises GazetteerError or ModelError where one of them cannot be had.
    """
    settings = Settings()
    return ParsedArticles(Geoparser(settings), settings)


def articles_at_hand(
    settings: Settings, wanted: Sequence[str] = ()
) -> tuple[list[Article], list[str]]:
    """The seeds, read anew, then what this session brought in or opened from the library.

    `wanted` are the ids a link names. The second list has notices: of broken seeds, and of a
    library that cannot be read.
    """
    seeds, notices = seed_articles(settings)
    stored, trouble = shared.opened(wanted)
    return [*seeds, *brought(), *stored], [*notices, *trouble]


def brought() -> list[Article]:
    """The articles pasted or uploaded in this session, oldest first."""
    return list(cast("dict[str, Article]", st.session_state.get(_BROUGHT, {})).values())


def bring(article: Article) -> None:
    """Keep an article for this session."""
    st.session_state.setdefault(_BROUGHT, {})[article.id] = article


def release(article: Article) -> None:
    """Keep an article of this session no longer."""
    st.session_state.get(_BROUGHT, {}).pop(article.id, None)
