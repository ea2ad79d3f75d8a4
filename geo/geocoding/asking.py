"""How a question is put to each service: geopy's arguments, in order, with trust."""

from collections.abc import Iterator

from geo.geocoding.services import Asking, Question, Taste

LIMIT = 5
"""Answers asked for: the first that fits is taken, the others are its alternatives."""
_WITH_PARENT, _WITH_COUNTRY, _NAME_ONLY = 0.6, 0.45, 0.3
"""How far an answer is trusted, by what of the article's context was asked with it."""


def askings(service: str, question: Question, taste: Taste) -> Iterator[Asking]:
    """The ways to ask `service` (geopy's name of it), the most telling first."""
    name, parent, code = question.name, question.parent, question.country_code or taste.country
    options: dict[str, object] = {}
    if service == "nominatim":
        options = {
            "limit": LIMIT,
            "language": taste.language,
            "addressdetails": True,
            "country_codes": code.lower() or None,
        }
    if parent and parent.casefold() not in name.casefold():
        yield Asking(f"{name}, {parent}", f"{name}, {parent}", _WITH_PARENT, options)
    yield Asking(name, name, _WITH_COUNTRY if question.country_code else _NAME_ONLY, options)
