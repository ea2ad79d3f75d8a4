"""The groups can be told apart without colour, and seen on both grounds."""

import pytest

from dashboard.wording.palette import ACCENT_DARK, ACCENT_LIGHT, MARKS
from geo.model.mentions import MentionGroup


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_group_has_a_mark_of_its_own() -> None:
    assert set(MARKS) == set(MentionGroup)
    assert len({m.underline for m in MARKS.values()}) == len({m.glyph for m in MARKS.values()}) == 5


@pytest.mark.parametrize("group", MentionGroup)
def test_marks_reach_text_contrast_on_both_grounds(group: MentionGroup) -> None:
    assert contrast(MARKS[group].light, "#FFFFFF") >= 4.5
    assert contrast(MARKS[group].dark, "#0E1117") >= 4.5


def test_the_accent_reaches_text_contrast() -> None:
    assert contrast(ACCENT_LIGHT, "#FFFFFF") >= 4.5
    assert contrast(ACCENT_DARK, "#0E1117") >= 4.5
