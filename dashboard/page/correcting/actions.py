"""What a reader does in the panel, done: corrections kept and undone, the gazetteer searched."""

from dataclasses import replace

from dashboard.engine import indexing
from dashboard.engine.failures import for_readers
from dashboard.engine.permissions import Deed
from dashboard.engine.process import process
from dashboard.page.correcting.events import (
    Event,
    Judgement,
    Reset,
    Search,
    Target,
    Undo,
    event_of,
    point_in,
)
from dashboard.page.correcting.panel import (
    FOUND,
    Change,
    Found,
    change_of,
    correction_of,
    panel_review,
    subject,
)
from dashboard.page.correcting.point_labels import named_point, offered_point
from dashboard.page.session import article_page
from dashboard.page.session.keys import Key, none
from dashboard.page.session.shown_articles import Shown, hand_on, shown
from dashboard.page.session.visitor import check, is_editing, who
from dashboard.records.page_data import Review
from geo.corrections import Correction, Verdict, by_name, dated_after, decide
from geo.errors import DatelineError
from geo.model.places import Place

_FOUND: Key[Found | None] = Key("review-found", none)
"""What was searched last, and what was found."""
_CHANGES: Key[list[Change]] = Key("review-changes", list)
"""This session's corrections that can be undone, the latest last."""
_SAID: Key[str] = Key("review-said", str)
"""What the panel says of the last event."""
UNDONE = 50
"""Most changes of a session that can be undone one after the other."""


def review_data() -> Review:
    """What the panel needs to have the selected mention reviewed."""
    changes = _CHANGES.get()
    return panel_review(
        editing=is_editing(),
        found=_found(),
        last=changes[-1] if changes else None,
        said=_SAID.get(),
        place_of=process().articles().place_of,
    )


def searched_point() -> tuple[float, float] | None:
    """The point that was searched for last, in degrees, if what was searched is one."""
    found = _FOUND.get()
    return point_in(found.words) if found else None


def _found() -> Found | None:
    """What was searched, with what online services have answered about a point since."""
    found, at = _FOUND.get(), searched_point()
    if found is None or at is None:
        return found
    online = process().articles().points.of(at)
    return replace(found, places=(*found.places, *online))


def _place_of(key: str) -> Place | None:
    """The place of an id that was offered, or that the gazetteer knows."""
    found = _found()
    offered = {place.id: place for place in found.places} if found else {}
    return offered.get(key) or process().articles().place_of(key)


def take(sent: object, drawn: Shown) -> None:
    """Do what the panel asks for of the articles that are drawn, or say why it was not done."""
    _SAID.set("")
    event = event_of(sent)
    if event is None:
        return
    try:
        correct(event, drawn)
    except DatelineError as error:
        _SAID.set(for_readers(error))


def correct(event: Event, drawn: Shown) -> None:
    """Do it. Raises AccessError where this session may not correct places."""
    check(Deed.CORRECT)
    match event:
        case Undo(target):
            _undo(target, drawn)
        case Search(target, words):
            _search(target, words, drawn)
        case Reset(target):
            _reset(target, drawn)
        case Judgement():
            _judge(event, drawn)


def _judge(said: Judgement, drawn: Shown) -> None:
    parsed = subject(said.target, drawn.parsed)
    correction = correction_of(said, parsed, _place_of, who()) if parsed else None
    if correction is None:
        return
    if correction.verdict == Verdict.PLACE and correction.place and said.place is None:
        correction = replace(correction, place=_named(correction.place))
    ledger = process().library().corrections
    before = ledger.active()
    correction = dated_after(correction, before)
    ledger.add([correction])
    _CHANGES.set([*_CHANGES.get(), change_of(correction)][-UNDONE:])
    _corrected(drawn, (*before, correction), said.target)


def _undo(target: Target | None, drawn: Shown) -> None:
    changes = _CHANGES.get()
    if not changes:
        return
    ledger, last = process().library().corrections, changes[-1].correction
    before = ledger.active()
    ledger.undo(last, who())
    _CHANGES.set(changes[:-1])
    _corrected(drawn, tuple(c for c in before if c.id != last), target)


def _reset(target: Target, drawn: Shown) -> None:
    """Take back all that reaches a mention, however much further it reaches."""
    parsed = subject(target, drawn.parsed)
    if parsed is None:
        return
    ledger = process().library().corrections
    before = ledger.active()
    # Names are compared by their text: corrected types make no other mentions of them.
    decided = decide(parsed.article, parsed.mentions, by_name(before)).get(target.mention)
    ids = {correction.id for correction in decided.reached} if decided else set()
    for identifier in ids:
        ledger.undo(identifier, who())
    _CHANGES.set([c for c in _CHANGES.get() if c.correction not in ids])
    _corrected(drawn, tuple(c for c in before if c.id not in ids), target)


def _corrected(
    drawn: Shown, corrections: tuple[Correction, ...], target: Target | None = None
) -> None:
    """Draw and index the articles with these corrections; the mention stays selected."""
    _FOUND.forget()
    made = shown(replace(drawn.selection, corrections=corrections))
    hand_on(made)
    indexing.index_again(made.parsed, corrections)
    indexing.index_others(corrections)
    if target and (parsed := subject(target, made.parsed)):
        place = parsed.resolutions[target.mention].place
        article_page.patch(
            {
                "place": place.id if place else None,
                "mention": str(target.mention),
                "reading": target.article,
            }
        )


def _search(target: Target, words: str, drawn: Shown) -> None:
    if subject(target, drawn.parsed) is None:
        return
    found = Found(target.article, target.mention, words, _places(words))
    _FOUND.set(found)
    if words and not found.places:
        _SAID.set(f"The gazetteer knows no “{words}”.")


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
