import pytest
from support.samples import CHINA, HARBIN, HEILONGJIANG, UNIVERSITY

from dashboard.wording.phrases import count_of, distinct_labels, name_of
from dashboard.wording.place_words import where
from geo.model.article import Article
from geo.model.places import Place, PlaceKind
from geo.text.cleaning import strip_invisible


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\u2066", "\ufeff", "\u0000", "\u200f"])
def test_what_cannot_be_seen_is_not_in_a_name(hidden: str) -> None:
    assert strip_invisible(f"Har{hidden}bin") == "Harbin"


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (Article("a", "Rain fell.", "Rain in Lagos"), "Rain in Lagos"),
        (Article("a", "Rain fell on\nLagos."), "Rain fell on Lagos."),
        (Article("a", "Rain fell on Lagos. " * 9), "Rain fell on Lagos. " * 3 + "Rain fell…"),
        (Article("a", " "), "Untitled"),
    ],
)
def test_an_article_without_a_title_is_named_by_its_first_words(
    article: Article, name: str
) -> None:
    assert name_of(article) == name


def test_where_a_place_lies_does_not_repeat_its_own_name() -> None:
    around = {"CN": CHINA, "iso-CN-HL": HEILONGJIANG}
    assert where(HARBIN, around.get) == "Heilongjiang, China"
    assert where(UNIVERSITY, around.get) == "China"
    assert where(CHINA, around.get) == ""
    beijing = Place("b", "Beijing", PlaceKind.CITY, 0, 0, "CN", region_id="iso-CN-BJ")
    region = Place("iso-CN-BJ", "Beijing", PlaceKind.REGION, 0, 0, "CN")
    assert where(beijing, (around | {"iso-CN-BJ": region}).get) == "China"


def test_a_count_agrees_with_its_noun() -> None:
    assert (count_of(1, "place"), count_of(1200, "place")) == ("1 place", "1,200 places")


def test_names_that_are_alike_are_told_apart() -> None:
    alike = [
        ("Rain", "2 May"),
        ("Snow", "2 May"),
        ("Rain", "3 May"),
        ("Rain", "2 May"),
        ("Rain", ""),
    ]
    assert distinct_labels(alike) == [
        "Rain · 2 May",
        "Snow",
        "Rain · 3 May",
        "Rain · 2 May (2)",
        "Rain",
    ]


def test_a_number_is_never_the_name_of_another() -> None:
    assert distinct_labels([("a", ""), ("a (2)", ""), ("a", "")]) == ["a", "a (2)", "a (3)"]
