"""How large an uploaded file may be."""

from math import ceil

from geo.settings import Settings


def upload_megabytes(settings: Settings) -> int:
    """The size of the largest file that may be read, in whole megabytes."""
    return ceil(max(settings.max_article_bytes, settings.max_document_bytes) / 1_000_000)
