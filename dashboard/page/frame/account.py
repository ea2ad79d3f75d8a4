"""Signing in and out, where the owner has set it up in Streamlit's secrets (`[auth]`)."""

import logging
from collections.abc import Mapping
from typing import cast

import streamlit as st
from streamlit.errors import StreamlitAuthError

from dashboard.page.components import article_parts
from dashboard.page.session.keys import Key
from dashboard.page.session.visitor import person
from dashboard.streamlit_internals import has_secrets
from dashboard.wording.escaping import for_markdown

_FAILED: Key[bool] = Key("signing-in-failed", bool)
_log = logging.getLogger(__name__)


def account() -> None:
    """Who is signed in, or the way to sign in; nothing where nobody can."""
    services = sign_in_services(_auth_section())
    if not services:
        return
    somebody = person()
    if somebody is None:
        _sign_in(services)
    else:
        with st.popover(for_markdown(somebody.name) or "Signed in", icon=":material/person:"):
            st.button("Sign out", key="sign-out", on_click=st.logout, width="stretch")
    # Signing in and out leads away from the page, and Streamlit leads back to its bare address.
    article_parts.return_after_sign_in(somebody.subject or somebody.name if somebody else "")


def sign_in_services(section: Mapping[str, object]) -> tuple[str, ...]:
    """The names of the services that an `[auth]` section sets up; "" is the only, nameless one."""
    named = tuple(name for name, value in section.items() if _is_service(value))
    return named or (("",) if _is_service(section) else ())


def _is_service(value: object) -> bool:
    return isinstance(value, Mapping) and {"client_id", "server_metadata_url"} <= value.keys()


def _auth_section() -> Mapping[str, object]:
    if not has_secrets():
        return {}
    return cast("Mapping[str, object]", st.secrets.get("auth", {}))


def _sign_in(services: tuple[str, ...]) -> None:
    label, icon = "Sign in", ":material/login:"
    warned = "Articles you added but have not shared will be lost."
    if len(services) == 1:
        st.button(label, icon=icon, key="sign-in", help=warned, on_click=_go, args=services)
    else:
        with st.popover(label, icon=icon):
            for name in services:
                st.button(for_markdown(name), key=f"sign-in-{name}", on_click=_go, args=(name,))
            st.caption(warned)
    if _FAILED.pop():
        st.toast("Sign-in is misconfigured on this server. Please tell its administrator.")


def _go(service: str) -> None:
    try:
        st.login(service or None)
    except StreamlitAuthError:
        _log.exception("Sign-in is misconfigured.")
        _FAILED.set(True)
