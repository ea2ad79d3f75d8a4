import json

import pytest
from support.samples import sample

from geo.exports import to_geojson
from geo.model.atlas import Atlas, gather


@pytest.fixture
def features() -> dict[str, dict[str, object]]:
    collection = json.loads(to_geojson(gather([sample()])))
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def test_one_feature_a_place_and_none_for_unplaced_names(features) -> None:
    assert len(features) == len({r.place.id for r in sample().resolutions if r.place})


def test_positions_are_longitude_first(features) -> None:
    harbin = features["gn-2037013"]
    assert harbin["geometry"] == {"type": "Point", "coordinates": [126.65, 45.75]}


def test_properties_say_what_the_map_says(features) -> None:
    properties = features["gn-2037013"]["properties"]
    assert properties["name"] == "Harbin"
    assert properties["kind"] == "city"
    assert properties["country_code"] == "CN"
    assert properties["geonameid"] == 2037013
    assert properties["count"] == 4
    assert properties["types"] == {"literal": 3, "embedded_literal": 1}
    assert properties["groups"] == {"places": 4}


def test_each_mention_carries_its_sentence_and_its_article(features) -> None:
    mention = features["gn-706483"]["properties"]["mentions"][0]
    assert mention["article"] == "sample"
    assert mention["published"] == "2024-05-17"
    assert mention["text"] == "Kharkov"
    assert mention["excerpt"].startswith("The Russian delegation said nothing of Kharkov")
    assert sample().article.text[mention["start"] : mention["end"]] == "Kharkov"


def test_nothing_found_is_an_empty_collection() -> None:
    assert json.loads(to_geojson(Atlas(()))) == {"type": "FeatureCollection", "features": []}
