from datetime import date

from support.samples import sample

from dashboard.links.article_view import ALL_ARTICLES, View
from dashboard.page.article.filters import chips, is_filtered
from geo.model.article import Article
from geo.model.atlas import gather
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle

ATLAS = gather([sample()])
ARTICLES = [sample().article, Article("bare", "Nothing here.", "Bare")]


def group(data: dict, key: str) -> dict[str, tuple[int, bool]]:
    found = next(one for one in data["groups"] if one["key"] == key)
    return {option["key"]: (option["count"], option["on"]) for option in found["options"]}


def test_chips_count_mentions_by_group_and_places_by_kind() -> None:
    data = chips(ATLAS, View(), ARTICLES[:1], several=False)
    assert group(data, "people") == {"demonym": (1, True), "language": (0, True)}
    kinds = {option["key"]: option["count"] for option in data["kinds"]}
    assert (kinds["country"], kinds["city"], kinds["facility"]) == (2, 2, 1)


def test_a_chip_that_is_off_still_says_what_it_would_bring_back() -> None:
    view = View(types=(MentionType.LITERAL,))
    assert group(chips(ATLAS, view, [], several=False), "people")["demonym"] == (1, False)


def test_a_chip_counts_what_the_other_parts_of_the_filter_let_through() -> None:
    view = View(words="Kharkov")
    assert group(chips(ATLAS, view, [], several=False), "places")["literal"][0] == 1


def test_every_type_says_what_it_means() -> None:
    data = chips(ATLAS, View(), [], several=False)
    assert all(option["help"] for one in data["groups"] for option in one["options"])


def test_articles_are_a_chip_only_where_several_are_shown() -> None:
    assert chips(ATLAS, View(), ARTICLES, several=False)["articles"] == []
    view = View(articles=ALL_ARTICLES)
    counts = {a["key"]: a["count"] for a in chips(ATLAS, view, ARTICLES, several=True)["articles"]}
    assert counts == {"sample": 13, "bare": 0}


def test_an_article_left_out_keeps_its_count() -> None:
    other = Article("other", "Other.", "Other")
    atlas = gather([sample(), ParsedArticle(other, (), ())])
    view = View(articles=("other", "bare"))
    data = chips(atlas, view, [sample().article, other], several=True)["articles"]
    assert [(a["count"], a["on"]) for a in data] == [(13, False), (0, True)]


def test_only_a_filter_can_be_reset() -> None:
    assert not is_filtered(View(place="gn-1", center=(1, 2), zoom=3), several=False)
    assert is_filtered(View(words="x"), several=False)
    assert is_filtered(View(types=()), several=False)
    assert is_filtered(View(sure=0.6), several=False)
    assert is_filtered(View(articles=("a", "b")), several=True)
    assert not is_filtered(View(articles=ALL_ARTICLES), several=True)


def test_dates_of_a_link_are_said_so_that_they_can_be_taken_away() -> None:
    view = View(since=date(2024, 1, 1), until=date(2024, 2, 1))
    assert chips(ATLAS, view, [], several=False)["dates"] == "2024-01-01 to 2024-02-01"
