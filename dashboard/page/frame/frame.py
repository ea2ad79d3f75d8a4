"""What every page has: the style sheet, and the header with the links between the pages."""

from importlib.resources import files

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.page.frame.theme import theme_css
from dashboard.page.session import article_page, navigation


def header() -> DeltaGenerator:
    """Dress the page; its header with name and links, where what else it shows is drawn.

    In a frame of another page it is empty and not seen.
    """
    embedded = is_embedded()
    _dress("style.css", *(["embed.css"] if embedded else []))
    bar = st.container(key="header", horizontal=True, vertical_alignment="center")
    if not embedded:
        with bar:
            st.html('<div class="wordmark"><span aria-hidden="true">◍</span>Dateline</div>')
            _links()
    return bar


def _links() -> None:
    """The links to the pages."""
    with st.container(key="pages", horizontal=True):
        for link in navigation.links():
            state = "here" if link.is_here else "there"
            with st.container(key=f"page-{state}-{link.path or 'root'}"):
                st.page_link(link.page, label=link.label, query_params=link.query)


def is_embedded() -> bool:
    """Whether the page is a part of another page (`?embed=true`): no header, nothing to change."""
    return bool(st.context.is_embedded)


def _dress(*sheets: str) -> None:
    folder = files("dashboard.page.frame")
    style = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in sheets)
    st.html(f"<style>{theme_css(dark=article_page.is_dark())}\n{style}</style>")
