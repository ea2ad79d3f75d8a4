"""Why a name was placed where it was, in sentences a reader understands."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from geo.model.places import Candidate, Match, PlaceKind
from geo.resolution.distances import Floats
from geo.resolution.gazetteer_access import LIMIT
from geo.resolution.mention_groups import Cluster
from geo.resolution.signals import COLUMN

MOST = 3
MUCH = 0.25
"""The share of an article's names in an area from which that is a reason."""
_OWN_WORDS = frozenset(
    {Match.ABBREVIATION, Match.ADJECTIVE, Match.DEMONYM, Match.LANGUAGE, Match.NICKNAME}
)
_LARGE = frozenset({PlaceKind.CONTINENT, PlaceKind.COUNTRY})
_HOLDS = frozenset({"country", "region"})
NOT_FOUND = "Not found in the gazetteer."
BY_NAME = "A by-name, and the article does not name a place that it may stand for."
_MATCHES = {
    Match.ALTERNATE: "“{said}” is another name of {place}.",
    Match.ABBREVIATION: "“{said}” is short for {place}.",
    Match.ADJECTIVE: "“{said}” is the adjective of {place}.",
    Match.DEMONYM: "“{said}” are the people of {place}.",
    Match.LANGUAGE: "“{said}” is a language of {place}.",
    Match.NICKNAME: "“{said}” is a by-name of {place}.",
    Match.NORMALISED: "“{said}” is spelled much like {place}.",
}


@dataclass(frozen=True, slots=True)
class Around:
    """Other names of the article that speak for a place: close to it, and of what it lies in."""

    near: str = ""
    area: str = ""


def reasons(
    cluster: Cluster, chosen: Candidate, signals: Floats, around: Around
) -> tuple[str, ...]:
    """The few signals that decided, the strongest first."""
    said = tuple(islice(_sentences(cluster, chosen, signals, around), MOST))
    return said or (f"Likeliest of {_number(cluster)} places called {cluster.name}.",)


def _sentences(
    cluster: Cluster, chosen: Candidate, signals: Floats, around: Around
) -> Iterator[str]:
    def on(name: str, least: float = 0.5) -> bool:
        return bool(signals[COLUMN[name]] >= least)

    place = chosen.place
    renamed = cluster.name.casefold() != place.name.casefold()
    match = Match.ALTERNATE if renamed and chosen.match == Match.NAME else chosen.match
    if match in _MATCHES and renamed:
        yield _MATCHES[match].format(said=cluster.name, place=place.name)
    if on("inside_parent") and cluster.parent:
        yield f"{cluster.parent.name} is named right {cluster.parent.side} it."
    if on("same_sense"):
        yield "The article says elsewhere which one it means."
    if around.area and not on("inside_parent"):
        yield f"{around.area}, where it lies, is named in the article too."
    if around.near:
        yield f"It lies close to {around.near}, named in the article too."
    if place.kind.value in _HOLDS and on(f"{place.kind.value}_share", MUCH):
        yield "Other places of the article lie in it."
    yield from _by_outlet(chosen, signals)
    if match not in _OWN_WORDS:
        yield from _among_namesakes(cluster, chosen, largest=on("largest"))


def _by_outlet(chosen: Candidate, signals: Floats) -> Iterator[str]:
    is_near = signals[COLUMN["home_near"]] >= MUCH
    is_around = chosen.place.kind not in _LARGE and signals[COLUMN["home_region"]] >= MUCH
    if signals[COLUMN["outlet_name"]]:
        yield "The outlet is called after it."
    elif is_near or is_around:
        yield "Other articles of the outlet are about places near it."


def _among_namesakes(cluster: Cluster, chosen: Candidate, *, largest: bool) -> Iterator[str]:
    kind, count = chosen.place.kind, len(cluster.candidates)
    if count == 1:
        yield "The only place known by this name."
    elif kind in {PlaceKind.COUNTRY, PlaceKind.CONTINENT} and not cluster.parent:
        yield f"The {kind.value} is meant more often than the other places of this name."
    elif largest:
        yield f"Largest of {_number(cluster)} places called {cluster.name}."


def _number(cluster: Cluster) -> str:
    count = len(cluster.candidates)
    return f"{count} or more" if count >= LIMIT else str(count)


def unsure(cluster: Cluster) -> tuple[str, ...]:
    """Why none of a name's candidates was taken."""
    count = len(cluster.candidates)
    if all(c.match == Match.NORMALISED for c in cluster.candidates):
        return (f"The gazetteer knows no {cluster.name}, only names like it.",)
    if count == 1:
        return (f"One place is called {cluster.name}, but nothing in the article points to it.",)
    known = f"{_number(cluster)} places are called {cluster.name}"
    return (f"{known}, but nothing in the article points to one of them.",)
