"""Signals: numbers that speak for or against a candidate; here those of a name by itself.

One row a candidate, one column a signal, in the order of `SIGNALS`. A scorer turns the rows
into scores; it alone knows what the signals weigh. `candidate_table` adds what the other
names of the article say.
"""

import numpy as np

from geo.model.mentions import MentionType
from geo.model.places import Candidate, Match, Place, PlaceKind
from geo.resolution.distances import Floats
from geo.resolution.mention_groups import Cluster
from geo.resolution.outlets import Outlet

SIGNALS = (
    "population",  # log10 of inhabitants, a tenth of a million millions is 1
    "great",  # the same for a city, counted from GREAT on
    "country", "region", "county", "continent", "physical", "facility",  # its kind; a city: none
    "wide",  # a region that lies in no single country: "Middle East"
    "alternate", "short", "adjective", "nickname", "normalised",  # how it matched; its name: none
    "other_large",  # it matched by an alternate name and has many inhabitants
    "largest",  # no candidate of the name has more inhabitants
    "alone",  # the only candidate
    "capital",  # the capital of its country
    "lower",  # the mention is in capitals, as initials are, and the name that matched is not
    "people",  # a country, where the mention is of inhabitants or a language
    "inside_parent", "outside_parent",  # an area is named beside the mention; it lies there or not
    "crowd",  # how many candidates the name has, on a log scale
    "population_share", "population_rank",  # among the name's candidates; the largest ranks 1
    "mentions",  # how often the article names it, on a log scale
    "opening",  # the article opens with it, as datelines do
    "modifier", "metonymic", "embedded",  # the share of its mentions of these types
    "seat",  # a capital, where some mention is of a government
    "outlet_country", "outlet_elsewhere",  # the outlet's domain is of its country, of another
    "outlet_name",  # the outlet is called after it
    "same_sense",  # the same name, with an area beside it elsewhere, means this place
    "country_named", "region_named",  # the area it lies in is named in the article
    "country_share", "region_share",  # how much of the other names lies in the same area, or in it
    "near",  # other names of the article lie close by
    "home",  # something is known of the outlet's other articles
    "home_country", "home_region",  # the share of their names in the same area
    "home_near",  # their names lie close by
)  # fmt: skip
STATIC = SIGNALS.index("same_sense")
"""Columns before this one do not depend on how the other names are resolved."""
LONGEST_INITIALS = 4
GREAT = 100_000
"""Inhabitants from which a city is known beyond its country."""
LARGE = 200_000
"""Inhabitants."""
_KINDS = (
    PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.COUNTY, PlaceKind.CONTINENT,
    PlaceKind.PHYSICAL, PlaceKind.FACILITY,
)  # fmt: skip
_MATCHES = {
    Match.ALTERNATE: "alternate", Match.ABBREVIATION: "short", Match.ADJECTIVE: "adjective",
    Match.DEMONYM: "adjective", Match.LANGUAGE: "adjective", Match.NICKNAME: "nickname",
    Match.NORMALISED: "normalised",
}  # fmt: skip
_USES = {
    MentionType.LITERAL_MODIFIER: "modifier", MentionType.NON_LITERAL_MODIFIER: "modifier",
    MentionType.METONYMIC: "metonymic", MentionType.EMBEDDED_LITERAL: "embedded",
    MentionType.EMBEDDED_NON_LITERAL: "embedded",
}  # fmt: skip
COLUMN = {name: column for column, name in enumerate(SIGNALS)}


def alone(cluster: Cluster, outlet: Outlet) -> Floats:
    """The signals of a cluster's candidates, shape (n, len(SIGNALS)); those of context are 0."""
    block = np.zeros((len(cluster.candidates), len(SIGNALS)))
    populations = np.array([c.place.population for c in cluster.candidates], dtype=np.float64)
    for row, candidate, inside in zip(block, cluster.candidates, cluster.inside, strict=True):
        _fill_place(row, candidate.place)
        _fill_match(row, cluster, candidate, inside=inside)
        _fill_outlet(row, candidate.place, outlet)
    if len(block):
        _fill_name(block, cluster, populations)
        block[:, COLUMN["outlet_name"]] = float(outlet.is_called_after(cluster.name))
    return block


def _fill_place(row: Floats, place: Place) -> None:
    row[COLUMN["population"]] = np.log10(place.population + 1) / 7
    if place.kind == PlaceKind.CITY and place.population > GREAT:
        row[COLUMN["great"]] = np.log10(place.population / GREAT)
    if place.kind in _KINDS:
        row[COLUMN[place.kind.value]] = 1.0
    row[COLUMN["wide"]] = float(place.kind == PlaceKind.REGION and not place.country_code)
    row[COLUMN["capital"]] = float(place.is_capital)


def _fill_match(row: Floats, cluster: Cluster, candidate: Candidate, *, inside: bool) -> None:
    place = candidate.place
    initials = len(cluster.name) <= LONGEST_INITIALS and cluster.name.isupper()
    if candidate.match in _MATCHES:
        row[COLUMN[_MATCHES[candidate.match]]] = 1.0
    other = candidate.match == Match.ALTERNATE
    row[COLUMN["other_large"]] = float(other and place.population >= LARGE)
    row[COLUMN["lower"]] = float(initials and not candidate.matched.isupper())
    row[COLUMN["people"]] = float(cluster.people and place.kind == PlaceKind.COUNTRY)
    row[COLUMN["inside_parent"]] = float(inside)
    row[COLUMN["outside_parent"]] = float(cluster.parent is not None and not inside)


def _fill_outlet(row: Floats, place: Place, outlet: Outlet) -> None:
    if outlet.country_code and place.country_code:
        same = place.country_code == outlet.country_code
        row[COLUMN["outlet_country" if same else "outlet_elsewhere"]] = 1.0


def _fill_name(block: Floats, cluster: Cluster, populations: Floats) -> None:
    most = populations.max()
    block[:, COLUMN["largest"]] = (populations == most) & (most > 0)
    block[:, COLUMN["alone"]] = float(len(block) == 1)
    block[:, COLUMN["crowd"]] = np.log(len(block)) / 4
    block[:, COLUMN["population_share"]] = populations / max(populations.sum(), 1.0)
    larger = (populations[:, None] < populations[None, :]).sum(axis=1)
    block[:, COLUMN["population_rank"]] = 1 / (1 + larger)
    block[:, COLUMN["mentions"]] = np.log(len(cluster.mentions)) / 2
    block[:, COLUMN["opening"]] = float(cluster.opening)
    for use in cluster.uses:
        if use in _USES:
            block[:, COLUMN[_USES[use]]] += 1 / len(cluster.uses)
    block[:, COLUMN["seat"]] = block[:, COLUMN["capital"]] * (block[:, COLUMN["metonymic"]] > 0)
