"""A page with nothing but the map: what the map's browser tests drive."""

from dataclasses import replace

import streamlit as st
from hostile.corpus import SCRIPTS, STRINGS, TEMPLATES
from support.samples import places_named, sample

from dashboard.links.article_view import View
from dashboard.map import Look, show_map
from geo.model.atlas import gather
from geo.model.mentions import MentionType

st.set_page_config(layout="wide")


@st.fragment
def page() -> None:
    """The map, a filter and what the map answered."""
    state = st.session_state
    state.setdefault("view", View.of(st.query_params.to_dict())[0])
    state["runs"] = state.get("runs", 0) + 1
    literal = st.checkbox("Literal only")
    dark = st.checkbox("Dark", st.query_params.get("dark") == "1")
    types = tuple(t for t in MentionType if t.is_literal) if literal else None
    view = replace(state["view"], types=types)
    if st.button("Select Kharkiv"):
        view = replace(view, place="gn-706483", center=None, zoom=None)
    hostile = st.query_params.get("names") == "hostile"
    articles = places_named((TEMPLATES | SCRIPTS | STRINGS).values()) if hostile else [sample()]
    atlas = gather(articles).filtered(view.filter)
    event = show_map(atlas, view, Look("test", dark, 560))
    if event.center:
        state["view"] = replace(view, center=event.center, zoom=event.zoom)
        st.rerun(scope="fragment")
    state["view"] = view
    st.text(f"place={view.place} zoom={view.zoom} center={view.center} runs={state['runs']}")


page()
