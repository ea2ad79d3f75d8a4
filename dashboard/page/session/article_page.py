"""What this session sees of the articles' page: its view (as `viewing` keeps it) and its scope."""

from secrets import token_hex
from typing import cast

import streamlit as st

from dashboard.links.article_view import View
from dashboard.links.scope import Scope, patched
from dashboard.page.session.current_view import Viewing
from geo.model.article import Article

_SCOPE, _DARK, _CHANNEL = "scope", "dark", "channel"
_VIEWING = Viewing(View)
start, view, notices = _VIEWING.start, _VIEWING.view, _VIEWING.notices
show, write_address = _VIEWING.show, _VIEWING.write_address


def keep_scope(scope: Scope) -> None:
    """Remember the scope that events of this page are about."""
    st.session_state[_SCOPE] = scope


def loaded() -> tuple[Article, ...]:
    """The articles of the scope that was drawn last."""
    scope = cast("Scope | None", st.session_state.get(_SCOPE))
    return scope.loaded if scope else ()


def patch(event: object) -> None:
    """Apply an event of a component: a patch of the link."""
    show(patched(view(), event, cast("Scope", st.session_state[_SCOPE])))


def channel() -> str:
    """The name on which this page's text and map talk: pages in other tabs have another."""
    return cast("str", st.session_state.setdefault(_CHANNEL, f"dateline-{token_hex(8)}"))


def is_dark() -> bool:
    """Whether the page's ground is dark: as the page itself said, else as Streamlit thinks."""
    return bool(st.session_state.get(_DARK, st.context.theme.type == "dark"))


def tell_dark(said: object) -> None:
    """Remember what the page said of its ground."""
    st.session_state[_DARK] = said == "dark"
