"""What divisions are called, and which of them some names mean."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from itertools import chain

from geo.gazetteer.compiling.package_sources import Division
from geo.gazetteer.name_keys import name_key
from geo.gazetteer.tables import read_table

_SPELLING = 0.6
_AS_WRITTEN = frozenset({
    "AR", "AU", "BO", "BR", "CA", "CL", "CO", "CR", "DO", "EC", "GT", "HN", "MX", "NI", "NZ",
    "PA", "PE", "PH", "PY", "SV", "US", "UY", "VE",
})  # fmt: skip
"""Countries whose divisions English newspapers call by their official names; the source's
"English" names are translations there ("Currents" for Corrientes) or by-names."""


def official_names(division: Division) -> list[str]:
    """Its official names; ISO writes second languages in brackets: "Catalunya [Cataluña]"."""
    parts = re.split(r"[\[\]()/]| or ", division.name)
    return [name for part in parts if (name := part.strip())]


def all_names(division: Division) -> Iterable[str]:
    """Its official names, then all others."""
    return chain(official_names(division), (name for name, _ in division.others))


def same_name(names: list[str], options: list[Division]) -> Division | None:
    """The option that one of the names is a name of, the first names first."""
    # Official names first: Maryland and others are nicknames of their neighbours too.
    for names_of in (official_names, all_names):
        for spell in (name_key, _core):
            known = {spell(n): option for option in reversed(options) for n in names_of(option)}
            for name in names:
                if spell(name) in known:
                    return known[spell(name)]
    return None


def english_name(division: Division, called: Iterable[str]) -> str:
    """An English name that is no nickname, else the official one.

    It is none if it is a spelling of the official name or one of those `called` so.
    """
    official = official_names(division)[0]
    cores = {_core(name) for name in called}
    keys = {name_key(name) for name in called}
    if division.country_code in _AS_WRITTEN and name_key(official) in keys:
        return official
    in_english = [name for name, language in division.others if language == "eng"]
    known = (name for name in in_english if _core(name) in cores)
    alike = (name for name in in_english if likeness(name, official) >= _SPELLING)
    best = next(known, None) or next(alike, official)
    # "Washington" rather than "State of Washington", "Heilongjiang" rather than "... Sheng".
    return min(best, official, key=len) if _core(best) == _core(official) else best


def likeness(name: str, other: str) -> float:
    """How alike two names are without words such as "province": 1 for the same."""
    return SequenceMatcher(None, _core(name), _core(other)).ratio()


@cache
def _generic_words() -> frozenset[str]:
    return frozenset(name_key(row["word"]) for row in read_table("generic_words"))


@cache
def _core(name: str) -> str:
    words = [word for word in name_key(name).split() if word not in _generic_words()]
    return " ".join(words) or name_key(name)
