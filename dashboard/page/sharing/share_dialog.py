"""Sharing: the link, or text and map as one file where there is no link; a picture; the data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import streamlit as st

from dashboard.links.scope import ArticleScope
from dashboard.map import html_map, png_map
from dashboard.page.components import article_parts
from dashboard.page.session import article_page
from dashboard.page.sharing import publishing
from dashboard.wording.phrases import name_of
from geo.exports import to_csv, to_docbin, to_geojson, to_jsonld, to_kml
from geo.model.atlas import Atlas, gather
from geo.model.parsed_article import ParsedArticle


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away: what the button says, and what makes the file of an atlas."""

    label: str
    suffix: str
    mime: str
    made: Callable[[Atlas], str | bytes]
    help: str
    icon: str | None = None


DATA = (
    Download("GeoJSON", "geojson", "application/geo+json", to_geojson,
             "The places, for QGIS and web maps"),
    Download("CSV", "csv", "text/csv", to_csv, "The mentions, for spreadsheets"),
    Download("KML", "kml", "application/vnd.google-earth.kml+xml", to_kml,
             "The places, for Google Earth"),
    Download("JSON-LD", "jsonld", "application/ld+json", to_jsonld,
             "The mentions as W3C Web Annotations"),
    Download("spaCy", "spacy", "application/octet-stream", to_docbin,
             "The mentions as spans of a spaCy DocBin"),
)  # fmt: skip


def share(parsed: Sequence[ParsedArticle], scope: ArticleScope) -> None:
    """The contents of the share control, about what is seen when it is opened."""
    shown = gather(parsed).filtered(scope.pin(article_page.view()).filter)
    brought = publishing.unshared(scope)
    if brought:
        publishing.offer(brought, scope)
    else:
        st.markdown("**Link to what you see**")
        article_parts.share_link(",".join(scope.pinned), f"{title_of(scope)}: a map by Dateline")
        publishing.withdraw(scope)
    stem = file_stem(scope)
    for download in _pages(title_of(scope)):
        _button(download, shown, stem, width="stretch")
    st.caption("They open without Dateline. The data, as filtered now:")
    with st.container(horizontal=True, key="downloads"):
        for download in DATA:
            _button(download, shown, stem)


def title_of(scope: ArticleScope) -> str:
    """What the shown articles are called together."""
    if scope.several:
        return "Dateline"
    return name_of(scope.loaded[0])


def file_stem(scope: ArticleScope) -> str:
    """A file name that any system takes, without its extension."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in title_of(scope).lower())
    return "-".join(part for part in kept.split("-") if part)[:60] or "dateline"


def _pages(title: str) -> tuple[Download, ...]:
    return (
        Download(
            "Text and map as one HTML file", "html", "text/html",
            partial(html_map, title=title), "Opens in any browser, without a network",
            ":material/map:",
        ),
        Download(
            "Map as a picture (PNG)", "png", "image/png",
            partial(png_map, title=title), "For a page, a slide or print", ":material/image:",
        ),
    )  # fmt: skip


def _button(
    download: Download,
    atlas: Atlas,
    stem: str,
    *,
    width: Literal["content", "stretch"] = "content",
) -> None:
    st.download_button(
        download.label,
        partial(download.made, atlas),
        file_name=f"{stem}.{download.suffix}",
        mime=download.mime,
        help=download.help,
        icon=download.icon,
        on_click="ignore",
        key=f"download-{download.suffix}",
        width=width,
    )
