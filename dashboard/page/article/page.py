"""The page of one or some articles: header, chips, map, the selected place, text and places."""

import streamlit as st

from dashboard.engine.failures import for_readers
from dashboard.engine.process import process
from dashboard.page.adding import reading_progress
from dashboard.page.adding.add_dialog import open_add_dialog
from dashboard.page.adding.limits import waiter, while_waiting
from dashboard.page.article import header
from dashboard.page.article.online_progress import progress_line
from dashboard.page.article.skeleton import skeleton
from dashboard.page.article.workspace import workspace
from dashboard.page.frame import frame, recovery
from dashboard.page.frame.account import account
from dashboard.page.frame.notices import alert, notices
from dashboard.page.reader.long_text import not_drawn
from dashboard.page.session import article_page, library_articles, own_articles
from dashboard.page.session.shown_articles import Selection, Shown, hand_on, select, shown
from dashboard.page.session.visitor import is_importing
from dashboard.server_settings import ServerSettings
from geo.errors import DatelineError

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


def render(settings: ServerSettings) -> None:
    """Draw the page for this session."""
    article_page.start()
    reading_progress.resume()
    library_articles.open_articles(article_page.view().articles)
    at_hand, broken = own_articles.available_articles(settings)
    if not at_hand:
        _empty(broken)
        return
    selection = select(at_hand)
    scope = selection.scope
    bar = frame.header()
    if not frame.is_embedded():
        with bar:
            header.article_picker(at_hand, scope)
            header.byline(scope)
    broken = list(dict.fromkeys([*broken, *filter(None, [selection.trouble])]))
    with st.container():  # there even when empty: what comes and goes here moves nothing below
        notices((*broken, *article_page.notices(), *scope.notices))
    made = _shown(selection)
    if made is None:
        return
    if not frame.is_embedded():
        with bar:
            header.header_actions(made.parsed, scope)
    if trouble := process().articles().trouble:
        notices([trouble])
    if sentence := not_drawn(made.parsed):
        notices([sentence])
    with st.container(key="progress"):
        progress_line()
    hand_on(made)
    workspace(at_hand, scope.loaded, said=broken)


def _shown(selection: Selection) -> Shown | None:
    """The selection's articles parsed; None, and the reason on the page, where that fails."""
    try:
        with skeleton(), st.spinner(WAIT):
            recovery.mend_gazetteer()
            return shown(selection, waiter(), while_waiting)
    except DatelineError as error:
        alert(for_readers(error))
        recovery.watch_reading()
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
        open_add_dialog()
