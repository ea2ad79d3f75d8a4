"""Deleting articles from the library's table, where this session may."""

from collections.abc import Sequence

import streamlit as st

from dashboard.engine.failures import for_readers
from dashboard.engine.process import process
from dashboard.page.session import library_articles, own_articles
from dashboard.wording.escaping import for_markdown
from dashboard.wording.phrases import count_of
from geo.errors import AccessError, DatelineError, LibraryError

MOST = 200
"""Most articles deleted at once."""


def delete(event: object) -> None:
    """Delete the articles of these ids: stored ones for good, others from the session."""
    ids = [one for one in event if isinstance(one, str)] if isinstance(event, Sequence) else []
    done = 0
    refused: DatelineError | None = None
    for one in ids[:MOST]:
        try:
            done += _deleted(one)
        except AccessError as error:
            refused = error  # the others may be this session's
        except LibraryError as error:
            refused = error
            break
    if refused:
        st.toast(for_markdown(for_readers(refused)))
    if done:
        st.toast(f"{count_of(done, 'article')} deleted.")


def _deleted(identifier: str) -> bool:
    brought = {article.id: article for article in own_articles.added()}
    if identifier in brought:
        own_articles.remove(brought[identifier])
        return True
    if library_articles.delete(identifier):
        process().articles().forget(identifier)
        return True
    return False
