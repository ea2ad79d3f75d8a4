"""A corrected name is found again in the article as it was, and after it was edited."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.corrections import Anchor, anchor
from geo.corrections.anchors import Version
from geo.model.article import Article
from geo.model.mentions import Mention, MentionType

TEXT = (
    "The mayor of Paris opened a fair in Paris, Texas, on Monday.\n\n"
    "Visitors from Paris came too. They left Paris at night, tired and wet."
)
NEWS = Article("t1", TEXT, "Paris fair")


def mentions(article: Article, name: str = "Paris") -> tuple[Mention, ...]:
    return tuple(
        Mention(field, m.start(), m.end(), m[0], MentionType.LITERAL, (0, 1))
        for field, text in (("title", article.title), ("text", article.text))
        for m in re.finditer(name, text)
    )


def anchors(article: Article) -> list[Anchor]:
    return [anchor(article, mention) for mention in mentions(article)]


def found(sought: Anchor, article: Article) -> int | None:
    return Version(article, mentions(article)).find(sought)


def test_each_mention_is_found_in_the_same_article() -> None:
    assert [found(sought, NEWS) for sought in anchors(NEWS)] == [0, 1, 2, 3, 4]


def test_an_id_of_its_own_makes_no_other_article() -> None:
    copy = replace(NEWS, id="another", source="https://example.org/x")
    assert [found(sought, copy) for sought in anchors(NEWS)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: "Late news. Paris again.\n\n" + text,
        lambda text: text.replace("The mayor", "Mayor Anne"),
        lambda text: text.replace("on Monday", "on Tuesday"),
        lambda text: text + "\n\nParis is a city.",
    ],
)
def test_an_edit_elsewhere_or_beside_it_does_not_lose_a_name(edit) -> None:
    edited = replace(NEWS, text=edit(TEXT))
    for sought in anchors(NEWS):
        index = found(sought, edited)
        assert index is not None
        around = mentions(edited)[index]
        text = edited.title if around.field == "title" else edited.text
        # one side at least reads as it did
        before, after = text[: around.start], text[around.end :]
        assert before.endswith(sought.prefix[-8:]) or after.startswith(sought.suffix[:8])


def test_a_name_that_was_cut_out_is_not_found_elsewhere() -> None:
    fourth = anchors(NEWS)[4]
    edited = replace(NEWS, text=TEXT.replace(" They left Paris at night, tired and wet.", ""))
    assert found(fourth, edited) is None


def test_the_same_few_words_in_another_article_are_not_the_same_passage() -> None:
    other = Article("t2", "A fair in Paris, Texas, on Monday was dull.", "Paris fair")
    assert [found(sought, other) for sought in anchors(NEWS)] == [None] * 5


def test_of_two_that_read_the_same_the_nearest_is_meant() -> None:
    line = "Rain fell on the old town of Paris, as it does every day of autumn there.\n"
    first = replace(NEWS, text=line * 3)
    edited = replace(first, text="Now. " + line * 3)
    assert [found(sought, edited) for sought in anchors(first)[1:]] == [1, 2, 3]


def test_a_passage_taken_over_whole_is_the_same() -> None:
    other = Article("t2", f"As reported: {TEXT}\n\nMore to come.", "Else")
    assert [found(sought, other) for sought in anchors(NEWS)[1:]] == [0, 1, 2, 3]


def test_another_version_is_known_by_its_address_even_where_the_name_is_gone() -> None:
    first = replace(NEWS, source="https://example.org/a")
    sought = anchor(first, mentions(first)[4])
    later = Article("t9", "All new.", "New", source="https://example.org/a")
    assert Version(later, ()).holds(sought)
    assert not Version(replace(later, source=""), ()).holds(sought)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=300))
def test_no_article_and_no_anchor_break_it(prefix: str, suffix: str, text: str) -> None:
    sought = replace(anchors(NEWS)[1], prefix=prefix, suffix=suffix)
    article = Article("t1", f"{text}Paris{text}")
    index = found(sought, article)
    assert index is None or mentions(article)[index].text == "Paris"
