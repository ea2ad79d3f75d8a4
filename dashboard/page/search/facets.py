"""The facets: what can be chosen, how often it is there, and what is chosen."""

from collections.abc import Callable, Iterable

from dashboard.links.search_views import Measure, SearchView
from dashboard.records.page_data import FacetOption, Facets, Slider
from dashboard.wording.certainty import in_words
from dashboard.wording.certainty_filter import STEPS
from dashboard.wording.place_words import PlaceOf
from geo.coverage import Coverage, Facet
from geo.model.mentions import MentionType
from geo.model.places import PlaceKind
from geo.text.cleaning import strip_invisible

NO_OUTLET = "No outlet named"


def facets(
    found: Coverage, view: SearchView, place_of: PlaceOf, measure: Measure = Measure.ARTICLES
) -> Facets:
    """The facets' data; counts are those of the measure."""

    def options(facet: Iterable[Facet], label: Callable[[str], str]) -> list[FacetOption]:
        return [
            {"key": one.value, "label": label(one.value), "on": one.chosen,
             "count": int(getattr(one.counts, measure))}
            for one in facet
        ]  # fmt: skip

    types = options(found.types, lambda value: MentionType(value).label)
    for one in types:
        one["group"] = MentionType(one["key"]).group.value
    return {
        "facets": [
            {"key": "outlets", "label": "Outlets", "sorted": True,
             "options": options(found.outlets, outlet_name)},
            {"key": "countries", "label": "Countries", "sorted": True,
             "options": options(found.country_facet, lambda code: country_name(code, place_of))},
            {"key": "kinds", "label": "Kinds of place", "sorted": False,
             "options": options(found.kinds, lambda value: PlaceKind(value).label)},
            {"key": "types", "label": "Mention types", "sorted": False, "options": types},
        ],
        "sure": sureness_steps(view.sure),
    }  # fmt: skip


def country_name(code: str, place_of: PlaceOf) -> str:
    """A country's name in the gazetteer, else its code."""
    place = place_of(code)
    return strip_invisible(place.name) if place else strip_invisible(code)


def outlet_name(outlet: str) -> str:
    """An outlet as it is shown."""
    return strip_invisible(outlet).strip() or NO_OUTLET


def sureness_steps(least: float) -> Slider:
    """The steps of the slider; a link's value between two of them is that below it."""
    return {
        "at": max(i for i, step in enumerate(STEPS) if step <= least),
        "steps": [
            {"value": f"{step:.2f}" if step else "",
             "said": f"{step:.2f} or more ({in_words(step)})" if step else "any"}
            for step in STEPS
        ],
    }  # fmt: skip
