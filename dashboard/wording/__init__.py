"""How places, counts and certainty are put in words and colours. It knows no Streamlit."""
