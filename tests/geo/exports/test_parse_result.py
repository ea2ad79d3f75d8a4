import json
from dataclasses import replace

import pytest
from support.samples import HARBIN, sample

from geo.exports import result_record, to_json
from geo.exports.json_encoding import dumps
from geo.model.places import Focus

MENTION_KEYS = {
    "field", "start", "end", "text", "sentence", "inside", "type", "is_literal", "probability",
    "place", "reasons", "alternatives",
}  # fmt: skip
PLACE_KEYS = {"id", "name", "kind", "lat", "lon", "country_code", "geonameid"}
ALTERNATIVE_KEYS = PLACE_KEYS - {"geonameid"} | {"probability"}


def test_the_record_has_exactly_the_keys_of_the_contract() -> None:
    record = result_record(sample())
    assert set(record) == {"id", "focus", "mentions"}
    for mention in record["mentions"]:
        assert set(mention) == MENTION_KEYS
        assert mention["place"] is None or set(mention["place"]) == PLACE_KEYS
        assert all(set(other) == ALTERNATIVE_KEYS for other in mention["alternatives"])


def test_focus_names_the_place() -> None:
    record = result_record(replace(sample(), focus=(Focus(HARBIN, 0.61234),)))
    expected = {"id": "gn-2037013", "name": "Harbin", "kind": "city", "score": 0.6123}
    assert record["focus"] == [expected]


def test_offsets_count_in_the_mentions_field() -> None:
    article = sample().article
    for mention in result_record(sample())["mentions"]:
        field = article.title if mention["field"] == "title" else article.text
        assert field[mention["start"] : mention["end"]] == mention["text"]


def test_a_nested_mention_points_at_the_outer_one() -> None:
    mentions = result_record(sample())["mentions"]
    inner = next(m for m in mentions if m["inside"] is not None)
    assert mentions[inner["inside"]]["text"] == "Harbin University"


def test_json_is_the_record() -> None:
    assert json.loads(to_json(sample())) == result_record(sample())


@pytest.mark.parametrize("trouble", ["\x1b[31m", "\x9b31m", "\u2028", "\u202e", "\ufeff", "\ud800"])
def test_json_hides_what_terminals_and_line_readers_trip_over(trouble: str) -> None:
    text = dumps({"id": trouble})
    assert text.isprintable()
    assert text.encode("utf-8")
    assert json.loads(text) == {"id": trouble}


def test_json_has_no_nan() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps(float("nan"))


def test_a_position_is_latitude_and_longitude() -> None:
    places = [m["place"] for m in result_record(sample())["mentions"] if m["place"]]
    harbin = next(place for place in places if place["id"] == HARBIN.id)
    assert (harbin["lat"], harbin["lon"]) == (HARBIN.lat, HARBIN.lon)
