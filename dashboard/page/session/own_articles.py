"""The articles of one session: the seeds, its own, and those it opened from the library."""

from collections.abc import Iterable, Sequence
from typing import cast

import streamlit as st

from dashboard.engine.process import process
from dashboard.page.session import library_articles
from dashboard.server_settings import ServerSettings
from geo import Article
from geo.errors import DatelineError
from geo.reading.seeds import seed_articles

_BROUGHT = "brought"


def articles_at_hand(
    settings: ServerSettings, wanted: Sequence[str] = ()
) -> tuple[list[Article], list[str]]:
    """The seeds, read anew, then what this session brought in or opened from the library.

    `wanted` are the ids a link names. The second list has notices: of broken seeds, and of a
    library that cannot be read; what was read of it before is still there.
    """
    seeds, notices = seed_articles(settings)
    stored, trouble = library_articles.opened(wanted)
    if trouble:
        stored = _remembered(library_articles.tokens(wanted))
    return [*seeds, *brought(), *stored], [*notices, *trouble]


def _remembered(tokens: Iterable[str]) -> list[Article]:
    try:
        return process().articles().remembered(tokens)
    except DatelineError:
        return []


def brought() -> list[Article]:
    """The articles pasted or uploaded in this session, oldest first."""
    return list(cast("dict[str, Article]", st.session_state.get(_BROUGHT, {})).values())


def bring(article: Article) -> None:
    """Keep an article for this session."""
    st.session_state.setdefault(_BROUGHT, {})[article.id] = article


def release(article: Article) -> None:
    """Keep an article of this session no longer."""
    st.session_state.get(_BROUGHT, {}).pop(article.id, None)
