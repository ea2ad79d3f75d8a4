"""The pages of the library's table."""

from dashboard.page.library.rows import PAGE, page_of, pages
from geo.coverage import Headline, Listed


def rows(number: int) -> list[Listed]:
    return [Listed(Headline(f"a{n}"), 0, 0) for n in range(number)]


def test_a_page_that_is_not_there_is_the_last_or_first() -> None:
    many = rows(2 * PAGE + 1)
    assert [one.article.id for one in page_of(many, 3)] == [f"a{2 * PAGE}"]
    assert page_of(many, 99) == page_of(many, 3)
    assert page_of(many, 0) == page_of(many, 1) == many[:PAGE]
    assert list(page_of([], 5)) == []
    assert (pages(0), pages(PAGE), pages(PAGE + 1)) == (1, 1, 2)
