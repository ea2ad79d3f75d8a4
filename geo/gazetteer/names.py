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
from geo.places import PlaceKind

LONGEST_NAME = 200
"""Names longer than this, in code points, are no place's name."""

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d",
        "þ": "th", "&": " and ",
    }
)
_APOSTROPHES = "'’‘ʼʻʿʾ‛`´′ʹ\".·"
_DROPPED = str.maketrans(dict.fromkeys(_APOSTROPHES, ""))
_ABBREVIATED = {"saint": "st", "sankt": "st", "mount": "mt", "fort": "ft"}
_ASCII_GAPS = re.compile(r"[^a-z0-9]+")
_POSSESSIVE = re.compile(r"['’ʼ`´′]s?$", re.IGNORECASE)


def name_key(name: str) -> str:
    """The key under which `name` is stored and looked up; "" where nothing is left of it.

    Case, diacritics, apostrophes, hyphens and dots, "St."/"Saint", "Mt."/"Mount",
    "Ft."/"Fort" and a leading "the" make no difference.
    """
    if len(name) > LONGEST_NAME:
        return ""
    text = name.lower() if name.isascii() else _folded(name)
    text = text.translate(_DROPPED)
    spaced = _ASCII_GAPS.sub(" ", text.replace("&", " and ")) if text.isascii() else _spaced(text)
    words = spaced.split()
    if len(words) > 1:
        if words[0] == "the":
            del words[0]
        words = [_ABBREVIATED.get(word, word) for word in words]
    return " ".join(words)


def _folded(name: str) -> str:
    # Twice, since case folding can bring back what decomposition had taken apart.
    text = unicodedata.normalize("NFKD", name).casefold()
    text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    # Only marks with a combining class are accents: vowel signs of Indic scripts have none.
    return "".join(c for c in text if not unicodedata.combining(c))


def _spaced(text: str) -> str:
    return "".join(c if unicodedata.category(c)[0] in "LMN" else _gap(c) for c in text)


def _gap(character: str) -> str:
    return "" if unicodedata.category(character) == "Cf" else " "


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
    "northern X".
    """
    own = _POSSESSIVE.sub("", name.strip())
    base = name_key(own)
    if base and base != name_key(name):
        yield Variant(base)
    yield from _stripped(base, depth=2)


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
        (name_key(row["affix"]), row["position"] == "suffix",
         PlaceKind(row["kind"]) if row["kind"] else None)
        for row in read_table("affixes")
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
