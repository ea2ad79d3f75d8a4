"""Hiding what is less sure: the steps of the slider, and what each of them hides."""

from bisect import bisect_left

from dashboard.records.page_data import Certainty, Step
from dashboard.wording.certainty import in_words
from dashboard.wording.phrases import count_of
from geo.model.atlas import Atlas

STEPS = tuple(step / 20 for step in range(20))
"""The least probabilities to choose from, rising: 0 to 0.95."""


def doubt(atlas: Atlas, least: float) -> Certainty:
    """The slider's data; `atlas` is what every other part of the filter lets through.

    A link may say a `least` between two steps: the slider then stands at the step below it.
    """
    ordered = sorted(o.resolution.probability for o in atlas.occurrences if o.place)
    hidden = bisect_left(ordered, least)
    return {
        "at": max(i for i, step in enumerate(STEPS) if step <= least),
        "steps": [_step(step, ordered) for step in STEPS],
        "label": f"{least:.2f}" if least else "any",
        "hidden": _hidden(hidden, least) if hidden else "",
    }


def _step(least: float, ordered: list[float]) -> Step:
    value = f"{least:.2f}"
    if not least:
        return {"value": "", "said": "0 (nothing is hidden)", "effect": "Shows everything."}
    mentions = count_of(len(ordered), "mention")
    effect = f"Hides {bisect_left(ordered, least)} of {mentions} on the map."
    return {"value": value, "said": f"{value} ({in_words(least)})", "effect": effect}


def _hidden(number: int, least: float) -> str:
    are = "is" if number == 1 else "are"
    return f"{count_of(number, 'mention')} {are} hidden: less sure than {least:.2f}."
