from dataclasses import replace

import pytest
from support.samples import sample

from dashboard.links.article_view import View
from dashboard.page.article.filters import chips
from dashboard.wording.certainty_filter import STEPS, doubt
from geo.model.atlas import Filter, gather

ATLAS = gather([sample()])


def step(least: str) -> dict[str, str]:
    steps: list[dict[str, str]] = doubt(ATLAS, 0.0)["steps"]
    return next(one for one in steps if one["value"] == least)


def test_a_step_says_what_it_would_hide() -> None:
    assert step("0.95")["effect"] == "Hides 2 of 11 mentions on the map."
    assert step("0.60")["effect"] == "Hides 0 of 11 mentions on the map."
    assert step("0.60")["said"] == "0.60 (likely)"
    assert step("")["said"] == "0 (nothing is hidden)"


@pytest.mark.parametrize("least", STEPS)
def test_what_a_step_says_is_what_the_filter_does(least: float) -> None:
    hidden = len(ATLAS.occurrences) - len(ATLAS.filtered(Filter(sure=least)).occurrences)
    effect = doubt(ATLAS, least)["steps"][STEPS.index(least)]["effect"]
    assert effect == (
        f"Hides {hidden} of 11 mentions on the map." if least else "Shows everything."
    )


def test_what_is_hidden_is_said() -> None:
    assert doubt(ATLAS, 0.0)["hidden"] == ""
    assert doubt(ATLAS, 0.7)["hidden"] == "1 mention is hidden: less sure than 0.70."
    assert doubt(ATLAS, 0.95)["hidden"] == "2 mentions are hidden: less sure than 0.95."


def test_a_link_between_two_steps_keeps_its_own_value() -> None:
    data = doubt(ATLAS, 0.63)
    assert (STEPS[data["at"]], data["label"]) == (0.6, "0.63")


def test_the_slider_counts_what_the_other_filters_let_through() -> None:
    view = View(words="Kharkov", sure=0.95)
    assert chips(ATLAS, view, [], several=False)["doubt"]["hidden"].startswith("1 mention is")


def test_certainty_never_hides_a_name_that_is_not_on_the_map() -> None:
    unsure = [replace(o, resolution=replace(o.resolution, probability=0.1)) for o in ATLAS.unplaced]
    atlas = type(ATLAS)(tuple(unsure))
    assert atlas.filtered(Filter(sure=0.9)).unplaced == tuple(unsure)
