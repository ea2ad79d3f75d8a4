"""What the words around a name say of where it lies: "Paris, Texas", "Ukraine's Kharkiv".

A parent is a longer-known area named right beside a mention. Whether it really is one shows
later: only if a candidate of the mention lies inside a candidate of the parent.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.model.article import Article
from geo.model.mentions import Field, Mention
from geo.model.places import Candidate, Match, Place, PlaceKind
from geo.resolution.gazetteer_access import Names, plain

_SORT = (
    r"(?:city|town|village|suburb|district|county|province|state|region|oblast|republic"
    r"|prefecture|territory|island|port|capital)"
)
_AFTER = re.compile(
    r"\s*(?:[,(]\s*|,?\s+in\s+(?:[a-z-]+\s+){0,2})"
    rf"(?:(?:the\s+)?(?:[a-z-]+\s+){{0,2}}{_SORT}\s+(?:of\s+)?)?(?:the\s+)?"
)
_DIRECT = re.compile(r"\s*[,(]\s*")
_POSSESSIVE = re.compile(r"(?:['’]s?|s['’])\s+(?:[a-z-]+\s+){0,3}(?:of\s+)?")
_ADJECTIVAL = re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}{_SORT}\s+(?:of\s+)?")
_NEXT_WORDS = re.compile(r"\s*,\s+((?:[A-Z][\w.'’-]*)(?:[ ](?:[A-Z][\w.'’-]*)){0,2})")
# possessive: two runs of white space side by side would share one in every way there is
_DATELINE = re.compile(r"\s*+(?:[,(][^\n]{0,40}?)?\s*+(?:--?|–|—)\s")
_REACH = 60
_AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.COUNTY})
_EXACT = frozenset({Match.NAME, Match.ALTERNATE, Match.ABBREVIATION})


@dataclass(frozen=True, slots=True)
class Parent:
    """The areas a name beside a mention may mean, and where it stands: "after" or "before"."""

    name: str
    places: tuple[Place, ...]
    side: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A mention beside another: its index, its side, and whether only a comma lies between."""

    index: int
    side: str
    in_list: bool


def parents(article: Article, mentions: Sequence[Mention], names: Names) -> dict[int, Parent]:
    """The parent of each mention that has a name beside it that may be one, by index."""
    around = beside(article, mentions)
    found: dict[int, Parent] = {}
    for index, mention in enumerate(mentions):
        text = article.title if mention.field == "title" else article.text
        options = [_as_parent(mentions[n.index], names, n) for n in around.get(index, ())]
        within = _within_name(mention, names)
        parent = next((p for p in (*within, *options) if p.places), None)
        if parent := parent or _unmarked(text, mention, names):
            found[index] = parent
    return found


def beside(article: Article, mentions: Sequence[Mention]) -> dict[int, tuple[Neighbour, ...]]:
    """The mentions that stand right beside each mention in a way that may place it, by index."""
    found: dict[int, tuple[Neighbour, ...]] = {}
    fields: tuple[Field, ...] = ("title", "text")
    for field in fields:
        text = article.title if field == "title" else article.text
        row = sorted(
            (i for i, m in enumerate(mentions) if m.field == field),
            key=lambda i: (mentions[i].start, -mentions[i].end),
        )
        for at, index in enumerate(row):
            if near := tuple(_neighbours(text, mentions, row, at)):
                found[index] = near
    return found


def dateline(article: Article, mentions: Sequence[Mention]) -> int | None:
    """The index of the mention that opens the text as "HARBIN, China - " does."""
    opening = len(article.text) - len(article.text.lstrip())
    for index, mention in enumerate(mentions):
        if mention.field == "text" and mention.start <= opening:
            return index if _DATELINE.match(article.text, mention.end) else None
    return None


def _neighbours(
    text: str, mentions: Sequence[Mention], row: Sequence[int], at: int
) -> Iterator[Neighbour]:
    mention = mentions[row[at]]
    # by index: a slice of the row would make a long article take the square of its names
    later = (row[i] for i in range(at + 1, len(row)))
    for other in (i for i in later if mentions[i].start >= mention.end):
        between = text[mention.end : min(mentions[other].start, mention.end + _REACH)]
        if mentions[other].start <= mention.end + _REACH and _AFTER.fullmatch(between):
            yield Neighbour(other, "after", in_list=_DIRECT.fullmatch(between) is not None)
        break
    earlier = (row[i] for i in range(at - 1, -1, -1))
    for other in (i for i in earlier if mentions[i].end <= mention.start):
        owner = mentions[other]
        if mention.start <= owner.end + _REACH and _owns(owner, text[owner.end : mention.start]):
            yield Neighbour(other, "before", in_list=False)
        break


def _owns(owner: Mention, between: str) -> bool:
    """Whether the words up to the next name say that it is the owner's: "'s northern city of"."""
    if owner.text.endswith(("'s", "’s")):
        between = "’s" + between
    return bool(_POSSESSIVE.fullmatch(between) or _ADJECTIVAL.fullmatch(between))


def _within_name(mention: Mention, names: Names) -> Iterator[Parent]:
    if "," in mention.text:
        name = plain(mention.text.split(",", 1)[1])
        yield Parent(name, _areas(names.candidates(name)), "after")


def _as_parent(mention: Mention, names: Names, neighbour: Neighbour) -> Parent:
    name = plain(mention.text)
    candidates = names.candidates(name)
    places = _areas(candidates)
    if not places and not neighbour.in_list:
        towns = (c.place for c in candidates if c.place.kind == PlaceKind.CITY)
        largest = max(towns, key=lambda place: place.population, default=None)
        places = (largest,) if largest else ()
    return Parent(name, places, neighbour.side)


def _unmarked(text: str, mention: Mention, names: Names) -> Parent | None:
    """A parent the recogniser did not mark: the capitalised words after a comma."""
    match = _NEXT_WORDS.match(text, mention.end)
    words = match[1].split(" ") if match else []
    for count in range(len(words), 0, -1):
        name = plain(" ".join(words[:count]))
        exact = [c for c in names.candidates(name) if c.match in _EXACT]
        if places := tuple(p for p in _areas(exact) if p.kind != PlaceKind.COUNTY):
            return Parent(name, places, "after")
    return None


def _areas(candidates: Sequence[Candidate]) -> tuple[Place, ...]:
    return tuple(c.place for c in candidates if c.place.kind in _AREAS)
