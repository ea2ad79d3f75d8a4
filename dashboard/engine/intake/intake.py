"""Several articles, one after the other: what cannot be read, or is here already, is said, and
the rest goes on.

The dashboard and the command line both take articles in through here.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from geo.errors import DatelineError
from geo.model.article import Article, fingerprint
from geo.model.parsed_article import ParsedArticle
from geo.text.cleaning import for_message

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """Something an article can be read from; `read` raises DatelineError where it cannot."""

    name: str
    read: Callable[[], Article]


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that was read and parsed."""

    name: str
    parsed: ParsedArticle


@dataclass(frozen=True, slots=True)
class Repeated:
    """A source with the same content as an article that is here already."""

    name: str
    article: Article

    @property
    def notice(self) -> str:
        """One sentence for the reader."""
        title = for_message(self.article.title) or "an article without a title"
        return f"{for_message(self.name)} is already here as “{title}” and was not added again."


@dataclass(frozen=True, slots=True)
class Failed:
    """A source that could not be read or parsed, and why, in one sentence."""

    name: str
    reason: str


Outcome = Taken | Repeated | Failed


def take(
    sources: Iterable[Source],
    parse: Callable[[Article], ParsedArticle],
    *,
    known: Iterable[Article] = (),
) -> Iterator[Outcome]:
    """One outcome a source, in order, each as soon as it is there.

    An article counts as known if one of `known`, or of those taken before, says the same.
    """
    seen = {fingerprint(article): article for article in known}
    for source in sources:
        outcome = _outcome(source, parse, seen)
        if isinstance(outcome, Taken):
            article = outcome.parsed.article
            seen[fingerprint(article)] = article
        yield outcome


def read_source(source: Source) -> Article | str:
    """The article of a source, or why it cannot be read, in one sentence."""
    try:
        return source.read()
    except DatelineError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - one answer a source, whatever reading it does
        return _failed(source, error)


def _failed(source: Source, error: Exception) -> str:
    _log.debug("an article failed", exc_info=True)
    kind = type(error).__name__
    return f"{for_message(source.name)} could not be read ({kind}); leave it out."


def _outcome(
    source: Source, parse: Callable[[Article], ParsedArticle], seen: dict[str, Article]
) -> Outcome:
    try:
        article = source.read()
        same = seen.get(fingerprint(article))
        return Repeated(source.name, same) if same else Taken(source.name, parse(article))
    except DatelineError as error:
        return Failed(source.name, error.for_readers)
    except Exception as error:  # noqa: BLE001 - one answer a source, whatever it does to the models
        return Failed(source.name, _failed(source, error))
