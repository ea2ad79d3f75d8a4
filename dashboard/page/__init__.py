"""Everything drawn with Streamlit: a folder a page, a folder an act."""
