"""The dashboard's pages, in the order of the header's links."""

from dashboard.page.about import page as about
from dashboard.page.article import page as article
from dashboard.page.atlas import page as atlas
from dashboard.page.library import page as library
from dashboard.page.place import page as place
from dashboard.page.session.navigation import Section

SECTIONS = (
    Section("", "Dateline", "Articles", article.render),
    Section("library", "Library", "Library", library.render),
    Section("atlas", "Atlas", "Atlas", atlas.render),
    Section("about", "About", "About", about.render),
    Section("place", "Place", "", place.render),
)
