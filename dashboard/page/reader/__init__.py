"""The pane beside the map, as plain data. It knows no Streamlit."""
