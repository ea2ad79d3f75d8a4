"""Which names are those of facilities: sites and institutions one can stand in front of."""

import re
from collections.abc import Iterator

from geo.recognition.closed_classes import adjectives, countries, macro_regions
from geo.recognition.tables import rows


def _words(position: str) -> frozenset[str]:
    return frozenset(r["word"] for r in rows("facility_words") if r["position"] == position)


_LAST, _OF = _words("last"), _words("first")
_FIRST = re.compile(r"(?:the )?([a-z]+) (?:of|for|at) ", re.IGNORECASE)

_NAME = r"[A-Z][\w'’.-]*\w|[A-Z]{1,2}\.?"
_SURE = "|".join(sorted(word.capitalize() for word in _words("sure")))
_WORSHIP = "|".join(sorted(_words("worship")))
_OF_NAME = rf"of (?:the |Our )?(?:{_NAME})(?: (?:of the )?(?:{_NAME}))*"
_DEDICATED = re.compile(rf"\b(?:{_WORSHIP}) of ", re.IGNORECASE)
_PATTERN = re.compile(
    rf"\b(?:(?:{_NAME}) (?:(?:of|de|la) )?){{0,5}}\b(?:{_SURE})\b(?: {_OF_NAME})?"
    rf"|\b(?:{_WORSHIP}) {_OF_NAME}"
)
_NO_NAME = _words("before")
_FAITHS = frozenset({"roman", "catholic", "orthodox"})


def is_facility(name: str) -> bool:
    """Whether a name reads as a facility's, going by its head word.

    >>> is_facility("Harbin University"), is_facility("Church of the Intercession")
    (True, True)
    """
    words = name.lower().split()
    if len(words) < 2:
        return False
    first = _FIRST.match(name)
    return words[-1] in _LAST or (first is not None and first[1].lower() in _OF)


def is_dedicated(name: str) -> bool:
    """Whether a facility is called after a patron: "Church of St Mary", not "of Malta"."""
    return _DEDICATED.search(name) is not None


def facilities_by_form(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of names that are facilities' by their form: "Cathedral of St Sophia".

    A church that is a body of believers ("Russian Orthodox Church", "Church of England") is
    none, nor is a head word alone ("the University").
    """
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        for word in re.finditer(r"\S+ ", match[0]):
            if word[0].strip().lower() not in _NO_NAME - _FAITHS:
                break
            start = match.start() + word.end()
        if _has_own_name(text[start:end]):
            yield start, end


def _has_own_name(name: str) -> bool:
    words = name.split()
    own = [w for w in words if w.lower() not in _NO_NAME | _LAST and w not in adjectives()]
    return bool(own) and words[-1] not in countries() | macro_regions()
