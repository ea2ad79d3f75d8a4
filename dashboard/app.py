"""Dateline's dashboard, the script that Streamlit runs: `streamlit run dashboard/app.py`."""

import sys
from pathlib import Path

# Streamlit puts this script's folder on the path, not the folder that holds the packages.
ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

import streamlit as st

from dashboard.engine.process import process
from dashboard.page.frame import recovery
from dashboard.page.sections import SECTIONS
from dashboard.page.session import navigation

ABOUT = "Dateline maps the places that news articles name. It runs on this machine only."

st.set_page_config(
    page_icon=str(Path(__file__).parent / "page" / "frame" / "icon.svg"),
    layout="wide",
    initial_sidebar_state="collapsed",
    menu_items={"About": ABOUT},
)
with process().measures.timed("run", "page"):
    navigation.show(SECTIONS, process().settings)
    recovery.watch_library()
