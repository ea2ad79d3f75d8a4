"""The colours and marks of the five mention groups, the same in map, text, chips and list.

The hues are Okabe and Ito's colour-blind safe set ("Color Universal Design", 2008), darkened
for light ground and lightened for dark ground until each reaches 4.5:1 (WCAG 2.2 AA, text).
Colour never stands alone: each group has its own underline in the text and its own shape.
"""

from dataclasses import dataclass

from geo.model.mentions import MentionGroup


@dataclass(frozen=True, slots=True)
class Mark:
    """How a group looks: CSS colours on light and dark ground, CSS underline style, glyph."""

    light: str
    dark: str
    underline: str
    glyph: str


MARKS = {
    MentionGroup.PLACES: Mark("#0067A5", "#56B4E9", "solid", "●"),
    MentionGroup.MODIFIERS: Mark("#8F6400", "#E69F00", "dashed", "◆"),
    MentionGroup.GOVERNMENTS: Mark("#B84A00", "#FF8A4C", "double", "■"),
    MentionGroup.PEOPLE: Mark("#00795A", "#2CC79B", "dotted", "▲"),
    MentionGroup.INSIDE: Mark("#A14A7F", "#E39CC6", "wavy", "○"),
}
ACCENT_LIGHT = "#243B7A"
ACCENT_DARK = "#A9BBFF"
