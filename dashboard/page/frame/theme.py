"""The theme's colours for the page's own style sheet: Streamlit gives them to components only."""

import re

import streamlit as st

NAMES = (
    "primaryColor", "linkColor", "backgroundColor", "secondaryBackgroundColor", "textColor",
    "borderColor",
)  # fmt: skip


def theme_css(*, dark: bool) -> str:
    """The colours as variables of the whole page, under the names they have in components.

    Each follows the ground it is used on. What Streamlit hangs beside the page, dialogs and
    menus, has the ground of `dark`.
    """
    colours = {name: (_option("light", name), _option("dark", name)) for name in NAMES}
    said = "".join(
        f"--st-{_kebab(name)}: light-dark({light}, {dark});"
        for name, (light, dark) in colours.items()
        if light and dark
    )
    scheme = "dark" if dark else "light"
    variables = f"{said} --st-heading-color: var(--st-text-color);"
    return f":root {{ {variables} }}\nbody {{ color-scheme: {scheme}; }}"


def _option(scheme: str, name: str) -> str:
    return str(st.get_option(f"theme.{scheme}.{name}") or "")


def _kebab(name: str) -> str:
    return re.sub("([A-Z])", r"-\1", name).lower()
