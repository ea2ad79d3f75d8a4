import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import cast

import pytest
import streamlit as st
from support.corrections import correction
from support.samples import CHINA, HARBIN, sample

from dashboard.engine.measures import Measures
from dashboard.engine.parsing.fair_queue import Waiter
from dashboard.engine.parsing.long_articles import LONG, MANY
from dashboard.engine.parsing.parsed_articles import ParsedArticles, finished
from dashboard.engine.process import Process
from dashboard.page.session import own_articles
from dashboard.server_settings import ServerSettings
from geo import Article, Geoparser, Mention, MentionType, ParsedArticle
from geo.corrections import Correction
from geo.model.places import Resolution, Status

NOWHERE = Resolution(None, 0.9, Status.NOT_FOUND)


class CountingParser:
    """Finds one name, the first letter, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []
        self.corrected: list[str] = []

    def parse_many(
        self, articles: Iterable[Article], *, corrections: Iterable[Correction] = ()
    ) -> Iterator[ParsedArticle]:
        del corrections  # it knows none
        for article in articles:
            self.given.append(article.id)
            mention = Mention("text", 0, 1, article.text[:1], MentionType.LITERAL, (0, 1))
            yield ParsedArticle(article, (mention,), (NOWHERE,))

    def correct(self, parsed: ParsedArticle, corrections: Iterable[Correction]) -> ParsedArticle:
        self.corrected.append(parsed.article.id)
        found = Resolution(list(corrections)[-1].place, 1.0, Status.RESOLVED)
        return replace(parsed, resolutions=(found,))


def parsed_articles(parser: CountingParser, kept: int = 10) -> ParsedArticles:
    return ParsedArticles(cast("Geoparser", parser), ServerSettings(), Measures(), kept=kept)


def test_an_article_is_parsed_once() -> None:
    parser = CountingParser()
    cache = parsed_articles(parser)
    first, second = Article("a", "A."), Article("b", "B.")
    cache.parsed([first])
    assert [p.article for p in cache.parsed([second, first])] == [second, first]
    assert parser.given == ["a", "b"]


def test_a_changed_article_is_parsed_again_under_the_same_id() -> None:
    parser = CountingParser()
    cache = parsed_articles(parser)
    cache.parsed([Article("a", "A.")])
    assert cache.parsed([Article("a", "Changed.")])[0].article.text == "Changed."


def test_only_the_latest_are_kept() -> None:
    parser = CountingParser()
    cache = parsed_articles(parser, kept=1)
    one, two = sample().article, Article("b", "B.")
    for article in (one, two, one):
        cache.parsed([article])
    assert parser.given == ["sample", "b", "sample"]


def test_an_article_is_resolved_anew_once_for_the_corrections_of_its_names() -> None:
    parser = CountingParser()
    cache = parsed_articles(parser)
    articles = [Article("a", "A."), Article("b", "B.")]
    own = (correction("A", article=articles[0], place=HARBIN),)
    for _ in range(2):
        first, second = cache.parsed(articles, own)
        assert (first.resolutions[0].place, second.resolutions[0].place) == (HARBIN, None)
    assert (parser.given, parser.corrected) == (["a", "b"], ["a"])
    more = (*own, correction("B", article=articles[1], place=CHINA))
    assert cache.parsed(articles, more)[1].resolutions[0].place == CHINA
    assert parser.corrected == ["a", "b"]
    assert cache.parsed(articles)[0].resolutions == (NOWHERE,)
    assert cache.parsed(articles, own)[1].resolutions == (NOWHERE,)
    assert parser.given == ["a", "b"]


def test_a_changed_article_is_corrected_anew() -> None:
    cache = parsed_articles(CountingParser())
    own = (correction("A", article=Article("a", "A."), place=HARBIN),)
    cache.parsed([Article("a", "A.")], own)
    assert cache.parsed([Article("a", "A bit more.")], own)[0].article.text == "A bit more."


def test_a_long_article_is_parsed_elsewhere_and_a_short_one_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parser, elsewhere = CountingParser(), Elsewhere()
    cache = parsed_articles(parser)
    monkeypatch.setattr(cache, "_long", elsewhere)
    articles = [Article("a", "A." * LONG), Article("b", "B.")]
    assert [p.article for p in cache.parsed(articles)] == articles
    assert (parser.given, elsewhere.given) == (["b"], ["a"])


class Elsewhere(CountingParser):
    """The process of its own, in which long articles are read: here another parser."""

    def parse(
        self, article: Article, is_wanted: Callable[[], bool] = lambda: True
    ) -> ParsedArticle:
        self.is_wanted = is_wanted
        return next(self.parse_many([article]))


class Prolific(CountingParser):
    """Finds the first letter very many times."""

    def parse_many(
        self, articles: Iterable[Article], *, corrections: Iterable[Correction] = ()
    ) -> Iterator[ParsedArticle]:
        for parsed in super().parse_many(articles, corrections=corrections):
            more = MANY + 1
            yield replace(parsed, mentions=parsed.mentions * more, resolutions=(NOWHERE,) * more)


def test_an_article_of_many_names_is_corrected_elsewhere_and_others_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere = Elsewhere()
    article = Article("a", "A.")
    own = (correction("A", article=article, place=HARBIN),)
    for parser, here, there in ((CountingParser(), ["a"], []), (Prolific(), [], ["a"])):
        cache = parsed_articles(parser)
        monkeypatch.setattr(cache, "_long", elsewhere)
        assert cache.parsed([article], own)[0].resolutions[0].place == HARBIN
        assert (parser.corrected, elsewhere.corrected) == (here, there)


def test_a_long_article_is_wanted_as_long_as_one_who_waits_for_it_is_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cache, elsewhere = parsed_articles(CountingParser()), Elsewhere()
    monkeypatch.setattr(cache, "_long", elsewhere)
    article, here, said = Article("a", "A." * LONG), {"first"}, list[bool]()
    second_waits = threading.Event()

    def is_asked(article: Article, is_wanted: Callable[[], bool]) -> ParsedArticle:
        assert second_waits.wait(10)
        for now in ({"first", "second"}, {"second"}, set[str]()):
            here.clear()
            here.update(now)
            said.append(is_wanted())
        here.add("second")
        return next(elsewhere.parse_many([article]))

    monkeypatch.setattr(elsewhere, "parse", is_asked)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(
            cache.parsed, [article], waiter=Waiter("1", is_here=lambda: "first" in here)
        )
        while not cache._wanted.is_wanted(article):
            pass
        here.add("second")
        reading = cache.reading([article], waiter=Waiter("2", lambda: "second" in here))
        assert next(reading) == 1
        second_waits.set()
        assert pool.submit(finished, reading).result(10) == first.result(10)
    assert said == [True, True, False]
    assert elsewhere.given == ["a"]


def test_what_is_read_again_behind_the_page_is_read_elsewhere_where_it_is_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parser, elsewhere = CountingParser(), Elsewhere()
    cache = parsed_articles(parser, kept=1)
    monkeypatch.setattr(cache, "_long", elsewhere)
    first, second = Article("b", "B."), Article("a", "A." * LONG)
    own = (correction("A", article=second, place=HARBIN),)
    for _ in range(2):
        read = list(cache.read_again([first, second, first], own))
        assert [p.article for p in read] == [first, second, first]
        assert read[1].resolutions[0].place == HARBIN
    assert (parser.given, elsewhere.given) == (["b"] * 4, ["a"] * 2)
    cache.parsed([second])
    list(cache.read_again([second], own))
    assert elsewhere.given == ["a"] * 3


def test_what_several_want_corrected_at_once_is_corrected_once_and_another_not_held_up() -> None:
    parser = CountingParser()
    cache = parsed_articles(parser)
    slow, other = Article("a", "A."), Article("b", "B.")
    own = tuple(correction(a.text[0], article=a, place=HARBIN) for a in (slow, other))
    begun, may_end = threading.Event(), threading.Event()
    correct = parser.correct

    def slowly(parsed: ParsedArticle, corrections: Iterable[Correction]) -> ParsedArticle:
        if parsed.article == slow:
            begun.set()
            assert may_end.wait(10)
        return correct(parsed, corrections)

    parser.correct = slowly  # type: ignore[method-assign]
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(cache.parsed, [slow], own) for _ in range(2)]
        assert begun.wait(10)
        assert cache.parsed([other], own)[0].resolutions[0].place == HARBIN
        may_end.set()
        first, second = (one.result(10) for one in both)
    assert first == second
    assert parser.corrected == ["b", "a"]


def test_what_somebody_else_has_read_while_one_waited_is_not_read_again() -> None:
    parser = CountingParser()
    cache = ParsedArticles(cast("Geoparser", parser), ServerSettings(parses_at_once=1), Measures())
    article = Article("a", "A.")
    reading = threading.Event()
    waited = threading.Event()
    parse_many = parser.parse_many

    def slowly(articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        reading.set()
        assert waited.wait(10)
        return parse_many(articles)

    parser.parse_many = slowly  # type: ignore[method-assign]
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(cache.parsed, [article])
        assert reading.wait(10)
        second = cache.reading([article], waiter=Waiter("b"))
        assert next(second) == 1
        waited.set()
        assert first.result(10) == finished(second)
    assert parser.given == ["a"]


def test_articles_of_a_library_that_fails_are_those_in_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stored, other = Article("a" * 22, "Snow fell."), Article("b" * 22, "Rain fell.")
    cache = parsed_articles(CountingParser())
    cache.parsed([stored, other])
    monkeypatch.setattr(Process, "articles", lambda _: cache)
    monkeypatch.setattr(own_articles.library_articles, "opened", lambda: ([], ["It is down."]))
    monkeypatch.setattr(st, "session_state", {})
    own_articles.library_articles.open_articles([stored.id, "c" * 22])
    found, notices = own_articles.available_articles(ServerSettings())
    assert stored in found
    assert other not in found, "only whoever has its token"
    assert "It is down." in notices
    cache.forget(stored.id)
    assert stored not in own_articles.available_articles(ServerSettings())[0]
