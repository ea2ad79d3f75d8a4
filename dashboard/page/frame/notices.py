"""Sentences of the page that hold somebody else's words: shown as they are, never as markup."""

from collections.abc import Iterable

import streamlit as st

from dashboard.wording.escaping import for_html
from geo.text.cleaning import strip_invisible


def alert(sentence: str) -> None:
    """Say that something did not work."""
    said = strip_invisible(sentence)
    # A sentence that begins with the name of a file or host leaves it as it is.
    if said.partition(" ")[0].isalpha():
        said = said[:1].upper() + said[1:]
    st.html(f'<p class="sentence is-alert" role="alert">{for_html(said)}</p>')


def notices(sentences: Iterable[str]) -> None:
    """Say what was left out, one line each."""
    lines = "".join(f"<p>{for_html(sentence)}</p>" for sentence in sentences)
    if lines:
        st.html(f'<div class="sentence" role="status">{lines}</div>')
