"""The map's colours, light and dark, as the map's scripts read them."""

from dashboard.records.map_data import AtlasInk, Colours, GroupLook, Ink, Shape
from dashboard.wording.glossary import said_of
from dashboard.wording.palette import ACCENT_DARK, ACCENT_LIGHT, MARKS
from geo.model.mentions import MentionGroup

SHAPES: dict[MentionGroup, Shape] = {
    MentionGroup.PLACES: "disc",
    MentionGroup.MODIFIERS: "diamond",
    MentionGroup.GOVERNMENTS: "square",
    MentionGroup.PEOPLE: "triangle",
    MentionGroup.INSIDE: "ring",
}
"""The shape on the map of each group's glyph."""
TERMS = {
    key: said_of(key)
    for key in (
        *(group.value for group in MARKS),
        "likelihood",
        "approximate",
        "disputed",
        "mention",
    )
}
"""What the legend's words mean."""

_LIGHT: Colours = {
    "water": "#D9E4EA",
    "land": "#F6F3EC",
    "ice": "#E9EEEF",
    "unsettled": "#E6E1D6",
    "coast": "#A9BAC4",
    "border": "#C4BBAA",
    "disputed": "#8E8675",
    "countryText": "#7C7566",
    "cityText": "#5F5B52",
    "placeText": "#141B26",
    "halo": "#FFFFFF",
    "onGroup": "#FFFFFF",
    "accent": ACCENT_LIGHT,
    "areaFill": 0.17,
}
_DARK: Colours = {
    "water": "#10161E",
    "land": "#232B35",
    "ice": "#1A222B",
    "unsettled": "#313842",
    "coast": "#3F4C5A",
    "border": "#46515E",
    "disputed": "#8994A2",
    "countryText": "#8F9AA8",
    "cityText": "#A5AFBB",
    "placeText": "#F4F6FA",
    "halo": "#141A22",
    "onGroup": "#10161E",
    "accent": ACCENT_DARK,
    "areaFill": 0.2,
}


def ink(*, dark: bool, online: bool) -> Ink:
    """Colours by use; label, colour and shape by mention group; `terms` of the legend explained.

    `online` says whether the reader may choose online tiles.
    """
    groups: dict[str, GroupLook] = {
        group.value: {
            "label": group.label,
            "color": mark.dark if dark else mark.light,
            "shape": SHAPES[group],
        }
        for group, mark in MARKS.items()
    }
    order = [group.value for group in MARKS]
    colours = _DARK if dark else _LIGHT
    return {
        **colours,
        "groups": groups,
        "order": order,
        "terms": TERMS,
        "dark": dark,
        "online": online,
    }


SHADES_LIGHT = ("#F3E2BD", "#E5C280", "#D09C4A", "#AD7023", "#7A4A10")
SHADES_DARK = ("#3F3A2C", "#5F5030", "#8A6E33", "#BB9640", "#EFC560")
"""Of countries, by coverage: one hue whose lightness alone says how much, least first."""


def atlas_ink(*, dark: bool) -> AtlasInk:
    """Colours of the map of coverage by use; `shades` of countries, least coverage first."""
    colours = _DARK if dark else _LIGHT
    return {**colours, "shades": list(SHADES_DARK if dark else SHADES_LIGHT), "dark": dark}
