"""A joined table is made once."""

from support.stored import article

from dashboard.engine.joined_tables import KEPT, JoinedTables
from geo import Geoparser
from geo.coverage import Table


def test_a_joined_table_is_made_once_and_anew_when_a_part_changes(geoparser: Geoparser) -> None:
    stored = Table.of([geoparser.parse(article(1))])
    own = [geoparser.parse(article(2))]
    joined = JoinedTables()
    first = joined.of(stored, own)
    assert {one.id for one in first.articles} == {"generated-1", "generated-2"}
    assert joined.of(stored, own) is first
    assert joined.of(stored, []) is not first
    assert {one.id for one in joined.of(Table(), own).articles} == {"generated-2"}


def test_no_more_tables_are_kept_than_said() -> None:
    joined = JoinedTables()
    first = joined.of(Table(), [])
    for _ in range(KEPT):
        joined.of(Table(), [])
    assert joined.of(first, []) is not None
    assert len(joined._done) == KEPT
