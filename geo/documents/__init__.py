"""PDF and Word files to plain paragraphs; nothing in them is followed, loaded or executed."""

from geo.documents.contents import Contents
from geo.documents.docx import read_docx
from geo.documents.pdf import read_pdf

__all__ = ["Contents", "read_docx", "read_pdf"]
