"""Sharing an article: the dialog and the link."""
