"""Map and text as one self-contained HTML file."""
