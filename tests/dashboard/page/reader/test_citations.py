from dataclasses import replace
from urllib.parse import unquote

import pytest
from support.samples import sample

from dashboard.page.reader.citations import citation, credit, is_web_address, passage_link
from geo.model.article import Article
from geo.model.atlas import Occurrence, gather


def occurrence(**article: object) -> Occurrence:
    found = gather([sample()]).occurrences[7]
    return replace(found, article=replace(found.article, **article))


def test_a_passage_link_quotes_a_short_sentence_whole() -> None:
    assert passage_link(occurrence()) == (
        "https://example.org/story?a=1#:~:text=Harbin%20is%20the%20capital%20of%20Heilongjiang."
    )


def test_a_passage_link_quotes_both_ends_of_a_long_sentence() -> None:
    russian = gather([sample()]).occurrences[8]
    link = passage_link(russian)
    assert link.split("text=")[1] == (
        "The%20Russian%20delegation%20said%20nothing,home%20saw%20little%20of%20it."
    )


def test_a_passage_link_of_a_cut_sentence_quotes_words_of_the_article() -> None:
    found = occurrence()
    text = f"{'The river rose and rose, '.join([''] * 20)}until Harbin was {'wet and ' * 60}dry."
    start = text.index("Harbin")
    mention = replace(found.mention, start=start, end=start + 6, sentence=(0, len(text)))
    cut = replace(found, mention=mention, article=replace(found.article, text=text))
    assert cut.excerpt[0].startswith("…")
    assert cut.excerpt[2].endswith("…")
    ends = [unquote(end) for end in passage_link(cut).split("text=")[1].split(",")]
    assert len(ends) == 2
    assert all(f" {end} " in f" {text} " for end in ends)


def test_a_passage_link_encodes_what_a_text_fragment_reads_as_syntax() -> None:
    dateline = gather([sample()]).occurrences[2]
    quoted = passage_link(dateline).split("text=")[1]
    assert quoted.startswith("HARBIN%2C%20China%20%2D%20The")


def test_a_passage_link_keeps_the_fragment_the_address_has() -> None:
    link = passage_link(occurrence(source="https://example.org/a#part"))
    assert link.startswith("https://example.org/a#part:~:text=")


@pytest.mark.parametrize(
    "source",
    ["", "javascript:alert(1)", "javascript://host/%0aalert(1)", "file:///etc/passwd", "https://"],
)
def test_no_link_without_a_web_address(source: str) -> None:
    assert not is_web_address(source)
    assert passage_link(occurrence(source=source)) == ""


def test_a_citation_says_the_sentence_and_where_it_stands() -> None:
    assert citation(occurrence()) == (
        "“Harbin is the capital of Heilongjiang.” — Russian visitor in Harbin, Dateline sample, "
        "17 May 2024. https://example.org/story?a=1"
    )


def test_a_credit_of_a_bare_article_is_still_a_sentence() -> None:
    assert credit(Article("a", "Text.")) == "Untitled."
