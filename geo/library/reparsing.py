"""Reading articles for the index: the library keeps what is found, and never parses itself."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from geo.corrections import Correction
from geo.errors import DatelineError
from geo.library.article_store import ArticleStore
from geo.library.database.engine import batched
from geo.library.index import Index
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle
from geo.text.cleaning import for_message

BATCH = 16
"""Articles parsed together."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reader:
    """What parses: from articles and corrections to what they name, in their order.

    `fingerprint` is a name of all that decides what comes out (`Geoparser.fingerprint`).
    """

    fingerprint: str
    parse: Callable[[Sequence[Article], Sequence[Correction]], Iterable[ParsedArticle]]

    def each(
        self, articles: Sequence[Article], corrections: Sequence[Correction]
    ) -> Iterator[ParsedArticle | str]:
        """Each article parsed, or why it cannot be; together where nothing fails."""
        done = 0
        try:
            for one in self.parse(articles, corrections):
                done += 1
                yield one
        except Exception:  # noqa: BLE001 - found out below, one by one
            _log.debug("a batch failed", exc_info=True)
        for article in articles[done:]:
            yield self._alone(article, corrections)

    def _alone(self, article: Article, corrections: Sequence[Correction]) -> ParsedArticle | str:
        try:
            return next(iter(self.parse([article], corrections)))
        except DatelineError as error:
            return str(error)
        except Exception as error:  # noqa: BLE001 - one answer an article, whatever it does
            _log.debug("an article failed", exc_info=True)
            name = for_message(article.title) or article.id
            return f"“{name}” could not be parsed ({type(error).__name__}); leave it out."


def reread(
    shelf: ArticleStore,
    index: Index,
    tokens: Iterable[str],
    reader: Reader,
    corrections: Sequence[Correction],
) -> Iterator[str]:
    """Parse stored articles and index what they name; of each "", or why it failed.

    One that fails stays as it was, and the rest goes on.
    """
    for part in batched(tokens, BATCH):
        found = [article for token in part if (article := shelf.get(token))]
        yield from [""] * (len(part) - len(found))  # deleted since
        for article, one in zip(found, reader.each(found, corrections), strict=True):
            if isinstance(one, str):
                yield one
            else:
                index.add(article.id, one, parser=reader.fingerprint, corrections=corrections)
                yield ""
