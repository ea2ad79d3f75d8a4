"""Parsing: no crash, right offsets, and what stands after the hostile part is still found."""

import pytest
from hostile.corpus import LAST, shown

from geo import Geoparser, ParsedArticle
from geo.model.article import Article


@pytest.mark.parametrize("name", [case.name for case in shown()])
def test_parsed_whole(name: str, parsed_corpus: dict[str, ParsedArticle]) -> None:
    parsed = parsed_corpus[name]
    for i, mention in enumerate(parsed.mentions):
        field = parsed.field_text(i)
        assert field[mention.start : mention.end] == mention.text
        assert 0 <= mention.sentence[0] <= mention.start < mention.end <= mention.sentence[1]
        assert mention.sentence[1] <= len(field)
    last = parsed.article.text.rindex(LAST)
    places = {r.place.name for m, r in found_after(parsed, last) if r.place}
    assert {"Kharkiv", "Harbin"} <= places


def found_after(parsed: ParsedArticle, offset: int):
    pairs = zip(parsed.mentions, parsed.resolutions, strict=True)
    return [(m, r) for m, r in pairs if m.field == "text" and m.start >= offset]


@pytest.mark.parametrize("name", [case.name for case in shown() if len(case.data) < 20_000])
def test_raw_text_of_a_record_parses(name: str, geoparser: Geoparser) -> None:
    text = next(case.data for case in shown() if case.name == name).decode()
    parsed = geoparser.parse(Article("a", text, title=text[:200]))
    assert found_after(parsed, text.rindex(LAST))


@pytest.mark.parametrize("text", ["\u202e", "\x00", "{{", "\U0010ffff", "e\u0301", "\ue000", "\n"])
def test_spans_of_anything_come_back(text: str, geoparser: Geoparser) -> None:
    parsed = geoparser.parse(Article("a", text), spans=[(0, len(text)), (0, 1), (0, len(text))])
    assert [(m.start, m.end) for m in parsed.mentions] == [(0, len(text)), (0, 1), (0, len(text))]
    assert len(parsed.resolutions) == 3
