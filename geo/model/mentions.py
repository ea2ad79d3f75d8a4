"""Mentions: a place name in an article, and how it is meant.

The types are those of Gritta et al. 2020, "A pragmatic guide to geoparsing evaluation",
with its Literal, Mixed and Coercion taken together as `literal`.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from geo.model.places import PlaceKind

Field = Literal["title", "text"]
EXCERPT_REACH = 300
"""Characters of the sentence kept on each side of a mention: a "sentence" may be a whole file."""


class MentionGroup(StrEnum):
    """What the dashboard shows together, in one colour; values are stable in links."""

    PLACES = "places"
    MODIFIERS = "modifiers"
    GOVERNMENTS = "governments"
    PEOPLE = "people"
    INSIDE = "inside"

    @property
    def label(self) -> str:
        return _GROUP_LABELS[self]


_GROUP_LABELS = {
    MentionGroup.PLACES: "Places",
    MentionGroup.MODIFIERS: "Modifiers",
    MentionGroup.GOVERNMENTS: "Governments and institutions",
    MentionGroup.PEOPLE: "People and languages",
    MentionGroup.INSIDE: "Inside a name",
}


class MentionType(StrEnum):
    """How a place name is meant; values are stable in links and exports."""

    LITERAL = "literal"
    EMBEDDED_LITERAL = "embedded_literal"
    LITERAL_MODIFIER = "literal_modifier"
    NON_LITERAL_MODIFIER = "non_literal_modifier"
    METONYMIC = "metonymic"
    DEMONYM = "demonym"
    LANGUAGE = "language"
    EMBEDDED_NON_LITERAL = "embedded_non_literal"

    @property
    def is_literal(self) -> bool:
        """The coarse reading: the place itself, against something associated with it."""
        return self in _LITERAL

    @property
    def group(self) -> MentionGroup:
        return _GROUPS[self]

    @property
    def label(self) -> str:
        return _TYPE_LABELS[self]


_LITERAL = frozenset(
    {MentionType.LITERAL, MentionType.EMBEDDED_LITERAL, MentionType.LITERAL_MODIFIER}
)
_GROUPS = {
    MentionType.LITERAL: MentionGroup.PLACES,
    MentionType.EMBEDDED_LITERAL: MentionGroup.PLACES,
    MentionType.LITERAL_MODIFIER: MentionGroup.MODIFIERS,
    MentionType.NON_LITERAL_MODIFIER: MentionGroup.MODIFIERS,
    MentionType.METONYMIC: MentionGroup.GOVERNMENTS,
    MentionType.DEMONYM: MentionGroup.PEOPLE,
    MentionType.LANGUAGE: MentionGroup.PEOPLE,
    MentionType.EMBEDDED_NON_LITERAL: MentionGroup.INSIDE,
}
_TYPE_LABELS = {
    MentionType.LITERAL: "The place itself",
    MentionType.EMBEDDED_LITERAL: "The place, inside a longer name",
    MentionType.LITERAL_MODIFIER: "Says where something is",
    MentionType.NON_LITERAL_MODIFIER: "Says whose something is",
    MentionType.METONYMIC: "Its government or institutions",
    MentionType.DEMONYM: "Its people",
    MentionType.LANGUAGE: "Its language",
    MentionType.EMBEDDED_NON_LITERAL: "Part of another name",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """One place name in one field of an article.

    `start`, `end` and `sentence` are code-point offsets in that field, end exclusive.
    `inside` is the index, in the article's mentions, of the longer mention around this one.
    `kind_hint` is what the recogniser could tell of the place's kind (mostly: a facility).
    `type_probability` is how sure the recogniser is of `type`.
    """

    field: Field
    start: int
    end: int
    text: str
    type: MentionType
    sentence: tuple[int, int]
    inside: int | None = None
    kind_hint: PlaceKind | None = None
    type_probability: float = 1.0

    def excerpt(self, text: str) -> tuple[str, str, str]:
        """The sentence around it in its field's `text`: before it, the mention, after it.

        What lies more than EXCERPT_REACH characters away is left out, with an ellipsis.
        """
        start = max(self.sentence[0], self.start - EXCERPT_REACH)
        end = min(self.sentence[1], self.end + EXCERPT_REACH)
        before, after = text[start : self.start], text[self.end : end]
        return (
            before if start == self.sentence[0] else "…" + before,
            text[self.start : self.end],
            after if end == self.sentence[1] else after + "…",
        )
