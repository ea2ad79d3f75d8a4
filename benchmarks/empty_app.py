"""The page to compare with: Streamlit and an empty Folium map, nothing else."""

import folium
from streamlit_folium import st_folium

st_folium(folium.Map(tiles=None, max_zoom=18), key="map", height=500, returned_objects=[])
