"""Long texts a part at a time: nothing is lost between parts, and each name is in one of them."""

from dataclasses import replace

import pytest

from dashboard.page.reader import long_text
from dashboard.page.reader.long_text import Block, drawn, not_drawn, on_map, part_of
from dashboard.wording.marked_spans import marks_in
from dashboard.wording.marked_spans import paragraphs as paragraphs_of
from geo.model.article import Article
from geo.model.atlas import Atlas, gather
from geo.model.mentions import Mention, MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind, Resolution, Status

HARBIN = Place("gn-1", "Harbin", PlaceKind.CITY, 45.75, 126.6)
SAID = "In Harbin it rained for days. "


def parsed(text: str) -> ParsedArticle:
    starts = [at for at in range(len(text)) if text.startswith("Harbin", at)]
    mentions = tuple(
        Mention("text", at, at + 6, "Harbin", MentionType.LITERAL, (at, at + 6)) for at in starts
    )
    found = Resolution(HARBIN, 1.0, Status.RESOLVED)
    return ParsedArticle(Article("a", text), mentions, (found,) * len(mentions))


def blocks(one: ParsedArticle) -> list[Block]:
    text = one.article.text
    return list(paragraphs_of(text, marks_in("text", gather([one]).occurrences)))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_text, "PART", 1_000)
    monkeypatch.setattr(long_text, "MARKS", 20)


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join([SAID * 3] * 100),
        SAID * 200,
        "Harbin" * 500,
        "x" * 7_000 + " Harbin",
        "Harbin " * 500,
    ],
    ids=["paragraphs", "one paragraph", "names in one word", "one word", "names"],
)
def test_the_parts_together_are_the_text_and_no_name_is_cut(text: str) -> None:
    one = parsed(text)
    seen, marks, at = "", 0, 0
    while True:
        part, said = part_of(text, blocks(one), at)
        assert said is not None
        seen += "".join(text[start:end] for (start, end), _ in part)
        marks += sum(len(inside) for _, inside in part)
        assert sum(end - start for (start, end), _ in part) <= 2_000
        for span, inside in part:
            assert all(span[0] <= m.mention.start < m.mention.end <= span[1] for m in inside)
        end = part[-1][0][1]
        if end == len(text):
            break
        assert end >= at
        at = end + 2  # past the blank line between two parts
    assert seen == text.replace("\n\n", "")
    assert marks == len(one.mentions)


def test_a_part_says_which_it_is_and_leads_to_the_next() -> None:
    one = parsed("\n\n".join([SAID * 10] * 10))
    _, said = part_of(one.article.text, blocks(one), None)
    assert said is not None
    assert said["said"] == "Part 1 of 5 of a long text."
    assert said["previous"] is None
    chosen = one.mentions[int(said["next"]["mention"])].start
    part, following = part_of(one.article.text, blocks(one), chosen)
    assert following is not None
    assert following["said"].startswith("Part 2 of 5")
    assert any(m.mention.start == chosen for _, inside in part for m in inside)
    assert following["previous"]["mention"] == "0"


def test_a_text_that_is_not_long_has_no_parts() -> None:
    one = parsed(SAID)
    assert part_of(one.article.text, blocks(one), 5) == (blocks(one), None)


def test_a_page_draws_so_many_names_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_text, "MOST_DRAWN", 5)
    one = parsed(SAID * 4)
    other = replace(one, article=replace(one.article, id="b"))
    assert drawn([one]) == [one]
    assert not_drawn([one]) == ""
    few = drawn([one, other])
    assert [len(p.mentions) for p in few] == [4, 1]
    assert isinstance(gather(few), Atlas)
    assert not_drawn([one, other]) == (
        "This is too much for one page, which shows the first 5 of 8 names. Filters bring out "
        "others, and downloads under Share hold them all."
    )


def test_a_map_holds_so_many_places_and_the_selected_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_text, "MOST_PLACES", 1)
    one = parsed(SAID * 3)
    kyiv = replace(HARBIN, id="gn-2", name="Kyiv")
    rome = replace(HARBIN, id="gn-3", name="Rome")
    places = (HARBIN, kyiv, HARBIN, rome, None)
    found = tuple(Resolution(place, 1.0, Status.RESOLVED) for place in places)
    more = (replace(one.mentions[0], start=at, end=at + 6) for at in (7, 8))
    mentions = (*one.mentions, *more)
    atlas = gather([replace(one, mentions=mentions, resolutions=found)])
    kept = on_map(atlas, "gn-3")
    assert {found.place.name for found in kept.places} == {"Harbin", "Rome"}
    assert len(kept.unplaced) == 1
    assert {found.place.name for found in on_map(atlas, None).places} == {"Harbin"}
    said = not_drawn([replace(one, mentions=mentions, resolutions=found)])
    assert "which shows the 1 most named of 3 places." in said
