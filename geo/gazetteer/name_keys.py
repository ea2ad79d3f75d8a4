"""Names as keys: what the compiled gazetteer and a lookup must spell alike.

>>> name_key("Saint-Étienne") == name_key("st etienne")
True
>>> [(v.key, v.kind) for v in variants("Kharkiv Oblast")]
[('kharkiv', <PlaceKind.REGION: 'region'>)]
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.gazetteer.tables import read_table
from geo.model.places import PlaceKind

LONGEST_NAME = 200
"""Names longer than this, in code points, are no place's name."""

_LETTERS = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ħ": "h",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ð": "d",
    "þ": "th",
    "&": " and ",
}
_LEFT_OUT = frozenset("'’‘ʼʻʿʾ‛`´′ʹʺ\".·")
_ABBREVIATED = {"saint": "st", "sankt": "st", "mount": "mt", "fort": "ft"}
_DIRECTIONS = {"n": "north", "s": "south", "so": "south", "e": "east", "w": "west"}
_ARTICLES = frozenset({"al", "el", "ul", "ar", "as", "ash", "at", "ad", "an", "az"})
"""The Arabic article, also as it sounds before some letters."""
_EITHER_SIDE = frozenset({"lake", "river", "mt", "island", "county", "cape", "camp", "port"})
"""Words that stand before a name or after it: "Lake Geneva", "Geneva Lake"."""
_POSSESSIVE = re.compile(r"['’ʼ`´′]s?$", re.IGNORECASE)


class _Characters(dict[int, str]):
    """What becomes of each character of a folded name; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = _LETTERS.get(character) or _spelled(character)
        return self[code]


def _spelled(character: str) -> str:
    # Only marks with a combining class are accents: vowel signs of Indic scripts have none.
    category = unicodedata.category(character)
    if character in _LEFT_OUT or unicodedata.combining(character) or category == "Cf":
        return ""
    return character if category[0] in "LMN" else " "


_CHARACTERS = _Characters()


def name_key(name: str) -> str:
    """The key under which `name` is stored and looked up; "" where nothing is left of it.

    Case, diacritics, apostrophes, hyphens and dots, "St."/"Saint", "Mt."/"Mount",
    "Ft."/"Fort" and a leading "the" make no difference.
    """
    if len(name) > LONGEST_NAME:
        return ""
    folded = name.lower() if name.isascii() else _folded(name)
    words = folded.translate(_CHARACTERS).split()
    if len(words) > 1:
        if words[0] == "the":
            del words[0]
        words = [_ABBREVIATED.get(word, word) for word in words]
    return " ".join(words)


def _folded(name: str) -> str:
    # Twice, since case folding can bring back what decomposition had taken apart.
    once = unicodedata.normalize("NFKD", name).casefold()
    return unicodedata.normalize("NFKD", once).casefold()


@dataclass(frozen=True, slots=True)
class Variant:
    """Another key to look a name up by.

    `affix`: a generic word was left out; `kind` is what it says of the place.
    """

    key: str
    affix: bool = False
    kind: PlaceKind | None = None


def variants(name: str) -> Iterator[Variant]:
    """Keys to try, in this order, once `name_key(name)` is not in the gazetteer.

    Possessives and generic words are left out: "Russia's", "City of X", "X County",
    "northern X". Before that the name is tried in other spellings: "N. Carolina",
    "Al Raqqa", "Geneva Lake".
    """
    own = _POSSESSIVE.sub("", name.strip())
    base = name_key(own)
    if base and base != name_key(name):
        yield Variant(base)
    yield from map(Variant, _respelt(base.split()))
    yield from _stripped(base, depth=2)


def _respelt(words: list[str]) -> Iterator[str]:
    if len(words) < 2:
        return
    first, *rest = words
    if first in _DIRECTIONS:
        yield " ".join([_DIRECTIONS[first], *rest])
    if first in _ARTICLES:
        yield from (" ".join([article, *rest]) for article in sorted(_ARTICLES - {first}))
        yield " ".join(rest)
    if first in _EITHER_SIDE:
        yield " ".join([*rest, first])
    if words[-1] in _EITHER_SIDE:
        yield " ".join([words[-1], *words[:-1]])


def _stripped(key: str, depth: int) -> Iterator[Variant]:
    for affix, suffix, kind in _affixes():
        rest = _without(key, affix, suffix)
        if rest:
            yield Variant(rest, True, kind)
            if depth > 1:
                inner = _stripped(rest, depth - 1)
                yield from (Variant(v.key, True, v.kind or kind) for v in inner)


def _without(key: str, affix: str, suffix: bool) -> str:
    if suffix:
        return key.removesuffix(" " + affix) if key.endswith(" " + affix) else ""
    return key.removeprefix(affix + " ") if key.startswith(affix + " ") else ""


@cache
def _affixes() -> tuple[tuple[str, bool, PlaceKind | None], ...]:
    # Longest first, so that "autonomous region" goes before "region".
    rows = [
        (
            name_key(row["affix"]),
            row["position"] == "suffix",
            PlaceKind(row["kind"]) if row["kind"] else None,
        )
        for row in read_table("affixes")
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
