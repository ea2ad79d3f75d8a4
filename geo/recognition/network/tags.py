"""The tags the network knows: what its three heads say of each word."""

from geo.model.mentions import MentionType

INNER = ("O", "B", "I")
"""Innermost place names, adjectives and demonyms included."""

OUTER_LABELS = ("PLACE", "FACILITY", "ORG", "PERSON", "NORP", "OTHER")
OUTER = ("O", *(f"{part}-{label}" for label in OUTER_LABELS for part in "BI"))
"""Outermost names; FACILITY are those that can be mentions, the others help to tell apart."""

TYPES = tuple(MentionType)
"""How a place name at this word is meant."""

KNOWN_CLASSES = ("country", "continent", "region", "city", "town", "adjective", "abbreviation")
KNOWN = ("", *(f"{part}-{kind}" for kind in KNOWN_CLASSES for part in "BI"))
"""The class of a known name a word begins or goes on with."""

CASES = ("lower", "Title", "UPPER", "Letter", "miXed", "digits", "marks", "padding")
"""How a word is written: the encoder itself reads lower case only."""


def case_of(word: str) -> int:
    """Index in CASES of how a word is written."""
    if not any(c.isalpha() for c in word):
        return CASES.index("digits" if any(c.isdigit() for c in word) else "marks")
    if word.islower():
        return CASES.index("lower")
    if word.isupper():
        return CASES.index("UPPER" if sum(c.isalpha() for c in word) > 1 else "Letter")
    rest = word[1:]
    return CASES.index("Title" if word[0].isupper() and rest == rest.lower() else "miXed")
