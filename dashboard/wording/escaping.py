"""Somebody else's words on the page: shown as they are, never as markup."""

from html import escape

from geo.text.cleaning import strip_invisible


def for_html(text: str) -> str:
    """For HTML, as text of an element or as the value of an attribute in quotes."""
    return escape(strip_invisible(text), quote=True)


def for_markdown(text: str) -> str:
    """For a label that Streamlit reads as Markdown: everything active is escaped."""
    shown = strip_invisible(text)
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in shown)
