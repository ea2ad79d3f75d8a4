"""What an online service found, or could not be asked, as list and panel say it."""

from dataclasses import replace

from support.samples import KHARKIV, sample

from dashboard.links.article_view import View
from dashboard.page.reader.places_list import place_rows, unplaced_rows
from dashboard.page.reader.selected_place import at_mention, selected_place
from geo.model.atlas import Atlas, gather
from geo.model.places import Place, Resolution, Status

FOUND = Resolution(KHARKIV, 0.6, Status.RESOLVED, ("So.",), source="nominatim")
DOWN = Resolution(None, 0.5, Status.UNAVAILABLE, ("The geocoder at x could not be asked.",))


def nothing(_: str) -> Place | None:
    return None


def index_of(name: str) -> int:
    return next(i for i, mention in enumerate(sample().mentions) if mention.text == name)


def atlas(**given: Resolution) -> Atlas:
    parsed = sample()
    resolutions = list(parsed.resolutions)
    for name, resolution in given.items():
        resolutions[index_of(name)] = resolution
    return gather([replace(parsed, resolutions=tuple(resolutions))])


def test_the_list_says_which_service_placed_it() -> None:
    rows = {row["name"]: row for row in place_rows(atlas(Kharkov=FOUND), "sample", nothing)}
    assert rows["Kharkiv"]["where"].endswith(" · found by nominatim")
    assert "found by" not in rows["Harbin"]["where"]


def test_what_could_not_be_asked_is_listed_as_such() -> None:
    rows = {row["name"]: row for row in unplaced_rows(atlas(Moscow=DOWN), "sample")}
    assert rows["Moscow"]["reason"] == "Service unavailable, try again."
    panel = selected_place(atlas(Moscow=DOWN), View(mention=index_of("Moscow")), "sample", nothing)
    assert panel is not None
    assert panel["unavailable"]
    assert panel["excerpt"]["reasons"] == ["The geocoder at x could not be asked."]


def test_a_chosen_name_that_is_found_meanwhile_stays_chosen() -> None:
    view = View(mention=index_of("Moscow"))
    then, now = atlas(), atlas(Moscow=FOUND)
    before = selected_place(then, at_mention(then, view, "sample"), "sample", nothing)
    after = selected_place(now, at_mention(now, view, "sample"), "sample", nothing)
    assert before is not None
    assert after is not None
    assert (before["id"], after["id"]) == ("", KHARKIV.id)
    assert after["excerpt"]["target"]["mention"] == str(index_of("Moscow"))


def test_a_name_that_somebody_moved_is_shown_where_it_lies_now() -> None:
    chosen = View(place="gn-1", mention=index_of("Harbin"))
    assert at_mention(atlas(Harbin=FOUND), chosen, "sample").place == KHARKIV.id
    assert at_mention(atlas(Harbin=DOWN), chosen, "sample").place == ""


def test_a_place_chosen_without_a_name_stays_chosen() -> None:
    for chosen in (View(place="gn-1"), View(place="gn-1", mention=999)):
        assert at_mention(atlas(), chosen, "sample") == chosen
