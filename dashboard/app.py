"""Dateline's dashboard, the script that Streamlit runs: `streamlit run dashboard/app.py`."""

import sys
from pathlib import Path

# Streamlit puts this script's folder on the path, not the folder that holds the packages.
ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

import streamlit as st

from dashboard.measures import measures
from dashboard.page import navigation, recovering
from dashboard.sections import SECTIONS
from geo.settings import Settings

ABOUT = "Dateline maps the places that news articles name. It runs on this machine only."

st.set_page_config(
    page_icon=str(Path(__file__).parent / "page" / "icon.svg"),
    layout="wide",
    initial_sidebar_state="collapsed",
    menu_items={"About": ABOUT},
)
with measures().timed("run", "page"):
    navigation.show(SECTIONS, Settings())
    recovering.watch_library()
