"""What the page's terms mean, in plain words: shown where a term stands, and on the About page."""

from dataclasses import dataclass

from geo.model.mentions import MentionGroup, MentionType
from geo.model.places import PlaceKind


@dataclass(frozen=True, slots=True)
class Term:
    """A term as the page writes it, and one or two sentences that explain it."""

    name: str
    said: str


_GROUPS = {
    MentionGroup.PLACES: "The name means the place itself: something or somebody is there.",
    MentionGroup.MODIFIERS: "The name describes something else: the Ukrainian city, the Russian "
    "president.",
    MentionGroup.GOVERNMENTS: "The name stands for who governs or acts there, as in “Beijing "
    "agreed”. Linguists call this metonymic.",
    MentionGroup.PEOPLE: "The name of a people, or of a language.",
    MentionGroup.INSIDE: "The name is a part of another name: the Washington Post is no place.",
}
_TYPES = {
    MentionType.LITERAL: "Somebody or something is there: “visited Harbin”.",
    MentionType.EMBEDDED_LITERAL: "Part of a name of something there: “Muscat Film Festival”.",
    MentionType.LITERAL_MODIFIER: "Says where a thing is: “the Ukrainian city”.",
    MentionType.NON_LITERAL_MODIFIER: "Says whose a thing is: “the Russian president”.",
    MentionType.METONYMIC: "Stands for who governs or acts there: “Beijing agreed”. Linguists "
    "call this metonymic.",
    MentionType.DEMONYM: "Stands for the people: “many Russians”. Such a name is a demonym.",
    MentionType.LANGUAGE: "Stands for the language: “speaks Russian”.",
    MentionType.EMBEDDED_NON_LITERAL: "In the name of something elsewhere: “the Washington Post”.",
}
_KINDS = {
    PlaceKind.CONTINENT: "Continents, and parts of the world such as the Middle East.",
    PlaceKind.COUNTRY: "Countries and territories; their outline is filled on the map.",
    PlaceKind.REGION: "The first level below a country: states, provinces, large regions.",
    PlaceKind.COUNTY: "The second level below a country: counties, districts.",
    PlaceKind.CITY: "Cities, towns and villages.",
    PlaceKind.PHYSICAL: "Seas, rivers, lakes, mountains, islands.",
    PlaceKind.FACILITY: "Universities, churches, airports, stadiums and the like.",
}
_OTHERS = {
    "mention": Term(
        "Mention",
        "One place name at one spot of a text. Russia named seven times is one place, seven "
        "mentions.",
    ),
    "likelihood": Term(
        "How sure",
        "The probability that this place is the one that is meant, from 0 to 1: of a hundred "
        "places shown with 0.90, about ninety should be right.",
    ),
    "verified": Term("Verified", "A reader checked this place and confirmed it."),
    "flagged": Term("Flagged", "A reader doubts it, and nobody has settled it yet."),
    "automatic": Term("Automatic", "Dateline's own guess: no reader has looked at it yet."),
    "focus": Term(
        "Mostly about",
        "The places most of an article turns on: named often, or lying around many other names.",
    ),
    "missing": Term(
        "Not on the map",
        "The name is a place's, but Dateline does not know where that is, or it lies nowhere in "
        "particular, as “the West”. Such names are listed, never pinned by guess.",
    ),
    "approximate": Term(
        "Approximate",
        "Its exact spot is not known: it lies somewhere in the dashed circle, around the place in "
        "its name or near it, or around a point that is roughly known.",
    ),
    "disputed": Term(
        "Disputed",
        "Its ownership is contested. Dashes mean that a line is disputed, not where it should be.",
    ),
    "gazetteer": Term(
        "Gazetteer", "The list of places that are known, with their names and positions."
    ),
}
GLOSSARY = {
    **{group.value: Term(group.label, said) for group, said in _GROUPS.items()},
    **{kind.value: Term(kind.label, said) for kind, said in _TYPES.items()},
    **{kind.value: Term(kind.label, said) for kind, said in _KINDS.items()},
    **_OTHERS,
}
"""By key: a mention group's, a mention type's or a kind's value, or the term's own."""


def said_of(key: str) -> str:
    """The explanation of a term."""
    return GLOSSARY[key].said
