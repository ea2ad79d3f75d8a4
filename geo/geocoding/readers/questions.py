"""How a question is put to each service: geopy's arguments, in order, with trust.

Where the article says what lies around a name, the service is first asked inside that area, then
with the parent's name, then in the country. The name alone comes last: where no country is known,
or where nothing was found in it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.geocoding.search_area import Box
from geo.geocoding.services import Asking, Question, Taste
from geo.model.places import PlaceKind

LIMIT = 5
"""Answers asked for: the first that fits is taken, the others are its alternatives."""
INSIDE, WITH_PARENT, WITH_COUNTRY, NAME_ONLY = 0.85, 0.7, 0.55, 0.4
"""How far the answer of a name of its own is trusted, by what of the context was asked with it.

Guessed: no corpus says what services answer. `ranking` takes off what the answer itself lacks.
"""
_STREET = re.compile(
    r"\b(?:street|avenue|boulevard|road|lane|square|highway|embankment)$", re.IGNORECASE
)

_OF = re.compile(r"(?:the )?(?P<what>\S+) of (?:the )?(?P<whose>\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Manner:
    """geopy's words for what a service can be told; "" where it takes no such thing.

    `box` is a hard limit with `bounded`, where the service has such a switch. `spoken` is the
    language of what lies at a point.
    """

    country: str = ""
    box: str = ""
    language: str = "language"
    spoken: str = "language"
    structured: bool = False
    always: tuple[tuple[str, object], ...] = ()
    bounded: tuple[tuple[str, object], ...] = ()


_MANNERS: Mapping[str, _Manner] = {
    "nominatim": _Manner(
        country="country_codes", box="viewbox", structured=True, bounded=(("bounded", True),),
        always=(("limit", LIMIT), ("addressdetails", True), ("namedetails", True)),
    ),
    "photon": _Manner(box="bbox", always=(("limit", LIMIT),)),
    "geonames": _Manner(country="country", language="", spoken="lang"),
    "pelias": _Manner(country="countries", box="boundary_rect"),
    "opencage": _Manner(country="country", box="bounds", always=(("annotations", False),)),
    "mapbox": _Manner(country="country", box="bbox", spoken=""),
}  # fmt: skip
_ANY = _Manner(language="", spoken="")


def askings(service: str, question: Question, taste: Taste) -> Iterator[Asking]:
    """The ways to ask `service` (geopy's name of it), the most telling first."""
    manner = _MANNERS.get(service, _ANY)
    name, parent = question.name, question.parent
    options = _options(manner, question.country_code, taste.language)
    box = question.area.box if question.area and manner.box else None
    if box:
        for wording in _wordings(name, parent):
            yield Asking(wording, _inside(wording, parent), INSIDE, options | _limits(manner, box))
    if parent and manner.structured and question.area and question.kind == PlaceKind.FACILITY:
        part = "street" if _STREET.search(name) else "amenity"
        yield Asking({part: name, "city": parent}, f"{name}, {parent}", WITH_PARENT, options)
    elif parent and parent.casefold() not in name.casefold():
        yield Asking(f"{name}, {parent}", f"{name}, {parent}", WITH_PARENT, options)
    if taste.country and manner.country and not question.country_code:
        preferred = _options(manner, taste.country, taste.language)
        yield Asking(name, f"{name} in {taste.country}", WITH_COUNTRY, preferred)
    trust = WITH_COUNTRY if question.country_code and manner.country else NAME_ONLY
    yield Asking(name, name, trust, options)


def elsewhere(service: str, question: Question, taste: Taste) -> Asking | None:
    """The last way to ask, where no other found anything: the name, in any country.

    None where the country was no limit. A site is not looked for in other countries than its
    article's: each has a Central Hospital.
    """
    manner = _MANNERS.get(service, _ANY)
    is_limited = question.country_code and manner.country
    if not is_limited or question.kind == PlaceKind.FACILITY:
        return None
    options = _options(manner, "", taste.language)
    return Asking(question.name, f"{question.name}, in any country", NAME_ONLY, options)


def reverse_options(service: str, taste: Taste) -> dict[str, object]:
    """geopy's arguments for what lies at a point, besides the point."""
    spoken = _MANNERS.get(service, _ANY).spoken
    return {spoken: taste.language} if spoken else {}


def _inside(name: str, parent: str) -> str:
    return f"{name} in {parent}" if parent else name


def _wordings(name: str, parent: str) -> tuple[str, ...]:
    """A name, and the same as a map has it: "cathedral of St Sophia" is "St Sophia cathedral"."""
    other = name
    for possessive in (f"{parent}'s ", f"{parent}’s "):
        other = other.removeprefix(possessive)
    if found := _OF.fullmatch(other):
        other = f"{found['whose']} {found['what']}"
    return tuple(dict.fromkeys((name, other)))


def _options(manner: _Manner, code: str, language: str) -> dict[str, object]:
    options = dict(manner.always)
    if manner.language:
        options[manner.language] = language
    if manner.country and code:
        options[manner.country] = [code] if manner.country == "countries" else code.lower()
    return options


def _limits(manner: _Manner, box: Box) -> dict[str, object]:
    return {manner.box: box} | dict(manner.bounded)
