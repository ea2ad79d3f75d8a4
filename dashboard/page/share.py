"""Sharing: the link, or the map as one file where there is no link; and the data."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from dashboard.map import html_map
from dashboard.page import components, sharing, state
from dashboard.page.scope import Scope
from dashboard.page.wording import name_of
from geo.atlas import Atlas, gather
from geo.exports import to_csv, to_geojson, to_kml
from geo.parsed import ParsedArticle

_DATA: tuple[tuple[str, str, Callable[[Atlas], str], str], ...] = (
    ("GeoJSON", "geojson", to_geojson, "application/geo+json"),
    ("CSV", "csv", to_csv, "text/csv"),
    ("KML", "kml", to_kml, "application/vnd.google-earth.kml+xml"),
)


def share(parsed: Sequence[ParsedArticle], scope: Scope) -> None:
    """The contents of the share control, about what is seen when it is opened."""
    shown = gather(parsed).filtered(scope.pin(state.view()).filter)
    brought = sharing.unshared(scope)
    if brought:
        sharing.offer(brought, scope)
    else:
        st.markdown("**Link to what you see**")
        components.share_link(",".join(scope.pinned))
        sharing.withdraw(scope)
    st.download_button(
        "Map as one HTML file",
        partial(html_map, shown, title=title_of(scope), dark=False),
        file_name=f"{file_stem(scope)}.html",
        mime="text/html",
        icon=":material/map:",
        on_click="ignore",
        key="download-html",
        width="stretch",
    )
    st.caption("It opens without Dateline. The data, as filtered now:")
    with st.container(horizontal=True, key="downloads"):
        for label, suffix, export, mime in _DATA:
            st.download_button(
                label,
                partial(export, shown),
                file_name=f"{file_stem(scope)}.{suffix}",
                mime=mime,
                on_click="ignore",
                key=f"download-{suffix}",
            )


def title_of(scope: Scope) -> str:
    """What the shown articles are called together."""
    if scope.several:
        return "Dateline"
    return name_of(scope.loaded[0])


def file_stem(scope: Scope) -> str:
    """A file name that any system takes, without its extension."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in title_of(scope).lower())
    return "-".join(part for part in kept.split("-") if part)[:60] or "dateline"
