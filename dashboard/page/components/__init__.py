"""Streamlit components: the parts of the page that Streamlit has no widget for."""
