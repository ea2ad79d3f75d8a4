"""Correcting a mention: what the panel offers, and what a click does."""
