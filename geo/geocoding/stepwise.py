"""`complete` one name at a time, for those who show what is found while the rest is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.geocoding.completion import complete, open_mentions
from geo.geocoding.services import Service
from geo.parsed import ParsedArticle
from geo.places import Status


def stepwise(
    parsed: ParsedArticle, services: Sequence[Service], *, only: Status | None = None
) -> Iterator[ParsedArticle]:
    """The article after each of its `open_names`; the last is what `complete` gives.

    With `only`, names of that status alone are asked about.
    """
    found = list(parsed.resolutions)
    for name in open_names(parsed, only=only):
        done = complete(_with_open(parsed, name), services)
        for index in name:
            found[index] = done.resolutions[index]
        yield replace(parsed, resolutions=tuple(found))


def open_names(parsed: ParsedArticle, *, only: Status | None = None) -> list[tuple[int, ...]]:
    """The mentions that `complete` would ask about, by name, in reading order."""
    names: dict[str, list[int]] = {}
    for index in open_mentions(parsed):
        if only is None or parsed.resolutions[index].status == only:
            names.setdefault(" ".join(parsed.mentions[index].text.split()), []).append(index)
    return [tuple(indices) for indices in names.values()]


def _with_open(parsed: ParsedArticle, name: Sequence[int]) -> ParsedArticle:
    """The article with no other name open; what places it has stay its context."""
    others = set(open_mentions(parsed)) - set(name)
    return replace(
        parsed,
        resolutions=tuple(
            replace(found, status=Status.NO_FIXED_PLACE) if index in others else found
            for index, found in enumerate(parsed.resolutions)
        ),
    )
