"""Places that lie close together are one on the map, and counted as one."""

from datetime import date

import numpy as np
import pytest

from geo.coverage import Ground, Headline, Search, Table, clusters
from geo.model.places import Place, PlaceKind

WORLD = (-1.0, -1.0, 1.0, 1.0)


def table(rows: list[tuple[int, int]], places: int) -> Table:
    """A row for each pair of an article's and a place's number."""
    articles = max(article for article, _ in rows) + 1
    columns = np.array(rows, np.int64)
    return Table(
        tuple(Headline(f"a{n}", published=date(2024, 1, 1 + n)) for n in range(articles)),
        tuple(Place(f"gn-{n}", f"P{n}", PlaceKind.CITY, 0, 0, "FR") for n in range(places)),
        columns[:, 0],
        columns[:, 1],
        np.zeros(len(rows), np.int64),
        np.arange(len(rows)),
        np.ones(len(rows)),
    )


def no_words(_: str) -> list[str]:
    return []


POINTS = np.array([[0.0, 0.0], [0.01, 0.0], [0.5, 0.5]])


def test_near_places_are_one_at_the_most_named_and_an_article_counts_once() -> None:
    made = table([(0, 0), (0, 1), (1, 1), (1, 2)], 3)
    near, far = clusters(made, Search(), no_words, Ground(POINTS, 0.1, WORLD))
    assert near.place.id == "gn-1"
    assert (near.names, near.counts.articles, near.counts.mentions) == (2, 2, 3)
    assert near.point == (0.01, 0.0)
    assert near.box == (0.0, 0.0, 0.01, 0.0)
    assert (far.place.id, far.names, far.counts.articles) == ("gn-2", 1, 1)


def test_closer_up_they_part() -> None:
    made = table([(0, 0), (0, 1), (1, 2)], 3)
    found = clusters(made, Search(), no_words, Ground(POINTS, 0.005, WORLD))
    assert {one.place.id for one in found} == {"gn-0", "gn-1", "gn-2"}


def test_neighbours_across_the_edge_of_a_square_are_one_too() -> None:
    made = table([(0, 0), (0, 1)], 2)
    points = np.array([[0.099, 0.0], [0.101, 0.0]])
    assert len(clusters(made, Search(), no_words, Ground(points, 0.1, WORLD))) == 1


def test_what_is_out_of_view_or_filtered_out_is_not_there() -> None:
    made = table([(0, 0), (1, 2)], 3)
    inside = clusters(made, Search(), no_words, Ground(POINTS, 0.1, (0.4, 0.4, 1, 1)))
    assert [one.place.id for one in inside] == ["gn-2"]
    late = Search(since=date(2024, 1, 2))
    found = clusters(made, late, no_words, Ground(POINTS, 0.1, WORLD))
    assert [one.place.id for one in found] == ["gn-2"]
    nothing = Search(since=date(2030, 1, 1))
    assert clusters(made, nothing, no_words, Ground(POINTS, 0.1, WORLD)) == []


@pytest.mark.parametrize("apart", [0.001, 0.01, 0.1, 1.0])
def test_no_mention_is_lost_and_none_counted_twice(apart: float) -> None:
    draw = np.random.default_rng(5)
    rows = [(int(a), int(p)) for a, p in draw.integers(0, (20, 200), (1000, 2))]
    points = draw.uniform(-0.9, 0.9, (200, 2))
    made = table(rows, 200)
    found = clusters(made, Search(), no_words, Ground(points, apart, WORLD))
    assert sum(one.counts.mentions for one in found) == 1000
    assert sum(one.names for one in found) == len({p for _, p in rows})
    assert len({one.place.id for one in found}) == len(found)
