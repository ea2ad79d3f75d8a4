from dataclasses import replace

import pytest
from support.samples import CHINA, HARBIN, HEILONGJIANG, KHARKIV, RUSSIA, UNIVERSITY, sample

from dashboard.map.layers.place_features import (
    ZOOM,
    credit_lines,
    feature_collection,
    outline_code,
    point_of,
)
from geo.model.atlas import Atlas, Filter, gather
from geo.model.mentions import MentionType
from geo.model.places import Place, PlaceKind


@pytest.fixture
def features() -> dict[str, dict]:
    return by_id(gather([sample()]))


def by_id(atlas: Atlas) -> dict[str, dict]:
    return {feature["id"]: feature for feature in feature_collection(atlas)["features"]}


def renamed(place_id: str, **changes: object) -> Atlas:
    """The sample's atlas, one of its places changed."""

    def changed(occurrence):
        place = occurrence.place
        if place is None or place.id != place_id:
            return occurrence
        resolution = replace(occurrence.resolution, place=replace(place, **changes))
        return replace(occurrence, resolution=resolution)

    return Atlas(tuple(changed(o) for o in gather([sample()]).occurrences))


def test_each_place_is_one_feature_most_mentioned_first(features):
    assert list(features) == [
        p.id for p in (HARBIN, RUSSIA, CHINA, UNIVERSITY, HEILONGJIANG, KHARKIV)
    ]
    assert features[HARBIN.id]["properties"]["count"] == 4


def test_a_feature_says_nothing_of_the_articles(features):
    for feature in features.values():
        assert set(feature["properties"]) == {
            "name", "count", "groups", "r", "area", "outline", "probability", "certainty", "zoom",
            "km",
        }  # fmt: skip


def test_ring_segments_are_the_groups_largest_first(features):
    assert features[RUSSIA.id]["properties"]["groups"] == [("modifiers", 2), ("people", 1)]
    assert features[KHARKIV.id]["properties"]["groups"] == [("places", 1)]


def test_a_country_is_an_area_with_its_count_where_people_live(features):
    russia = features[RUSSIA.id]
    assert russia["properties"]["outline"] == "RU"
    lon, lat = russia["geometry"]["coordinates"]
    assert 30 < lon < 65  # west of the Urals, or near them: not Siberia
    assert 50 < lat < 62


def test_a_region_is_an_area_without_an_outline(features):
    properties = features[HEILONGJIANG.id]["properties"]
    assert properties["area"]
    assert properties["outline"] == ""


def test_cities_lie_where_the_gazetteer_says(features):
    assert features[HARBIN.id]["geometry"]["coordinates"] == (HARBIN.lon, HARBIN.lat)
    assert not features[HARBIN.id]["properties"]["area"]


def test_an_approximate_place_carries_its_radius(features):
    assert features[UNIVERSITY.id]["properties"]["km"] == 20
    assert features[HARBIN.id]["properties"]["km"] is None


def test_every_kind_has_a_zoom_at_which_it_is_seen(features):
    assert set(ZOOM) == set(PlaceKind)
    assert features[HARBIN.id]["properties"]["zoom"] == ZOOM[PlaceKind.CITY]


def test_the_extent_of_an_area_is_no_doubt():
    asia = by_id(renamed(HEILONGJIANG.id, radius_km=3000.0))[HEILONGJIANG.id]
    assert asia["properties"]["km"] is None


def test_more_mentions_make_a_larger_symbol_up_to_a_limit(features):
    assert features[HARBIN.id]["properties"]["r"] > features[KHARKIV.id]["properties"]["r"]
    many = Atlas(gather([sample()]).occurrences * 500)
    assert by_id(many)[HARBIN.id]["properties"]["r"] == 20


@pytest.mark.parametrize(
    ("probability", "certainty"), [(0.9, "sure"), (0.7, "likely"), (0.3, "unsure")]
)
def test_a_place_says_how_sure_it_is(probability, certainty):
    found = gather([sample()]).occurrences
    doubted = [replace(o, resolution=replace(o.resolution, probability=probability)) for o in found]
    properties = by_id(Atlas(tuple(doubted)))[HARBIN.id]["properties"]
    assert (properties["probability"], properties["certainty"]) == (probability, certainty)


def test_counts_and_colours_follow_the_filter():
    people = Filter(types=frozenset({MentionType.DEMONYM}))
    (russia,) = by_id(gather([sample()]).filtered(people)).values()
    assert russia["properties"]["count"] == 1
    assert russia["properties"]["groups"] == [("people", 1)]


def test_names_pass_the_gate():
    named = by_id(renamed(KHARKIV.id, name="{{7*7}}<b>\u202e"))[KHARKIV.id]
    assert named["properties"]["name"] == "&#123;&#123;7*7&#125;&#125;&#60;b&#62;"


def test_places_beyond_the_seam_stand_with_their_country():
    fiji = by_id(renamed(KHARKIV.id, lon=-178.5))[KHARKIV.id]
    assert fiji["geometry"]["coordinates"][0] == pytest.approx(181.5)


def test_a_ghost_stands_where_the_symbol_would(features):
    lat, lon = point_of(RUSSIA)
    assert features[RUSSIA.id]["geometry"]["coordinates"] == (lon, lat)


def test_a_country_the_base_map_lacks_has_no_outline():
    assert outline_code(Place("x", "Atlantis", PlaceKind.COUNTRY, 0, 0, "ZZ")) == ""
    assert outline_code(Place("x", "Sea", PlaceKind.PHYSICAL, 0, 0, "RU")) == ""


def test_an_empty_atlas_has_no_features():
    assert feature_collection(Atlas(()))["features"] == []


def test_a_service_is_credited_through_the_gate_and_only_while_shown() -> None:
    parsed = sample()
    found = replace(parsed.resolutions[1], source="{{7*7}}<b>")
    online = replace(parsed, resolutions=(found, *parsed.resolutions[1:]))
    assert credit_lines(gather([parsed])) == []
    assert credit_lines(gather([online])) == ["Places by &#123;&#123;7*7&#125;&#125;&#60;b&#62;"]
