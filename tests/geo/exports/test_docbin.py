"""DocBin as spaCy reads it, with nothing of Dateline's: a blank English pipeline."""

from dataclasses import replace

import spacy
from spacy.tokens import Doc, DocBin
from support.samples import KHARKIV, sample

from geo.exports import to_docbin
from geo.model.atlas import Atlas, Filter, gather
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle


def docs(atlas: Atlas) -> list[Doc]:
    bin_ = DocBin().from_bytes(to_docbin(atlas))
    return list(bin_.get_docs(spacy.blank("en").vocab))


def test_a_doc_an_article_with_its_title_and_text() -> None:
    other = replace(sample(), article=replace(sample().article, id="other"))
    first, second = docs(gather([sample(), other]))
    article = sample().article
    assert first.text == f"{article.title}\n\n{article.text}"
    assert first.user_data["id"] == "sample"
    assert first.user_data["published"] == "2024-05-17"
    assert second.user_data["id"] == "other"


def test_every_mention_is_a_span_with_type_and_place() -> None:
    (doc,) = docs(gather([sample()]))
    spans = doc.spans["toponyms"]
    assert [s.text for s in spans] == [m.text for m in sample().mentions]
    assert [s.label_ for s in spans] == [m.type.value for m in sample().mentions]
    assert [s.kb_id_ for s in spans] == [
        r.place.id if r.place else "" for r in sample().resolutions
    ]


def test_positions_and_probabilities_are_attributes_of_the_spans() -> None:
    (doc,) = docs(gather([sample()]))
    attrs = doc.spans["toponyms"].attrs
    place = attrs["places"][KHARKIV.id]
    assert (place["lat"], place["lon"], place["geonameid"]) == (49.98, 36.25, 706483)
    kharkov = attrs["mentions"][9]
    assert kharkov["probability"] == 0.91
    assert kharkov["field"] == "text"
    at = doc.user_data["text_starts_at"] + kharkov["start"]
    assert doc.text[at:].startswith("Kharkov")


def test_entities_are_the_outer_mentions() -> None:
    (doc,) = docs(gather([sample()]))
    assert len(doc.ents) == len(sample().mentions) - 1
    assert "Harbin University" in {e.text for e in doc.ents}
    assert {e.kb_id_ for e in doc.ents if e.text == "Kharkov"} == {KHARKIV.id}


def test_what_is_filtered_is_what_is_exported() -> None:
    only = Filter(types=frozenset({MentionType.DEMONYM}))
    (doc,) = docs(gather([sample()]).filtered(only))
    assert [s.text for s in doc.spans["toponyms"]] == ["Russians"]


def test_a_mention_within_a_word_keeps_its_offsets() -> None:
    parsed = sample()
    text = "ex-Sovietrussia \u2028 x" + "y" * 1_100_000
    mention = replace(parsed.mentions[2], start=9, end=15, text=text[9:15], sentence=(0, len(text)))
    article = replace(parsed.article, title="", text=text)
    (doc,) = docs(gather([ParsedArticle(article, (mention,), (parsed.resolutions[2],))]))
    assert doc.text == text
    assert [s.text for s in doc.spans["toponyms"]] == ["russia"]


def test_a_megabyte_without_a_space_is_read_in_moments() -> None:
    parsed = sample()
    for run in ("x", "[", "'s", "a."):
        article = replace(parsed.article, text=parsed.article.text + run * 500_000)
        (doc,) = docs(gather([replace(parsed, article=article)]))
        assert doc.text.endswith(article.text)
        assert [s.text for s in doc.spans["toponyms"]] == [m.text for m in parsed.mentions]


def test_nothing_found_is_an_empty_file() -> None:
    assert docs(Atlas(())) == []
