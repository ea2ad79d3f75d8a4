"""Markdown, HTML, Word files and feeds read within a time: large ones in a process of their own."""

from geo.reading.time_limited import read_docx, read_feed, read_html, read_markdown

__all__ = ["read_docx", "read_feed", "read_html", "read_markdown"]
