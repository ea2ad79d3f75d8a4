from dataclasses import replace
from html import unescape

from lxml import etree
from support.samples import sample

from geo.exports import to_kml
from geo.model.atlas import gather
from geo.model.parsed_article import ParsedArticle

NS = {"k": "http://www.opengis.net/kml/2.2"}


def placemarks(parsed: ParsedArticle) -> dict[str, etree._Element]:
    root = etree.fromstring(to_kml(gather([parsed])).encode())
    return {mark.findtext("k:name", "", NS): mark for mark in root.iterfind(".//k:Placemark", NS)}


def test_a_placemark_a_place_longitude_first() -> None:
    harbin = placemarks(sample())["Harbin"]
    assert harbin.findtext(".//k:coordinates", "", NS) == "126.65,45.75"


def test_the_data_of_a_place() -> None:
    data = {
        item.get("name"): item.findtext("k:value", "", NS)
        for item in placemarks(sample())["Harbin"].iterfind(".//k:Data", NS)
    }
    assert data["kind"] == "city"
    assert data["count"] == "4"
    assert data["groups"] == "places 4"


def test_what_the_article_says_is_no_markup_for_the_viewer() -> None:
    parsed = sample()
    hostile = replace(parsed.article, outlet="<script>alert(1)</script>")
    mark = placemarks(replace(parsed, article=hostile))["Harbin"]
    description = mark.findtext("k:description", "", NS)
    assert "<script" not in description
    assert "<script>alert(1)</script>" in unescape(description)


def test_characters_xml_cannot_carry_are_left_out() -> None:
    parsed = sample()
    hostile = replace(parsed.article, outlet="a\x00b\x1bc\ufffed\ud800e")
    mark = placemarks(replace(parsed, article=hostile))["Harbin"]
    assert "abcde" in mark.findtext("k:description", "", NS)


def test_a_sentence_with_two_mentions_is_quoted_once() -> None:
    description = placemarks(sample())["Harbin"].findtext("k:description", "", NS)
    assert description.count("The guest met students") == 1
