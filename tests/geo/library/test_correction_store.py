"""Corrections kept: once each, in order, undone by a mark."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import update
from support.corrections import DAY, correction
from support.samples import KHARKIV

from geo.corrections import Scope, Verdict
from geo.library import Library
from geo.library.database.engine import BATCH, open_database
from geo.library.database.tables import correction as correction_table
from geo.model.article import Article
from geo.model.mentions import MentionType
from geo.settings import Settings

OpenLibrary = Callable[[Settings], Library]
TALKS = Article("a", "Talks in Moscow – “Łódź” 🎈 – went on.", source="https://example.org/a")
ALL = [
    correction("Moscow", article=TALKS, who="Ana <b>", note="{{7*7}}"),
    correction("Moscow", article=TALKS, scope=Scope.ARTICLE, place=KHARKIV),
    correction("Łódź", article=TALKS, scope=Scope.EVERYWHERE, verdict=Verdict.NOT_A_PLACE),
    correction("Łódź", article=TALKS, verdict=Verdict.TYPE, meant=MentionType.METONYMIC),
    correction("Łódź", article=TALKS, verdict=Verdict.FLAGGED),
]


def test_corrections_come_back_as_they_were(library: Library) -> None:
    assert library.corrections.add(ALL) == len(ALL)
    assert list(library.corrections.active()) == ALL


def test_a_correction_is_kept_once(library: Library) -> None:
    assert library.corrections.add([ALL[0], ALL[0]]) == 1
    assert library.corrections.add([ALL[0], ALL[1]]) == 1
    assert len(library.corrections.active()) == 2


def test_they_are_in_the_order_in_which_they_were_made(library: Library) -> None:
    late = replace(ALL[0], id="late", when=DAY + timedelta(days=1))
    library.corrections.add([late])
    library.corrections.add([ALL[1]])
    assert [c.id for c in library.corrections.active()] == [ALL[1].id, "late"]


def test_what_is_undone_is_not_active_and_not_forgotten(library: Library) -> None:
    library.corrections.add(ALL[:2])
    assert library.corrections.undo(ALL[0].id, "Ana")
    assert not library.corrections.undo(ALL[0].id)
    assert not library.corrections.undo("nothing")
    assert list(library.corrections.active()) == [ALL[1]]
    history = {kept.id: undone is not None for kept, undone in library.corrections.history()}
    assert history == {ALL[0].id: True, ALL[1].id: False}


def test_the_same_object_comes_until_something_changes(
    settings: Settings, open_library: OpenLibrary
) -> None:
    one, other = open_library(settings), open_library(settings)
    one.corrections.add(ALL[:2])
    before = one.corrections.active()
    assert one.corrections.active() is before
    other.corrections.undo(ALL[0].id)
    assert list(one.corrections.active()) == [ALL[1]]
    other.corrections.add([ALL[2]])
    assert list(one.corrections.active()) == [ALL[1], ALL[2]]


def test_many_are_taken_in_parts(library: Library) -> None:
    many = [replace(ALL[0], id=f"n{n}") for n in range(2 * BATCH + 1)]
    assert library.corrections.add(iter(many)) == len(many)
    assert len(library.corrections.active()) == len(many)


def test_many_at_once(settings: Settings, open_library: OpenLibrary) -> None:
    ledgers = [open_library(settings).corrections for _ in range(4)]
    many = [replace(ALL[0], id=f"n{n}") for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: ledgers[n % 4].add([many[n]]), range(40)))
    assert len(ledgers[0].active()) == 40


def test_one_that_another_process_kept_late_under_a_lower_number_is_not_missed(
    settings: Settings, library: Library
) -> None:
    library.corrections.add([ALL[0]])
    renumber(settings, ALL[0].id, 100)
    assert len(library.corrections.active()) == 1
    library.corrections.add([ALL[1]])
    renumber(settings, ALL[1].id, 50)
    assert {c.id for c in library.corrections.active()} == {ALL[0].id, ALL[1].id}


def renumber(settings: Settings, identifier: str, number: int) -> None:
    engine = open_database(settings)
    with engine.begin() as connection:
        one = update(correction_table).where(correction_table.c.id == identifier)
        connection.execute(one.values(number=number))
    engine.dispose()
