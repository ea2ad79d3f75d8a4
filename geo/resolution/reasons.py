"""Why a name was placed where it was, in sentences a reader understands."""

from collections.abc import Iterator

from geo.places import Candidate, Match, PlaceKind
from geo.resolution.clusters import Cluster
from geo.resolution.earth import Floats
from geo.resolution.signals import SIGNALS

MOST = 3
MUCH = 0.25
"""The share of an article's names in an area from which that is a reason."""
_HOLDS = frozenset({"country", "region"})
NOT_FOUND = "Not found in the gazetteer."
_COLUMN = {name: column for column, name in enumerate(SIGNALS)}
_MATCHES = {
    Match.ALTERNATE: "“{said}” is another name of {place}.",
    Match.ABBREVIATION: "“{said}” is short for {place}.",
    Match.ADJECTIVE: "“{said}” is the adjective of {place}.",
    Match.DEMONYM: "“{said}” are the people of {place}.",
    Match.LANGUAGE: "“{said}” is a language of {place}.",
    Match.NICKNAME: "“{said}” is a by-name of {place}.",
    Match.NORMALISED: "“{said}” is spelled much like {place}.",
}


def reasons(cluster: Cluster, chosen: Candidate, signals: Floats, near: str) -> tuple[str, ...]:
    """The few signals that decided; `near` is another name of the article close by, or ""."""
    said = list(_sentences(cluster, chosen, signals, near))
    return tuple(said[:MOST])


def _sentences(cluster: Cluster, chosen: Candidate, signals: Floats, near: str) -> Iterator[str]:
    def on(name: str, least: float = 0.5) -> bool:
        return bool(signals[_COLUMN[name]] >= least)

    place = chosen.place
    renamed = cluster.name.casefold() != place.name.casefold()
    match = Match.ALTERNATE if renamed and chosen.match == Match.NAME else chosen.match
    if match in _MATCHES and renamed:
        yield _MATCHES[match].format(said=cluster.name, place=place.name)
    if on("inside_parent") and cluster.parent:
        yield f"{cluster.parent.name} is named right {cluster.parent.side} it."
    if on("same_sense"):
        yield "The article says elsewhere which one it means."
    if on("region_named") and place.kind != PlaceKind.REGION:
        yield "The region it lies in is named in the article too."
    elif on("country_named") and place.kind != PlaceKind.COUNTRY:
        yield "The country it lies in is named in the article too."
    if near:
        yield f"It lies close to {near}, named in the article too."
    if place.kind.value in _HOLDS and on(f"{place.kind.value}_share", MUCH):
        yield "Other places of the article lie in it."
    yield from _among_namesakes(cluster, chosen, largest=on("largest"))


def _among_namesakes(cluster: Cluster, chosen: Candidate, *, largest: bool) -> Iterator[str]:
    kind, count = chosen.place.kind, len(cluster.candidates)
    if count == 1:
        yield "The only place known by this name."
    elif kind in {PlaceKind.COUNTRY, PlaceKind.CONTINENT} and not cluster.parent:
        yield f"The {kind.value} is meant more often than the other places of this name."
    elif largest:
        yield f"Largest of {count} places called {cluster.name}."


def unsure(cluster: Cluster) -> tuple[str, ...]:
    """Why none of a name's candidates was taken."""
    count = len(cluster.candidates)
    if count == 1:
        return (f"One place is called {cluster.name}, but nothing in the article points to it.",)
    return (
        f"{count} places are called {cluster.name}; nothing in the article points to one of them.",
    )
