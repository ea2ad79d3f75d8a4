"""Full-text search: the same in every database, and nothing a reader types is a command."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.coverage import saying
from geo.coverage.search_words import article_words, words_of
from geo.library import Library
from geo.model.article import Article

FLOOD = Article("f", "Floods in Łódź: the mayor's café closed on 12 May.", "Rivers", "Le Journal")
SNOW = Article("s", "Snow fell on São Paulo NEAR the airport; OR so AND not.", "Snow")


@pytest.fixture
def tokens(library: Library) -> dict[str, str]:
    return {library.articles.add(a).token: a.id for a in (FLOOD, SNOW)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("flood", "f"), ("FLOODING", "f"), ("mayors cafe", "f"), ("mayor's café", "f"),
        ("lodz", "f"), ("Łódź", "f"), ("12", "f"), ("journal river", "f"), ("sao", "s"),
        ("flood snow", ""), ("floo", ""), ("on", "fs"), ("the", "fs"), ("", ""), ("   ", ""),
        ("may", "f"), ("Łódź:", "f"), ("“Snow”", "s"),
        # what FTS5 and tsquery would take for syntax
        ('"', ""), ("'", ""), ("snow*", "s"), ("*", ""), ("NEAR", "s"), ("NEAR(snow fell)", "s"),
        ("near", "s"), ("or", "s"), ("snow OR flood", ""), ("NOT", "s"), ("title:snow", ""),
        ("words:snow", ""), ("snow:snow", "s"), ("^snow", "s"), ("-snow", "s"), ("snow & !", "s"),
        ("(snow", "s"), ("{snow}", "s"), ('"snow" "fell"', "s"), ('snow"; DROP TABLE article', ""),
        ("snow:*", "s"), ("\\", ""), ("\0snow", "s"), ("🎈", ""), ("snow 🎈", "s"), ("\ud800", ""),
        ("%", ""), ("_", ""), ("x" * 10_000, ""), ("snow " * 2_000, "s"), ("é" * 10_000, ""),
    ],
)  # fmt: skip
def test_all_words_are_found_and_only_words(
    library: Library, tokens: dict[str, str], words: str, found: str
) -> None:
    assert {tokens[token] for token in library.index.search(words)} == set(found)
    assert saying([FLOOD, SNOW], words) == set(found)


@given(st.text())
def test_anything_typed_is_answered(library: Library, tokens: dict[str, str], typed: str) -> None:
    found = {tokens[token] for token in library.index.search(typed)}
    assert found == saying([FLOOD, SNOW], typed)


@given(st.text(), st.text())
def test_words_are_letters_and_digits(one: str, two: str) -> None:
    for word in words_of(one, two):
        assert word.isalnum()
        assert len(word) <= 40
        assert words_of(word) == [word]


def test_very_many_words(library: Library) -> None:
    long = Article("l", " ".join(f"w{n}" for n in range(200_000)))
    token = library.articles.add(long).token
    assert library.index.search("w199999 w0") == {token}
    assert len(article_words(long)) == 200_000
    library.articles.delete(token)
    assert library.index.search("w199999") == set()
