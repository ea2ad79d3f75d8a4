"""Bringing in an article: pasted or uploaded, for this session until it is shared."""

from collections.abc import Callable

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.page import loading, state
from dashboard.page.notice import alert
from dashboard.page.scope import picked
from dashboard.view import View
from geo.articles import Article, article_from_text, read_article
from geo.errors import DatelineError, InputError
from geo.settings import Settings

TYPES = ["md", "txt", "html"]


@st.dialog("Add an article", width="medium")
def bring_in() -> None:
    """Ask for a text or a file, read it, and show it."""
    st.caption("It is read on this machine, and kept nowhere unless you share it.")
    paste, upload = st.tabs(["Paste a text", "Upload a file"])
    with paste:
        text = st.text_area(
            "Text of the article",
            height=260,
            key="pasted-text",
            placeholder="The first short line becomes the title.",
        )
        if st.button("Show it on the map", type="primary", key="read-pasted"):
            _take(lambda settings: article_from_text(text or "", settings=settings))
    with upload:
        file = st.file_uploader(
            "A Markdown, text or HTML file of up to 5 MB", type=TYPES, key="uploaded-file"
        )
        if st.button("Show it on the map", type="primary", key="read-uploaded"):
            _take(lambda settings: _from_upload(file, settings))


def _from_upload(file: UploadedFile | None, settings: Settings) -> Article:
    if file is None:
        raise InputError("No file is chosen yet: choose one, then show it on the map.")
    return read_article(file.getvalue(), name=file.name, settings=settings)


def _take(read: Callable[[Settings], Article]) -> None:
    try:
        article = read(Settings())
        with st.spinner("Reading the article…"):
            loading.parsed_articles().parsed([article])
    except DatelineError as error:
        alert(str(error))
        return
    loading.bring(article)
    # What was filtered was another article: a new one is shown whole.
    state.show(picked(View(), (article.id,)))
    st.rerun()
