"""The shape of the page while it is read: chips, map and text as grey blocks."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

_PILLS = "".join(f'<i style="width: {width}px"></i>' for width in (92, 118, 236, 180, 128))
_LINES = "".join(f'<i style="width: {width}%"></i>' for width in (62, 100, 96, 100, 88, 100, 72))
SHAPE = (
    '<div class="skeleton" aria-hidden="true">'
    f'<div class="pills">{_PILLS}</div><div class="block"></div><div class="lines">{_LINES}</div>'
    "</div>"
)


@contextmanager
def skeleton() -> Iterator[None]:
    """Show the page's shape until what is inside is done."""
    place = st.empty()
    place.html(SHAPE)
    try:
        yield
    finally:
        place.empty()
