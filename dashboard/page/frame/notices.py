"""Sentences of the page that hold somebody else's words: shown as they are, never as markup."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from dashboard.wording.phrases import visible


def alert(sentence: str) -> None:
    """Say that something did not work."""
    said = visible(sentence)
    # A sentence that begins with the name of a file or host leaves it as it is.
    if said.partition(" ")[0].isalpha():
        said = said[:1].upper() + said[1:]
    st.html(f'<p class="sentence is-alert" role="alert">{escape(said)}</p>')


def notices(sentences: Iterable[str]) -> None:
    """Say what was left out, one line each."""
    lines = "".join(f"<p>{escape(visible(sentence))}</p>" for sentence in sentences)
    if lines:
        st.html(f'<div class="sentence" role="status">{lines}</div>')


def as_markdown(text: str) -> str:
    """Somebody else's words for a label that is read as Markdown: everything active is escaped."""
    shown = visible(text)
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in shown)
