from dataclasses import replace

from support.samples import CHINA, HEILONGJIANG, sample

from dashboard.page.reader.article_text import Node, mark_label, paragraphs, title_nodes
from geo.model.atlas import Atlas, gather
from geo.model.places import Place

AROUND = {"CN": CHINA, "iso-CN-HL": HEILONGJIANG}


def place_of(key: str) -> Place | None:
    return AROUND.get(key)


def atlas() -> Atlas:
    return gather([sample()])


def said(nodes: list[Node]) -> str:
    return "".join(node if isinstance(node, str) else said(node["c"]) for node in nodes)


def marks(nodes: list[Node]) -> list[dict]:
    found = []
    for node in nodes:
        if isinstance(node, dict):
            found += [node, *marks(node["c"])]
    return found


def test_every_character_of_the_article_is_there_once() -> None:
    article = sample().article
    blocks = paragraphs(article, atlas().occurrences, place_of)[0]
    assert "\n\n".join(said(block) for block in blocks) == article.text
    assert said(title_nodes(article, atlas().occurrences, place_of)) == article.title


def test_every_mention_is_marked_once_with_its_group_and_place() -> None:
    article, occurrences = sample().article, atlas().occurrences
    blocks = [title_nodes(article, occurrences, place_of)]
    blocks += paragraphs(article, occurrences, place_of)[0]
    found = [mark for block in blocks for mark in marks(block)]
    assert sorted(mark["i"] for mark in found) == [o.index for o in occurrences]
    russians = next(mark for mark in found if said(mark["c"]) == "Russians")
    assert (russians["g"], russians["p"]) == ("people", "gn-2017370")


def test_a_nested_mention_is_a_mark_inside_its_outer_mark() -> None:
    first = paragraphs(sample().article, atlas().occurrences, place_of)[0][0]
    outer = next(m for m in marks(first) if said(m["c"]) == "Harbin University")
    assert [m["i"] for m in marks(outer["c"])] == [5]
    assert outer["c"][1] == " University"


def test_a_mention_that_is_filtered_out_stays_as_plain_text() -> None:
    blocks = paragraphs(sample().article, (), place_of)[0]
    assert all(isinstance(node, str) for block in blocks for node in block)


def test_of_two_marks_that_overlap_the_first_stays_and_no_text_is_lost() -> None:
    first, second = atlas().occurrences[3:5]
    crossing = replace(second, mention=replace(second.mention, start=first.mention.end - 2))
    block = paragraphs(sample().article, [first, crossing], place_of)[0][0]
    assert [mark["i"] for mark in marks(block)] == [3]
    assert said(block) == sample().article.text.split("\n\n")[0]


def test_markup_in_an_article_stays_a_string() -> None:
    article = replace(sample().article, text="<b>{{7*7}}</b> :red[x] $y$")
    assert paragraphs(article, (), place_of)[0] == [["<b>{{7*7}}</b> :red[x] $y$"]]


def test_a_label_says_the_name_its_type_and_where_it_lies() -> None:
    harbin = next(o for o in atlas().occurrences if o.mention.text == "HARBIN")
    assert (
        mark_label(harbin, place_of)
        == "HARBIN. The place itself: Harbin, Heilongjiang, China, almost certain"
    )
    west = atlas().unplaced[-1]
    assert mark_label(west, place_of).endswith("not on the map")
