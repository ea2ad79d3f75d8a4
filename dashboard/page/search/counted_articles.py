"""Which articles library, atlas and place count for this session, and their table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.engine.process import process
from dashboard.page.frame import recovery
from dashboard.page.search import stored_articles as stored
from dashboard.page.session import own_articles
from dashboard.page.session.visitor import may_list
from dashboard.server_settings import ServerSettings
from dashboard.wording.phrases import count_of
from geo.coverage import Excerpt, Found, Table, Texts, excerpts, saying
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle


@dataclass(frozen=True, slots=True)
class Counted:
    """The articles of this session and those stored: their table, and how words are found.

    `own` are parsed and not stored, or opened by their links. `said`: which articles these are.
    """

    table: Table
    own: tuple[ParsedArticle, ...]
    texts: Texts
    said: str
    notices: tuple[str, ...] = ()

    def excerpts(self, found: Sequence[Found]) -> list[Excerpt]:
        """The excerpts of these mentions, in order; those of a deleted article are left out."""
        own = {one.article.id: one for one in self.own}
        wanted = {one.article.id for one in found}
        read = {
            (excerpt.article.id, excerpt.mention): excerpt
            for i in wanted & own.keys()
            for excerpt in excerpts(own[i])
        }
        read |= stored.excerpts([one for one in found if one.article.id not in own])
        keys = ((one.article.id, one.mention) for one in found)
        return [read[key] for key in keys if key in read]


def counted(settings: ServerSettings) -> Counted:
    """What this session counts. Raises DatelineError where articles cannot be parsed."""
    articles, notices = own_articles.available_articles(settings)
    recovery.mend_gazetteer()
    parsed = process().articles().parsed(articles, process().corrections()[0])
    table, trouble = stored.table()
    joined = process().joined_tables.of(table, parsed)
    said = _said(articles, table)
    return Counted(joined, tuple(parsed), _texts(articles), said, (*notices, *trouble))


def _texts(own: Sequence[Article]) -> Texts:
    """Finds words in own and stored articles; what is asked again is not searched again."""

    @cache
    def found(words: str) -> frozenset[str]:
        return frozenset(saying(own, words)) | frozenset(stored.texts(words))

    return found


def _said(articles: Sequence[Article], table: Table) -> str:
    """Which articles are counted, in a sentence."""
    own = len([article for article in articles if article.id not in table.numbers])
    here = f"{count_of(own, 'article')} of the seeds and of this session"
    if table.articles:
        return f"Counted: {here}, and {len(table.articles):,} of the library."
    if may_list():
        return f"Counted: {here}. The library is empty."
    return f"Counted: {here}. Stored articles are counted only where listing them is allowed."
