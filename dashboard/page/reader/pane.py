"""The data of the pane beside the map: the selected place, the article, the places."""

from collections.abc import Sequence

from dashboard.links.article_view import Tab, View
from dashboard.links.scope import ArticleScope
from dashboard.page.reader.article_text import paragraphs, title_nodes
from dashboard.page.reader.long_text import MOST_PLACES, on_map
from dashboard.page.reader.places_list import place_rows, unplaced_rows
from dashboard.page.reader.selected_place import opening, selected_place
from dashboard.records.page_data import FocusPlace, Pane, Readable, ShownText, TopRow
from dashboard.wording.phrases import count_of, language_name, name_of
from dashboard.wording.place_words import PlaceOf
from geo.model.article import Article
from geo.model.atlas import Atlas, AtlasPlace, Occurrence
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Focus
from geo.text.cleaning import strip_invisible

TOP = 8
"""Most places named where the panel has room for the most mentioned."""
FOCI = 3
"""Most places named as what an article is mostly about."""


def reader_data(
    atlas: Atlas,
    view: View,
    scope: ArticleScope,
    parsed: Sequence[ParsedArticle],
    place_of: PlaceOf,
) -> Pane:
    """All that the pane shows of a filtered atlas, less what the open tab does not need."""
    reading = next(p for p in parsed if p.article.id == scope.reading)
    is_text = view.tab is Tab.ARTICLE
    few = on_map(atlas, view.place)
    at = _position(reading, view)
    any_mention = any(p.mentions for p in parsed)
    here = [o for o in atlas.occurrences if o.article.id == scope.reading] if is_text else []
    return {
        "tab": view.tab.value,
        "place": view.place,
        "mention": view.mention,
        "held": view.center is not None,
        "reading": scope.reading,
        "readable": _readable(scope, view),
        "panel": selected_place(atlas, view, scope.reading, place_of),
        "summary": _summary(atlas, any_mention=any_mention),
        "invitation": _invitation(atlas, any_mention=any_mention),
        "empty": not atlas.occurrences,
        "top": [_top(found, scope.reading) for found in atlas.places[:TOP]],
        "focus": _foci(atlas, scope, reading.focus),
        "title": title_nodes(reading.article, here, place_of) if is_text else [],
        **_text(reading.article, here, place_of, at, is_text=is_text),
        "language": language_note(reading.article),
        "note": strip_invisible(reading.article.note),
        "count": len(atlas.places),
        "openings": {p.place.id: opening(p.occurrences, scope.reading) for p in few.places},
        "rows": [] if is_text else place_rows(few, scope.reading, place_of),
        "missing": [] if is_text else unplaced_rows(atlas, scope.reading)[:MOST_PLACES],
    }


def _text(
    article: Article,
    here: Sequence[Occurrence],
    place_of: PlaceOf,
    at: int | None,
    *,
    is_text: bool,
) -> ShownText:
    nodes, part = paragraphs(article, here, place_of, at) if is_text else ([], None)
    return {"paragraphs": nodes, "part": part}


def _position(parsed: ParsedArticle, view: View) -> int | None:
    """Where in the text the selected name stands, if one is."""
    if view.mention is None or view.mention >= len(parsed.mentions):
        return None
    mention = parsed.mentions[view.mention]
    return mention.start if mention.field == "text" else None


def language_note(article: Article) -> str:
    """A sentence where an article is not in English, else ""."""
    code = article.language.lower().split("-")[0]
    if code in {"", "en"}:
        return ""
    name = language_name(code)
    return f"This article is in {name}. Dateline reads English; expect names to be missed."


def _readable(scope: ArticleScope, view: View) -> list[Readable]:
    chosen = set(view.articles) if len(view.articles) > 1 else None
    return [
        {"id": article.id, "title": name_of(article)}
        for article in scope.loaded
        if chosen is None or article.id in chosen
    ]


def _summary(atlas: Atlas, *, any_mention: bool) -> str:
    if not atlas.occurrences:
        return "Nothing to show" if any_mention else "No places found"
    places = count_of(len(atlas.places), "place")
    return f"{places}, {count_of(len(atlas.occurrences), 'mention')}"


def _invitation(atlas: Atlas, *, any_mention: bool) -> str:
    if not any_mention:
        return "No place names were found in this text. Choose another article, or add one."
    if not atlas.occurrences:
        return "Nothing passes the filters."
    if not atlas.places:
        return "None of these names is on the map: choose one in the text to see why."
    return "Choose a place on the map, a marked name in the text, or a row of the list."


def _top(found: AtlasPlace, reading: str) -> TopRow:
    return {
        "id": found.place.id,
        "name": strip_invisible(found.place.name),
        "count": found.count,
        "counted": count_of(found.count, "mention"),
        "groups": [group.value for group in found.groups],
        "target": opening(found.occurrences, reading),
    }


def _foci(atlas: Atlas, scope: ArticleScope, foci: Sequence[Focus]) -> list[FocusPlace]:
    if scope.several:
        return []
    ranked = sorted(foci, key=lambda focus: -focus.score)
    found = [place for focus in ranked if (place := atlas.place(focus.place.id))][:FOCI]
    return [
        {"name": strip_invisible(p.place.name), "target": opening(p.occurrences, scope.reading)}
        for p in found
    ]
