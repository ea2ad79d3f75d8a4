"""Which names are those of facilities: sites and institutions one can stand in front of."""

import re

from geo.recognition.tables import rows


def _words(position: str) -> frozenset[str]:
    return frozenset(r["word"] for r in rows("facility_words") if r["position"] == position)


_LAST, _OF = _words("last"), _words("first")
_FIRST = re.compile(r"(?:the )?([a-z]+) (?:of|for|at) ", re.IGNORECASE)


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
