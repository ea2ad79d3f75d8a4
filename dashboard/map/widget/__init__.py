"""The Folium map in the page: the only map code that may import Streamlit."""
