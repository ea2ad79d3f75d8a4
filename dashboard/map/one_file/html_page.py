"""One self-contained HTML file of an atlas: it opens from disk and asks nothing of any host.

It shows the map, the articles with their mentions marked, and the places with excerpts. The
page's policy names its own scripts by their hashes, so that no other text in it can run.
"""

import base64
import hashlib
import json
import re
from functools import lru_cache

from dashboard.map.layers.assets import LEAFLET, text
from dashboard.map.layers.colours import ink
from dashboard.map.layers.gate import for_map
from dashboard.map.layers.place_features import credit_lines, feature_collection
from dashboard.map.one_file.marked_text import articles_html, spaced
from dashboard.wording.certainty import approximate_km
from dashboard.wording.palette import MARKS
from geo.model.article import Article
from geo.model.atlas import Atlas, AtlasPlace, Occurrence

MAX_TITLE = 300
MAX_EXCERPT = 600
"""Longest stretch of text shown before or after a name, in characters."""


def html_map(atlas: Atlas, *, title: str, dark: bool = False) -> str:
    """The page as text: the atlas's map, articles, places and excerpts, tied together."""
    scripts = [_leaflet_script(), text("built/one_file_page.js")]
    colours = ink(dark=dark, online=False)
    page = {"ink": colours, "features": feature_collection(atlas), "credits": credit_lines(atlas)}
    shown = for_map(title, MAX_TITLE)
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="en"{" class=dark" if dark else ""}>',
            '<head><meta charset="utf-8">',
            _policy(scripts),
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{shown}</title>",
            f"<style>{_leaflet_style()}\n{text('built/one_file_page.css')}</style>",
            f"<style>{_underlines(dark=dark)}</style></head>",
            f"<body><header><h1>{shown}</h1><p>{_byline(atlas, title)}</p></header>",
            '<div id="map" role="region" aria-label="Map"></div>',
            f'<main aria-label="Text" tabindex="0">{_texts(atlas, title)}</main>',
            f'<aside aria-label="Places" tabindex="0">{_list(atlas)}</aside>',
            _data("page", json.dumps(page)),
            *(_data(f"data-{name}", text(f"data/{name}.json")) for name in _DATA),
            *(f"<script>{script}</script>" for script in scripts),
            "</body></html>\n",
        )
    )


_DATA = ("countries-110m", "countries-50m", "labels")


def _policy(scripts: list[str]) -> str:
    hashes = " ".join(f"'sha256-{_sha256(script)}'" for script in scripts)
    rules = f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:"
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}">'


def _sha256(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _data(name: str, content: str) -> str:
    safe = content.strip().replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{safe}</script>'


@lru_cache(maxsize=1)
def _leaflet_script() -> str:
    script = (LEAFLET / "leaflet.js").read_text(encoding="utf-8")
    return re.sub(r"//# sourceMappingURL=.*", "", script)


@lru_cache(maxsize=1)
def _leaflet_style() -> str:
    """Leaflet's style sheet without its pictures: none of them is used."""
    style = (LEAFLET / "leaflet.css").read_text(encoding="utf-8")
    return re.sub(r"url\([^)]*\)", "none", style)


def _underlines(*, dark: bool) -> str:
    return "".join(
        f".{group.value}{{text-decoration-color:{mark.dark if dark else mark.light};"
        f"text-decoration-style:{mark.underline}}}"
        for group, mark in MARKS.items()
    )


def _byline(atlas: Atlas, title: str) -> str:
    articles = atlas.articles
    if len(articles) == 1:
        return _citation(articles[0], without=title)
    return f"{len(articles)} articles" if articles else ""


def _citation(article: Article, *, without: str = "") -> str:
    published = article.published.isoformat() if article.published else ""
    title = "" if article.title == without else article.title
    parts = (title, article.outlet, published, article.source)
    return " · ".join(for_map(part, MAX_TITLE) for part in parts if part)


def _texts(atlas: Atlas, title: str) -> str:
    articles = atlas.articles
    if not articles:
        return '<p class="none">No place is mentioned.</p>'
    return articles_html(atlas, headed=len(articles) > 1 or articles[0].title != title)


def _list(atlas: Atlas) -> str:
    places = [place for place in atlas.places if place.count]
    heading = f"<h2>{len(places)} place{'' if len(places) == 1 else 's'}</h2>"
    if not places:
        return f'{heading}<p class="none">No place on the map.</p>'
    return heading + "".join(_place(place, several=len(atlas.articles) > 1) for place in places)


def _place(found: AtlasPlace, *, several: bool) -> str:
    place = found.place
    excerpts = "".join(_excerpt(o, cite=several) for o in found.counted)
    return (
        f'<details class="place" data-place="{for_map(place.id)}"><summary>'
        f'<span class="name">{for_map(place.name)}</span>'
        f'<span class="kind">{_where(found)}</span>'
        f'<span class="count">{found.count}×</span></summary><ol>{excerpts}</ol></details>'
    )


def _where(found: AtlasPlace) -> str:
    place = found.place
    approximate = ", approximate" if approximate_km(place) is not None else ""
    return f"{for_map(place.kind.value)}{approximate}, {found.probability:.0%} sure"


def _excerpt(occurrence: Occurrence, *, cite: bool) -> str:
    before, name, after = occurrence.excerpt
    group = occurrence.mention.type.group.value
    source = f" <cite>{_citation(occurrence.article)}</cite>" if cite else ""
    return (
        f"<li>{spaced(before[-MAX_EXCERPT:])}"
        f'<mark class="{group}">{for_map(name, MAX_EXCERPT)}</mark>'
        f"{spaced(after[:MAX_EXCERPT])} "
        f'<span class="type">({for_map(occurrence.mention.type.label)})</span>{source}</li>'
    )
