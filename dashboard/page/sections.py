"""The dashboard's pages, in the order of the header's links."""

from dashboard import page
from dashboard.page import about, atlas, library, place
from dashboard.page.navigation import Section

SECTIONS = (
    Section("", "Dateline", "Articles", page.render),
    Section("library", "Library", "Library", library.render),
    Section("atlas", "Atlas", "Atlas", atlas.render),
    Section("about", "About", "About", about.render),
    Section("place", "Place", "", place.render),
)
