"""The application: what one server process does for every reader. It knows no Streamlit."""
