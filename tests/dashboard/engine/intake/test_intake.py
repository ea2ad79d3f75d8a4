"""Taking in several articles: one answer each, whatever is wrong with one of them."""

from collections.abc import Callable

from dashboard.engine.intake.intake import Failed, Repeated, Source, Taken, take
from geo.errors import InputError
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle
from geo.reading.article_reader import article_from_text


def parsed(article: Article) -> ParsedArticle:
    if "crash" in article.text:
        raise ZeroDivisionError
    return ParsedArticle(article, (), ())


def source(name: str, text: str) -> Source:
    return Source(name, lambda: article_from_text(text))


def broken(message: str) -> Callable[[], Article]:
    def read() -> Article:
        raise InputError(message)

    return read


def test_what_fails_is_said_and_the_rest_goes_on() -> None:
    outcomes = list(
        take(
            [
                Source("empty.txt", broken("empty.txt is empty.")),
                source("crash\u202e.txt", "This will crash."),
                source("a.txt", "In Harbin it rained."),
            ],
            parsed,
        )
    )
    assert outcomes[0] == Failed("empty.txt", "empty.txt is empty.")
    assert isinstance(outcomes[1], Failed)
    assert outcomes[1].reason == "crash.txt could not be read (ZeroDivisionError); leave it out."
    assert isinstance(outcomes[2], Taken)


def test_the_same_words_are_the_same_article_however_they_are_set() -> None:
    known = article_from_text("Rain in Harbin\n\nIt rained in “Harbin”.\n\nAll day.")
    same = source("b.txt", "RAIN IN HARBIN\n\nIt rained\tin 'Harbin'. All day.")
    other = source("c.txt", "Rain in Harbin\n\nIt rained in Harbin. All night.")
    first, second, third = take([same, other, other], parsed, known=[known])
    assert first == Repeated("b.txt", known)
    assert "b.txt is already here as “Rain in Harbin”" in first.notice
    assert isinstance(second, Taken)
    assert isinstance(third, Repeated)


def test_what_could_not_be_parsed_is_not_known_afterwards() -> None:
    crash = source("a.txt", "This will crash.")
    assert [type(o) for o in take([crash, crash], parsed)] == [Failed, Failed]


def test_each_is_answered_before_the_next_is_read() -> None:
    read: list[str] = []

    def reading(name: str) -> Source:
        def article() -> Article:
            read.append(name)
            return article_from_text(f"In {name} it rained.")

        return Source(name, article)

    outcomes = take([reading("Harbin"), reading("Kharkov")], parsed)
    next(outcomes)
    assert read == ["Harbin"]
