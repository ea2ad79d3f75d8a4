"""The library's articles that this session has opened, and those it may delete."""

from collections.abc import Iterable, Sequence
from typing import cast

import streamlit as st

from dashboard.engine.failures import aloud
from dashboard.engine.process import process
from dashboard.page.session.visitor import is_deleting, is_importing, who
from geo.errors import AccessError, LibraryError
from geo.library import is_token
from geo.model.article import Article

MOST = 50
"""Articles of the library that one session has at hand at once, the latest opened."""
_OPENED, _OWN = "opened-articles", "own-articles"


def opened(wanted: Sequence[str]) -> tuple[list[Article], list[str]]:
    """The articles of the library this session has opened, with those of `wanted` ids.

    The second list says why they cannot be read, where that is so.
    """
    asked = tokens(wanted)
    if not asked:
        return [], []
    try:
        shelf = process().library().articles
        found = [article for token in asked if (article := shelf.get(token))]
    except LibraryError as error:
        return [], [aloud(error)]
    st.session_state[_OPENED] = [article.id for article in found]
    return found, []


def tokens(wanted: Sequence[str]) -> list[str]:
    """The tokens this session has opened, with those of `wanted` ids, the latest last."""
    known = [*_tokens(_OPENED), *filter(is_token, wanted)]
    return list(dict.fromkeys(reversed(known)))[:MOST][::-1]


def store(article: Article) -> str:
    """Store an article of this session for everybody with its token, which is given back.

    Raises AccessError where this session may not.
    """
    if not is_importing():
        raise AccessError("Only some people may share articles here: sign in as one of them.")
    stored = process().library().articles.add(article, who())
    st.session_state[_OPENED] = [*_tokens(_OPENED), stored.token]
    if stored.is_new:
        st.session_state[_OWN] = [*_tokens(_OWN), stored.token]
    return stored.token


def may_delete(token: str) -> bool:
    """Whether this session may delete a stored article: as set, or because it stored it first.

    Having a link is not enough, and neither is storing the same text again.
    """
    return is_token(token) and (is_deleting() or token in _tokens(_OWN))


def delete(token: str) -> bool:
    """Delete a stored article, where this session may; whether it did."""
    return may_delete(token) and process().library().articles.delete(token, who())


def _tokens(key: str) -> Iterable[str]:
    return cast("list[str]", st.session_state.get(key, []))
