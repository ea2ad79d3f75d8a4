"""Exports: every file is well-formed, says what the article says, and runs nowhere."""

import csv
import io
import json

import pytest
import spacy
from hostile.corpus import shown
from lxml import etree
from spacy.tokens import DocBin

from geo import ParsedArticle
from geo.exports import to_csv, to_docbin, to_geojson, to_json, to_jsonld, to_kml
from geo.model.atlas import gather

NUMBERS = {"start", "end", "inside", "probability", "lat", "lon", "geonameid"}
RUNS = tuple("=+-@\t\r\n＝＋－＠")

cases = pytest.mark.parametrize("name", [case.name for case in shown()])


@cases
def test_json(name: str, parsed_corpus: dict[str, ParsedArticle]) -> None:
    parsed = parsed_corpus[name]
    text = to_json(parsed)
    assert text.replace("\n", "").isprintable()
    assert [m["text"] for m in json.loads(text)["mentions"]] == [m.text for m in parsed.mentions]


@cases
def test_geojson(name: str, parsed_corpus: dict[str, ParsedArticle]) -> None:
    atlas = gather([parsed_corpus[name]])
    text = to_geojson(atlas)
    assert text.encode("utf-8")
    assert len(json.loads(text)["features"]) == len(atlas.places)


@cases
def test_csv(name: str, parsed_corpus: dict[str, ParsedArticle]) -> None:
    parsed = parsed_corpus[name]
    rows = list(csv.DictReader(io.StringIO(to_csv(gather([parsed])), newline="")))
    assert len(rows) == len(parsed.mentions)
    cells = {cell for row in rows for column, cell in row.items() if column not in NUMBERS}
    assert [cell for cell in cells if cell.strip(" ").startswith(RUNS)] == []


@cases
def test_kml(name: str, parsed_corpus: dict[str, ParsedArticle]) -> None:
    atlas = gather([parsed_corpus[name]])
    root = etree.fromstring(to_kml(atlas).encode("utf-8"))
    assert len(root.findall(".//{*}Placemark")) == len(atlas.places)
    descriptions = [mark.findtext("{*}description") for mark in root.iterfind(".//{*}Placemark")]
    assert all("<" not in text.replace("<br>", "") for text in descriptions)


@cases
def test_jsonld(name: str, parsed_corpus: dict[str, ParsedArticle]) -> None:
    parsed = parsed_corpus[name]
    items = json.loads(to_jsonld(gather([parsed])))["first"]["items"]
    quotes = [item["target"]["selector"][0]["exact"] for item in items]
    assert quotes == [mention.text for mention in parsed.mentions]


@cases
def test_docbin(name: str, parsed_corpus: dict[str, ParsedArticle]) -> None:
    parsed = parsed_corpus[name]
    found = DocBin().from_bytes(to_docbin(gather([parsed])))
    (doc,) = found.get_docs(spacy.blank("en").vocab)
    assert doc.text.endswith(parsed.article.text)
    assert [span.text for span in doc.spans["toponyms"]] == [m.text for m in parsed.mentions]
