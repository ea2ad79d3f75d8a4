"""Long articles, parsed in a process of their own: the same answer, within limits."""

from collections.abc import Iterator
from typing import Any, cast

import pytest
from support.corrections import correction
from support.samples import KHARKIV, sample

from dashboard.engine.parsing import long_articles_pickles, long_articles_process
from dashboard.engine.parsing.long_articles import LongArticles
from dashboard.engine.parsing.long_articles_pickles import Question
from dashboard.server_settings import ServerSettings
from geo import Article, Geoparser, Mention, MentionType
from geo.corrections import Scope, Verdict
from geo.errors import ModelError, TooLarge, Unwanted
from geo.reading.article_reader import article_from_text
from geo.system import processes

NEWS = article_from_text(
    "Two cities\n\nShe flew from Harbin to Kharkov. Then the Ukrainian city slept.\n\n"
    "Paris, Texas, is not in France. " + "It rained on Harbin University for a day. " * 60
)


@pytest.fixture
def made() -> Iterator[Any]:
    """Makes readers of long articles, whose processes end with the test."""
    all_of_them: list[LongArticles] = []

    def make(**settings: Any) -> LongArticles:
        all_of_them.append(LongArticles(ServerSettings(**settings)))
        return all_of_them[-1]

    yield make
    for one in all_of_them:
        one.end()


def test_the_answer_is_that_of_the_parser_here(made: Any, geoparser: Geoparser) -> None:
    reader = made()
    for article in (NEWS, sample().article, Article("empty", "Nothing at all.")):
        assert reader.parse(article) == geoparser.parse(article)


def test_a_correction_there_is_that_of_the_parser_here(made: Any, geoparser: Geoparser) -> None:
    parsed = geoparser.parse(NEWS)
    everywhere = correction("Harbin", article=NEWS, scope=Scope.EVERYWHERE, place=KHARKIV)
    none = correction("Paris, Texas", article=NEWS, verdict=Verdict.NOT_A_PLACE)
    for corrections in ((everywhere,), (everywhere, none), ()):
        corrected = made().correct(parsed, corrections)
        assert corrected == geoparser.parse(NEWS, corrections=corrections)


def test_an_article_that_takes_too_long_is_refused_and_the_next_is_read(
    made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = made()
    # no machine starts a process in that time
    hasty = ServerSettings().model_copy(update={"parse_seconds": 0.01})
    monkeypatch.setattr(reader, "_settings", hasty)
    with pytest.raises(TooLarge, match=r"“Two cities” takes more than 0\.01 seconds.*PARSE_SECO"):
        reader.parse(NEWS)
    monkeypatch.setattr(reader, "_settings", ServerSettings(parse_seconds=300))
    assert reader.parse(NEWS).mentions


def test_an_article_that_nobody_wants_any_more_is_given_up(
    made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "LOOK_AGAIN_S", 0.05)
    reader = made()
    with pytest.raises(Unwanted, match="open the article again"):
        reader.parse(NEWS, lambda: False)
    assert reader.parse(NEWS, lambda: True).mentions


class Endless:
    """A recogniser that finds a name a piece, in more pieces than anybody can read."""

    def __init__(self) -> None:
        self.read = 0

    @property
    def recogniser(self) -> "Endless":
        return self

    def recognise_by_piece(self, articles: list[Article]) -> Iterator[tuple[int, list[Mention]]]:
        assert len(articles) == 1
        for self.read in range(1, 10**9):
            yield 0, [Mention("text", 0, 1, "I", MentionType.LITERAL, (0, 1))]


def test_no_more_of_an_article_is_read_once_it_names_too_many_places() -> None:
    endless = Endless()
    question = Question(NEWS, ServerSettings(max_mentions=3))
    with pytest.raises(TooLarge, match="names more than the 3 places"):
        long_articles_process._parsed(question, cast("Geoparser", endless))
    assert endless.read == 4


def test_an_article_that_names_too_many_places_is_refused_by_its_setting(made: Any) -> None:
    with pytest.raises(TooLarge, match=r"names more than the 3 places .*DATELINE_MAX_MENTIONS"):
        made(max_mentions=3).parse(NEWS)


def test_an_error_of_the_parser_comes_back_with_both_its_sentences(made: Any) -> None:
    with pytest.raises(ModelError, match="no-such-pipeline") as caught:
        made(model="no-such-pipeline").parse(NEWS)
    assert "no-such-pipeline" not in caught.value.for_readers


def test_what_very_many_mentions_share_is_one_object(made: Any) -> None:
    many = article_from_text("In Harbin it rained. " * (3 * long_articles_pickles.CHUNK // 2))
    parsed = made().parse(many)
    assert len(parsed.mentions) > long_articles_pickles.CHUNK
    assert len({id(resolution) for resolution in parsed.resolutions}) == 1
