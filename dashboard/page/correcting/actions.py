"""What a reader does in the panel, done: corrections kept and undone, the gazetteer searched."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

import streamlit as st

from dashboard.engine import indexing
from dashboard.engine.failures import aloud
from dashboard.engine.process import process
from dashboard.page.correcting.panel import (
    FOUND,
    Change,
    Event,
    Found,
    change_of,
    correction_of,
    panel_review,
    point_in,
    subject,
    words_of,
)
from dashboard.page.correcting.point_labels import named_point, offered_point
from dashboard.page.session import article_page
from dashboard.page.session.visitor import is_editing, who
from geo.corrections import Verdict, by_name, dated_after, decide
from geo.errors import DatelineError
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place

_FOUND, _CHANGES, _SAID = "review-found", "review-changes", "review-said"
UNDONE = 50
"""Most changes of a session that can be undone one after the other."""


def review_data() -> dict[str, object]:
    """What the panel needs to have the selected mention reviewed."""
    changes = _changes()
    return panel_review(
        editing=is_editing(),
        found=_found(),
        last=changes[-1] if changes else None,
        said=str(st.session_state.get(_SAID, "")),
        place_of=process().articles().place_of,
    )


def searched_point() -> tuple[float, float] | None:
    """The point that was searched for last, in degrees, if what was searched is one."""
    found = cast("Found | None", st.session_state.get(_FOUND))
    return point_in(found.words) if found else None


def _found() -> Found | None:
    """What was searched, with what online services have answered about a point since."""
    found, at = cast("Found | None", st.session_state.get(_FOUND)), searched_point()
    if found is None or at is None:
        return found
    online = process().articles().points.of(at)
    return replace(found, places=(*found.places, *online))


def _place_of(key: str) -> Place | None:
    """The place of an id that was offered, or that the gazetteer knows."""
    found = _found()
    offered = {place.id: place for place in found.places} if found else {}
    return offered.get(key) or process().articles().place_of(key)


def take(event: object, articles: Sequence[Article]) -> None:
    """Do what an event of the panel asks for, if this session may."""
    st.session_state[_SAID] = ""
    if not isinstance(event, Mapping) or not is_editing():
        return
    try:
        _do(event, articles)
    except DatelineError as error:
        st.session_state[_SAID] = aloud(error)


def _do(event: Event, articles: Sequence[Article]) -> None:
    parser = process().articles()
    about = subject(event, parser.parsed(articles, process().corrections()[0]))
    if event.get("do") == "undo":
        _undo_last()
    elif about is None:
        return
    elif event.get("do") == "search":
        _search(event, *about)
        return
    elif event.get("do") == "reset":
        _reset(*about)
    else:
        correction = correction_of(event, *about, _place_of, who())
        if correction is None:
            return
        if correction.place and "place" not in event and correction.verdict == Verdict.PLACE:
            correction = replace(correction, place=_named(correction.place))
        ledger = process().library().corrections
        ledger.add([dated_after(correction, ledger.active())])
        st.session_state[_CHANGES] = [*_changes(), change_of(correction)][-UNDONE:]
    st.session_state.pop(_FOUND, None)
    indexing.index_again(articles)
    indexing.index_others()
    if about is not None:
        _follow(about[0].article, about[1])


def _undo_last() -> None:
    changes = _changes()
    if changes:
        process().library().corrections.undo(changes[-1].correction, who())
        st.session_state[_CHANGES] = changes[:-1]


def _reset(parsed: ParsedArticle, index: int) -> None:
    """Take back all that reaches a mention, however much further it reaches."""
    ledger = process().library().corrections
    # Names are compared by their text: corrected types make no other mentions of them.
    decided = decide(parsed.article, parsed.mentions, by_name(ledger.active())).get(index)
    ids = {correction.id for correction in decided.reached} if decided else set()
    for identifier in ids:
        ledger.undo(identifier, who())
    st.session_state[_CHANGES] = [c for c in _changes() if c.correction not in ids]


def _search(event: Event, parsed: ParsedArticle, index: int) -> None:
    words = words_of(event)
    found = Found(parsed.article.id, index, words, _places(words))
    st.session_state[_FOUND] = found
    if words and not found.places:
        st.session_state[_SAID] = f"The gazetteer knows no “{words}”."


def _named(chosen: Place) -> Place:
    """A point that was chosen, called by what is known around it."""
    gazetteer = process().articles().parser.gazetteer
    return named_point(chosen, gazetteer.reverse(chosen.lat, chosen.lon))


def _places(words: str) -> tuple[Place, ...]:
    if not words:
        return ()
    gazetteer = process().articles().parser.gazetteer
    if at := point_in(words):
        process().articles().points.ask(at)
        return offered_point(*at, gazetteer.reverse(*at))
    named = (candidate.place for candidate in gazetteer.lookup(words, limit=FOUND))
    places = {place.id: place for place in (*named, *gazetteer.search(words, FOUND))}
    return tuple(places.values())[:FOUND]


def _follow(article: Article, index: int) -> None:
    """Select the mention where it lies now."""
    parsed = process().articles().parsed([article], process().corrections()[0])[0]
    place = parsed.resolutions[index].place
    article_page.patch(
        {"place": place.id if place else None, "mention": str(index), "reading": article.id}
    )


def _changes() -> list[Change]:
    return cast("list[Change]", st.session_state.get(_CHANGES, []))
