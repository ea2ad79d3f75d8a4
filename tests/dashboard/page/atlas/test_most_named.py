"""The list beside the atlas's map, and the selected place in it."""

import pytest
from support.stored import article

from dashboard.links.search_views import AtlasView, Measure
from dashboard.page.atlas.most_named import named
from dashboard.page.search.counted_articles import Counted
from geo import Geoparser
from geo.coverage import Table, coverage


@pytest.fixture(scope="module")
def known(geoparser: Geoparser) -> Counted:
    parsed = tuple(geoparser.parse(article(n)) for n in range(6))
    return Counted(Table.of(parsed), parsed, lambda _: frozenset(), "")


def listed(known: Counted, view: AtlasView) -> dict[str, object]:
    found = coverage(known.table, view.search(), known.texts)
    return named(found, view, known, lambda _: None)


def test_the_most_named_come_first_by_the_measure(known: Counted) -> None:
    for measure in Measure:
        rows = listed(known, AtlasView(size=measure))["rows"]
        counts = [row[measure.value] for row in rows]  # type: ignore[attr-defined]
        assert counts == sorted(counts, reverse=True)
        assert rows[0]["share"] == 100  # type: ignore[index]


def test_a_selected_place_has_its_latest_excerpts_and_a_way_to_all(known: Counted) -> None:
    place = known.table.places[0]
    view = AtlasView(place=place.id, sure=0.1)
    chosen = listed(known, view)["place"]
    assert chosen["name"] == place.name  # type: ignore[index]
    assert chosen["query"] == {"id": place.id, "sure": "0.1"}  # type: ignore[index]
    first = chosen["excerpts"][0]  # type: ignore[index]
    assert first["query"]["articles"].startswith("generated-")
    assert first["query"]["place"] == place.id


def test_a_place_that_is_filtered_out_or_unknown_is_said(known: Counted) -> None:
    place = known.table.places[0]
    hidden = listed(known, AtlasView(place=place.id, words="zzzz"))["place"]
    assert (hidden["name"], hidden["id"]) == (place.name, "")  # type: ignore[index]
    unknown = listed(known, AtlasView(place="gn-nowhere"))["place"]
    assert unknown["name"] == "An unknown place"  # type: ignore[index]


def test_an_empty_list_says_why(known: Counted) -> None:
    assert "Reset all" in str(listed(known, AtlasView(words="zzzz"))["nothing"])
    nothing = Counted(Table(), (), lambda _: frozenset(), "")
    assert "add some in the library" in str(listed(nothing, AtlasView())["nothing"])
