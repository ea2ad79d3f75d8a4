"""What a link to a view shows where it is pasted elsewhere: title, description and picture.

Pure functions for a server that may write into the page's head (Open Graph, ogp.me). Only an
article that the link itself names is told of; whoever has the link may read it anyway.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from dashboard.links.article_view import View
from dashboard.map import png_map
from dashboard.wording.escaping import for_html
from dashboard.wording.phrases import long_date, name_of
from geo.model.article import Article
from geo.model.atlas import Atlas
from geo.text.cleaning import one_line

SIZE = (1200, 630)
"""Pixels of the picture: what services that show previews ask for."""
PICTURE = "api/preview.png"
"""The path of the picture's route, below the page's own."""
SAID = "Every place this article names, on a map, with the sentences that name it."
_LONGEST = 120
_KEPT = ("types", "kinds", "words", "sure")


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown of a link; `picture` is the address of its picture below the page's own."""

    title: str
    description: str
    picture: str


def preview(
    query: Mapping[str, str], article_of: Callable[[str], Article | None]
) -> Preview | None:
    """The preview of a link's query; None where it names no single article that is here.

    `article_of` gives the article with an id, of the seeds or the library, and None for others.
    """
    wanted = View.of(query)[0].only_article
    article = article_of(wanted) if wanted else None
    if article is None:
        return None
    day = long_date(article.published) if article.published else ""
    source = ", ".join(part for part in (one_line(article.outlet, _LONGEST), day) if part)
    said = f"{source}. {SAID}" if source else SAID
    return Preview(one_line(name_of(article), _LONGEST), said, f"{PICTURE}?{_picture_query(query)}")


def head_tags(shown: Preview, root: str) -> str:
    """HTML for the page's head. `root` is the address below which the page is served."""
    picture = f"{root.rstrip('/')}/{shown.picture}"
    properties = {
        "og:type": "article",
        "og:site_name": "Dateline",
        "og:title": shown.title,
        "og:description": shown.description,
        "og:image": picture,
        "og:image:type": "image/png",
        "og:image:width": str(SIZE[0]),
        "og:image:height": str(SIZE[1]),
        "og:image:alt": f"Map of the places named in “{shown.title}”",
    }
    names = {"description": shown.description, "twitter:card": "summary_large_image"}
    return "".join(
        f'<meta {kind}="{key}" content="{for_html(value)}">'
        for kind, tags in (("property", properties), ("name", names))
        for key, value in tags.items()
    )


def picture(shown: Atlas, title: str) -> bytes:
    """The PNG of a link's map, SIZE pixels: the places of an atlas as the link filters it."""
    return png_map(shown, title=title, size=SIZE)


def _picture_query(query: Mapping[str, str]) -> str:
    """What of a link the picture depends on; everything else makes no other picture."""
    view = View.of(query)[0]
    said = view.query()
    kept = {key: said[key] for key in _KEPT if key in said}
    return urlencode({"articles": view.articles[0], **kept})
