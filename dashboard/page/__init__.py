"""The page of one or some articles: header, chips, map, the selected place, text and places."""

import streamlit as st

from dashboard.page import frame, header, kept, loading, recovering, state, taking_in
from dashboard.page.account import account
from dashboard.page.asking import progress_line
from dashboard.page.bring_in import bring_in
from dashboard.page.editing import is_importing
from dashboard.page.limits import waiting
from dashboard.page.long_texts import not_drawn
from dashboard.page.notice import alert, aloud, notices
from dashboard.page.scope import Scope, scope_of
from dashboard.page.skeleton import skeleton
from dashboard.page.workspace import workspace
from geo.errors import DatelineError
from geo.parsed import ParsedArticle
from geo.settings import Settings

WAIT = (
    "Reading the articles. At its first start Dateline compiles the gazetteer, which takes up to "
    "a minute."
)
NOTHING_HERE = (
    "<h2>No articles yet</h2><p>Paste a text, upload files, or fetch them from the web: Dateline "
    "maps each place they name. Put articles that should always be here into the seeds folder "
    "(DATELINE_SEEDS).</p>"
)

NOTHING_EMBEDDED = "No article yet."


def render(settings: Settings) -> None:
    """Draw the page for this session."""
    state.start()
    taking_in.resume()
    at_hand, broken = loading.articles_at_hand(settings, state.view().articles)
    if not at_hand:
        _empty(broken)
        return
    scope = scope_of(state.view(), at_hand)
    state.keep_scope(scope)
    bar = frame.header()
    if not frame.is_embedded():
        with bar:
            header.article_picker(at_hand, scope)
            header.byline(scope)
    trouble = kept.corrections()[1]
    broken = list(dict.fromkeys((*broken, trouble) if trouble else broken))
    with st.container():  # there even when empty: what comes and goes here moves nothing below
        notices((*broken, *state.notices(), *scope.notices))
    parsed = _parsed(scope)
    if parsed is None:
        return
    if not frame.is_embedded():
        with bar:
            header.header_actions(parsed, scope)
    if trouble := loading.parsed_articles().trouble:
        notices([trouble])
    if sentence := not_drawn(parsed):
        notices([sentence])
    with st.container(key="progress"):
        progress_line()
    workspace(at_hand, scope, said=broken)


def _parsed(scope: Scope) -> list[ParsedArticle] | None:
    """The scope's articles parsed; None, and the reason on the page, where that fails."""
    try:
        with waiting() as waiter, skeleton(), st.spinner(WAIT):
            recovering.mend_gazetteer()
            return loading.parsed_articles().parsed(scope.loaded, kept.corrections()[0], waiter)
    except DatelineError as error:
        alert(aloud(error))
        recovering.watch_reading()
        return None


def _empty(broken: list[str]) -> None:
    frame.header()
    notices(broken)
    if frame.is_embedded():
        notices([NOTHING_EMBEDDED])
        return
    st.html(f'<div class="nothing-here">{NOTHING_HERE}</div>')
    if not is_importing():
        account()
    elif st.button("Add article", icon=":material/add:", key="bring-in", type="primary"):
        bring_in()
