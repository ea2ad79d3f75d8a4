"""When the map is told to move: `seq` counts the commands."""

from dataclasses import replace

import pytest
from support.samples import HARBIN, sample

from dashboard.links.article_view import View
from dashboard.map.widget.article_map import MapEvent, _command, _event, _Memory
from geo.model.atlas import Atlas, gather

ATLAS = gather([sample()])
BEIJING = (39.9, 116.4)


@pytest.fixture
def memory() -> _Memory:
    """A map that was drawn once and has fitted its places."""
    made = _Memory()
    _command(made, View(), ATLAS, dark=False)
    return made


def moved(memory: _Memory, center=BEIJING, zoom=6.0) -> MapEvent:
    return _event(memory, {"center": {"lat": center[0], "lng": center[1]}, "zoom": zoom})


def test_the_first_map_goes_to_the_places_or_where_the_link_says(memory):
    assert (memory.seq, memory.target) == (1, (None, None))
    linked = _Memory()
    _command(linked, View(center=BEIJING, zoom=5), ATLAS, dark=False)
    assert linked.target == (BEIJING, 5)


def test_a_filter_leaves_the_map_where_it_is(memory):
    _command(memory, View(words="Harbin"), Atlas(ATLAS.occurrences[:2]), dark=False)
    _command(memory, View(words="nothing"), Atlas(()), dark=False)
    assert memory.seq == 1


def test_hiding_some_of_the_articles_leaves_the_map_where_it_is():
    second = replace(sample(), article=replace(sample().article, id="second"))
    both = _Memory()
    _command(both, View(), gather([sample(), second]), dark=False)
    _command(both, View(), gather([second]), dark=False)
    assert both.seq == 1


def test_what_the_map_reported_is_not_sent_back(memory):
    event = moved(memory)
    _command(memory, View(center=event.center, zoom=event.zoom), ATLAS, dark=False)
    assert memory.seq == 1


def test_a_link_rounds_what_was_reported(memory):
    moved(memory, (39.900001, 116.399999))
    _command(memory, View(center=(39.9, 116.4), zoom=6.0), ATLAS, dark=False)
    assert memory.seq == 1


def test_a_move_is_told_once(memory):
    assert moved(memory) == MapEvent(BEIJING, 6.0)
    assert moved(memory) == MapEvent()


def test_a_view_that_gives_up_its_centre_fits_all_places(memory):
    event = moved(memory)
    _command(memory, View(center=event.center, zoom=event.zoom), ATLAS, dark=False)
    _command(memory, View(), ATLAS, dark=False)
    assert (memory.seq, memory.target) == (2, (None, None))


def test_a_link_that_gives_up_its_centre_before_the_map_was_moved_fits_all_places():
    linked = _Memory()
    _command(linked, View(center=BEIJING, zoom=5), ATLAS, dark=False)
    _command(linked, View(place=HARBIN.id), ATLAS, dark=False)
    assert (linked.seq, linked.target, linked.selected) == (2, (None, None), HARBIN.id)


def test_a_selection_alone_is_no_command(memory):
    _command(memory, View(place=HARBIN.id), ATLAS, dark=False)
    assert (memory.seq, memory.selected) == (1, "")


def test_other_articles_are_fitted(memory):
    parsed = sample()
    other = replace(parsed, article=replace(parsed.article, id="other"))
    _command(memory, View(), gather([other]), dark=False)
    assert memory.seq == 2


def test_an_article_that_is_stored_under_another_id_stays_where_the_link_says(memory):
    event = moved(memory)
    view, parsed = View(center=event.center, zoom=event.zoom), sample()
    _command(memory, view, ATLAS, dark=False)
    stored = replace(parsed, article=replace(parsed.article, id="its-token"))
    _command(memory, view, gather([stored]), dark=False)
    assert memory.target == (BEIJING, 6.0)


def test_dark_keeps_the_view(memory):
    event = moved(memory)
    _command(memory, View(center=event.center, zoom=event.zoom), ATLAS, dark=True)
    assert memory.target == (BEIJING, 6.0)


def test_a_selection_that_gives_up_the_centre_is_followed(memory):
    event = moved(memory)
    _command(memory, View(center=event.center, zoom=event.zoom), ATLAS, dark=False)
    _command(memory, View(place=HARBIN.id), ATLAS, dark=False)
    assert (memory.seq, memory.target) == (2, (None, None))


def test_the_camera_that_comes_with_a_choice_on_the_map_is_kept(memory):
    _command(memory, View(place=HARBIN.id, center=BEIJING, zoom=6.0), ATLAS, dark=False)
    assert memory.target == (BEIJING, 6.0)
