"""The page's style sheet gets the theme's colours."""

import re
from importlib.resources import files

from dashboard.page.frame.theme import theme_css


def test_every_colour_that_the_style_sheets_use_is_said() -> None:
    folder = files("dashboard.page.frame")
    sheets = "".join(folder.joinpath(f"{name}.css").read_text() for name in ("style", "embed"))
    said = re.findall(r"(--st-[a-z-]+):", theme_css(dark=False))
    assert set(re.findall(r"var\((--st-[a-z-]+)", sheets)) <= set(said)


def test_a_colour_follows_the_ground_it_is_used_on() -> None:
    css = theme_css(dark=True)
    assert re.search(r"--st-primary-color: light-dark\(#[0-9A-F]{6}, #[0-9A-F]{6}\);", css)
    assert "body { color-scheme: dark; }" in css
