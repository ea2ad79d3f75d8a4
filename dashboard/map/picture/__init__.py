"""The map as a picture (PNG)."""
