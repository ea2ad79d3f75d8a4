"""What every page has: the style sheet, and the header with the links between the pages."""

from importlib.resources import files

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.page import navigation


def header() -> DeltaGenerator:
    """The header with name and links; what else it shows is drawn within it."""
    style = files("dashboard.page").joinpath("style.css").read_text(encoding="utf-8")
    st.html(f"<style>{style}</style>")
    bar = st.container(key="header", horizontal=True, vertical_alignment="center")
    with bar:
        st.html('<div class="wordmark"><span aria-hidden="true">◍</span>Dateline</div>')
        navigation.links()
    return bar
