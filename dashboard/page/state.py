"""The view of this session, and the address bar that says it."""

from secrets import token_hex
from typing import cast

import streamlit as st

from dashboard.page import navigation
from dashboard.page.scope import Scope, patched
from dashboard.view import ONE_ARTICLE, View
from geo.articles import Article

_VIEW, _NOTICES, _SCOPE, _DARK, _CHANNEL = "view", "notices", "scope", "dark", "channel"
_KEYS = frozenset({*View.__dataclass_fields__, ONE_ARTICLE})


def start() -> None:
    """Take the view from the address where the page is opened, or gone back to."""
    if _VIEW not in st.session_state or navigation.is_opened():
        st.session_state[_VIEW], st.session_state[_NOTICES] = View.of(st.query_params.to_dict())


def view() -> View:
    """What is seen now."""
    return cast("View", st.session_state[_VIEW])


def notices() -> tuple[str, ...]:
    """What the address said that could not be read."""
    return cast("tuple[str, ...]", st.session_state.get(_NOTICES, ()))


def show(changed: View) -> None:
    """See something else. Notices about the address are about the past then."""
    if changed != view():
        st.session_state[_VIEW], st.session_state[_NOTICES] = changed, ()


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


def write_address() -> None:
    """Make the address say the view; keys that are not the view's stay as they are."""
    now = st.query_params.to_dict()
    wanted = {key: value for key, value in now.items() if key not in _KEYS} | view().query()
    # A page that is opened and not touched keeps the address it was opened with.
    if wanted != now and not notices():
        st.query_params.from_dict(wanted)
    navigation.remember(view().query())


def channel() -> str:
    """The name on which this page's text and map talk: pages in other tabs have another."""
    return cast("str", st.session_state.setdefault(_CHANNEL, f"dateline-{token_hex(8)}"))


def is_dark() -> bool:
    """Whether the page's ground is dark: as the page itself said, else as Streamlit thinks."""
    return bool(st.session_state.get(_DARK, st.context.theme.type == "dark"))


def tell_dark(said: object) -> None:
    """Remember what the page said of its ground."""
    st.session_state[_DARK] = said == "dark"
