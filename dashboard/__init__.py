"""The dashboard: the Streamlit app, the map and the command line."""
