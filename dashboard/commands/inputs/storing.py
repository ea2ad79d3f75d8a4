"""Storing many articles and what they name, in batches: one that fails never stops the rest."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from dashboard.engine.intake.intake import Source, read_source
from geo.errors import InputError
from geo.library import Library
from geo.library.reparsing import Reader
from geo.model.article import Article, fingerprint
from geo.model.parsed_article import ParsedArticle

BATCH = 64
"""Articles read, parsed and stored before the next; broken off, no more than these are lost."""


class Adding:
    """Adds articles to a library and counts them."""

    def __init__(self, library: Library, make_reader: Callable[[], Reader]) -> None:
        """`make_reader` is called once there is an article."""
        self._library = library
        self._make_reader = make_reader
        self._seen: set[str] = set()
        self._corrections = library.corrections.active()
        self.new = self.known = self.failed = 0

    def add(self, sources: Iterable[Source]) -> Iterator[str]:
        """Of each source, in any order, "" or why it failed.

        What is stored already, or says the same as another, is passed over. Raises LibraryError
        where the library takes no more.
        """
        source = iter(sources)
        while part := list(islice(source, BATCH)):
            read = [read_source(one) for one in part]
            articles = [one for one in read if isinstance(one, Article)]
            wanted = [article for article in articles if self._is_wanted(article)]
            for reason in (*(one for one in read if isinstance(one, str)), *self._parsed(wanted)):
                self.failed += bool(reason)
                yield reason
            self.known += len(articles) - len(wanted)
            yield from [""] * (len(articles) - len(wanted))

    def _is_wanted(self, article: Article) -> bool:
        """Whether it is not here yet, or stored and to be read again."""
        said = fingerprint(article)
        if said in self._seen:
            return False
        self._seen.add(said)
        token = self._library.articles.token_of(article)
        return token is None or token in self._stale

    @cached_property
    def _reader(self) -> Reader:
        return self._make_reader()

    @cached_property
    def _stale(self) -> set[str]:
        return set(self._library.index.stale(self._reader.fingerprint, self._corrections))

    def _parsed(self, articles: Sequence[Article]) -> Iterator[str]:
        if not articles:
            return
        for one in self._reader.each(articles, self._corrections):
            yield one if isinstance(one, str) else self._stored(one)

    def _stored(self, parsed: ParsedArticle) -> str:
        library = self._library
        try:
            stored = library.articles.add(parsed.article)
        except InputError as error:
            return str(error)
        library.index.add(
            stored.token, parsed, parser=self._reader.fingerprint, corrections=self._corrections
        )
        self.new += stored.is_new
        self.known += not stored.is_new
        return ""
