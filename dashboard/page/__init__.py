"""The page: header, chips, map, the selected place, the article and the places."""

from importlib.resources import files

import streamlit as st

from dashboard.page import header, kept, loading, state
from dashboard.page.asking import progress_line
from dashboard.page.bring_in import bring_in
from dashboard.page.notice import alert, notices
from dashboard.page.scope import Scope, scope_of
from dashboard.page.workspace import MAP_HEIGHT, workspace
from geo.errors import DatelineError
from geo.parsed import ParsedArticle
from geo.settings import Settings

WAIT = (
    "Reading the articles. The first time, the gazetteer is compiled from its sources, which "
    "takes up to a minute; after that it is there at once."
)
NOTHING_HERE = "There is no article here yet. Add one, or put a file into the seeds folder."


def render(settings: Settings) -> None:
    """Draw the page for this session."""
    style = files("dashboard.page").joinpath("style.css").read_text(encoding="utf-8")
    st.html(f"<style>{style}</style>")
    state.start()
    at_hand, broken = loading.articles_at_hand(settings, state.view().articles)
    if not at_hand:
        _empty(broken)
        return
    scope = scope_of(state.view(), at_hand)
    state.keep_scope(scope)
    bar = st.container(key="header", horizontal=True, vertical_alignment="center")
    with bar:
        header.wordmark()
        header.article_picker(at_hand, scope)
        header.byline(scope)
    notices((*broken, *state.notices(), *scope.notices))
    parsed = _parsed(scope)
    if parsed is None:
        return
    with bar:
        header.header_actions(parsed, scope)
    if trouble := loading.parsed_articles().trouble:
        notices([trouble])
    with st.container(key="progress"):
        progress_line()
    workspace(at_hand, scope)


def _parsed(scope: Scope) -> list[ParsedArticle] | None:
    """The scope's articles parsed; None, and the reason on the page, where that fails."""
    try:
        with st.spinner(WAIT), st.skeleton(height=MAP_HEIGHT):
            return loading.parsed_articles().parsed(scope.loaded, kept.corrections()[0])
    except DatelineError as error:
        alert(str(error))
        return None


def _empty(broken: list[str]) -> None:
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        header.wordmark()
    notices(broken)
    st.html(f'<p class="nothing-here">{NOTHING_HERE}</p>')
    if st.button("Add article", icon=":material/add:", key="bring-in", type="primary"):
        bring_in()
