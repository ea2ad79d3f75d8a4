"""An article's mentions as a table for a terminal."""

import unicodedata
from collections.abc import Iterator, Sequence

from dashboard.commands.terminal.plain_text import for_terminal
from geo.model.article import Article
from geo.model.mentions import Mention
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Resolution

HEADER = ("Mention", "Type", "Place", "Kind", "Lat, lon", "Probability")
WIDEST = (28, 20, 44, 9, 16, 11)
"""Most terminal columns of each column of the table."""


def table(parsed: ParsedArticle) -> str:
    """The article's mentions in reading order, nested ones indented."""
    found = zip(parsed.mentions, parsed.resolutions, strict=True)
    rows = (HEADER, *(_row(mention, resolution) for mention, resolution in found))
    cells = [[_cut(c, w) for c, w in zip(row, WIDEST, strict=True)] for row in rows]
    widths = [max(_width(cell) for cell in column) for column in zip(*cells, strict=True)]
    lines = (_line(row, widths) for row in cells)
    return "\n".join((*_heading(parsed), *lines)) + "\n"


def _heading(parsed: ParsedArticle) -> Iterator[str]:
    yield _cut(_citation(parsed.article), 120)
    if parsed.focus:
        about = ", ".join(f"{f.place.name} ({f.score:.2f})" for f in parsed.focus)
        yield _cut(f"About: {for_terminal(about)}", 120)
    placed = {r.place.id for r in parsed.resolutions if r.place}
    yield f"{len(parsed.mentions)} mentions of {len(placed)} places"
    yield ""


def _citation(article: Article) -> str:
    day = article.published.isoformat() if article.published else ""
    parts = (for_terminal(article.title), for_terminal(article.outlet), day)
    return " · ".join(part for part in parts if part) or for_terminal(article.id)


def _row(mention: Mention, resolution: Resolution) -> tuple[str, ...]:
    name = ("  " if mention.inside is not None else "") + for_terminal(mention.text)
    place = resolution.place
    if place is None:
        where = (f"- ({resolution.status.value})", "", "")
    else:
        country = f", {place.country_code}" if place.country_code else ""
        spot = f"{place.lat:.2f}, {place.lon:.2f}"
        where = (f"{for_terminal(place.name)}{country}", place.kind.value, spot)
    return (name, mention.type.value, *where, f"{resolution.probability:.2f}")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (c + " " * (w - _width(c)) for c, w in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _cut(text: str, widest: int) -> str:
    if _width(text) <= widest:
        return text
    kept = text[:widest]
    while _width(kept) > widest - 1:
        kept = kept[:-1]
    return kept + "…"


def _width(text: str) -> int:
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
