"""What corrections make of an article: through the resolver, with a small gazetteer.

Names are marked [so], <so> people.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from support.corrections import DAY, correction
from support.marked import read
from support.small_gazetteer import PLACES, SmallGazetteer

from geo import Article, Geoparser, ParsedArticle
from geo.corrections import Correction, Scope, Verdict, point
from geo.model.mentions import Mention, MentionType
from geo.model.places import PlaceKind, Review, Status
from geo.settings import Settings

FACILITY = PlaceKind.FACILITY
PARIS, TEXAN = PLACES["gn-26"], PLACES["gn-27"]
MARKED = "[Paris] opened. Then [Paris] closed. The <Russians> of [Moscow] saw {Paris Hall}."
TEXT = read(MARKED)[0].text


class Marked:
    """A recogniser that knows what is marked."""

    def __init__(self, found: tuple[Mention, ...]) -> None:
        self._found = found

    def recognise(self, articles: list[Article]) -> list[tuple[Mention, ...]]:
        return [self._found] * len(articles)


def parsed(*corrections: Correction, marked: str = MARKED, **changes: str) -> ParsedArticle:
    article, mentions = read(marked)
    parser = Geoparser(Settings(), recogniser=Marked(mentions), gazetteer=SmallGazetteer())  # type: ignore[arg-type]
    return parser.parse(replace(article, **changes), corrections=corrections)


def of(quote: str = "Paris", **how: object) -> Correction:
    return correction(quote, article=Article("a", TEXT), **{"place": TEXAN} | how)  # type: ignore[arg-type]


def ids(article: ParsedArticle) -> list[str]:
    return [r.place.id if r.place else "" for r in article.resolutions]


def test_without_corrections_all_is_automatic() -> None:
    assert {r.review for r in parsed().resolutions} == {Review.AUTOMATIC}
    assert ids(parsed())[:2] == ["gn-26", "gn-26"]


def test_a_corrected_mention_is_certain_and_says_by_whom_and_when() -> None:
    first, second, *_ = parsed(of(who="ana", nth=0, note="See the map.")).resolutions
    assert (first.place, first.probability, first.status) == (TEXAN, 1.0, Status.RESOLVED)
    assert (first.source, first.review) == ("verified", Review.VERIFIED)
    assert first.reasons == ("Corrected by ana on 3 May 2026.", "Note: See the map.")
    assert [a.place for a in first.alternatives] == [PARIS]
    assert first.alternatives[0].probability == 0
    assert second.place == PARIS


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope.MENTION, ["gn-26", "gn-27"]),
        (Scope.ARTICLE, ["gn-27", "gn-27"]),
        (Scope.EVERYWHERE, ["gn-27", "gn-27"]),
    ],
)
def test_how_far_it_reaches_in_its_article(scope: Scope, expected: list[str]) -> None:
    assert ids(parsed(of(nth=1, scope=scope)))[:2] == expected


@pytest.mark.parametrize(
    ("scope", "expected"), [("mention", ""), ("article", ""), ("everywhere", "gn-27")]
)
def test_how_far_it_reaches_in_another_article(scope: str, expected: str) -> None:
    other = parsed(of(scope=Scope(scope)), marked="Rain fell on [Paris]’s roofs.", id="b")
    assert ids(other) == [expected or "gn-26"]
    said = other.resolutions[0].reasons
    assert (said == ("Corrected on 3 May 2026, for this name everywhere.",)) is bool(expected)


def test_the_narrowest_reach_wins_whenever_it_was_said_then_the_latest() -> None:
    later = DAY + timedelta(days=1)
    mention = of(nth=1, place=PLACES["gn-22"])
    wide = of(scope=Scope.EVERYWHERE, when=later)
    assert ids(parsed(mention, wide))[:2] == ["gn-27", "gn-22"]
    again = of(nth=1, place=PLACES["gn-23"], when=later)
    assert ids(parsed(again, mention, wide))[1] == "gn-23"


def test_not_a_place_is_listed_and_not_pinned() -> None:
    first, second, *_ = parsed(of(verdict=Verdict.NOT_A_PLACE)).resolutions
    assert (first.place, first.status, first.probability) == (None, Status.NOT_A_PLACE, 1.0)
    assert first.reasons == ("Marked as not a place on 3 May 2026.",)
    assert [a.place for a in first.alternatives][:2] == [PARIS, TEXAN]
    assert second.place == PARIS


def test_a_looks_right_is_said_so() -> None:
    (first, *_) = parsed(of(verdict=Verdict.CONFIRMED, place=PARIS, who="bo")).resolutions
    assert (first.place, first.reasons[0]) == (PARIS, "Confirmed by bo on 3 May 2026.")


def test_a_point_on_the_map_is_a_place() -> None:
    chosen = point("Paris", 10.0, -20.0)
    (first, *_) = parsed(of(place=chosen)).resolutions
    assert first.place == chosen
    assert chosen.id.replace("-", "").isalnum()
    assert point("Paris", 10.0, -20.00001) != chosen


def test_a_doubt_changes_no_place_and_goes_with_the_next_answer() -> None:
    doubt = of(verdict=Verdict.FLAGGED, when=DAY + timedelta(hours=1), who="ana")
    (first, *_) = parsed(doubt).resolutions
    assert (first.place, first.review) == (PARIS, Review.FLAGGED)
    assert first.reasons[-1] == "Flagged as doubtful by ana on 3 May 2026."
    assert first.probability == parsed().resolutions[0].probability
    (first, *_) = parsed(of(), doubt).resolutions
    assert (first.place, first.review) == (TEXAN, Review.FLAGGED)
    (first, *_) = parsed(doubt, of(when=DAY + timedelta(hours=2))).resolutions
    assert first.review == Review.VERIFIED


def test_a_type_is_changed_before_the_name_is_resolved() -> None:
    own = of(verdict=Verdict.TYPE, meant=MentionType.METONYMIC, nth=1)
    changed = parsed(own)
    assert [m.type for m in changed.mentions[:2]] == [MentionType.LITERAL, MentionType.METONYMIC]
    assert changed.resolutions[1].review == Review.AUTOMATIC
    assert changed.resolutions[1].reasons[-1] == (
        "Type changed to “Its government or institutions” on 3 May 2026."
    )


def test_type_and_place_of_one_name_are_corrected_side_by_side() -> None:
    changed = parsed(
        of(verdict=Verdict.TYPE, meant=MentionType.METONYMIC, scope=Scope.EVERYWHERE), of(nth=1)
    )
    assert changed.mentions[1].type is MentionType.METONYMIC
    assert changed.resolutions[1].place == TEXAN


def test_a_site_takes_the_corrected_position_and_the_article_is_about_it() -> None:
    before, after = parsed(), parsed(of(scope=Scope.ARTICLE))
    hall = [m.kind_hint for m in before.mentions].index(PlaceKind.FACILITY)
    assert ids(before)[hall] == "dl-paris-hall-gn-26"
    assert ids(after)[hall] == "dl-paris-hall-gn-27"
    assert "gn-27" in {f.place.id for f in after.focus}
    assert "gn-27" not in {f.place.id for f in before.focus}


def test_a_settled_name_inside_a_site_that_lies_elsewhere_stays() -> None:
    text = "At Moscow Hall."
    hall = Mention("text", 3, 14, "Moscow Hall", MentionType.LITERAL, (0, 15), None, FACILITY)
    name = Mention("text", 3, 9, "Moscow", MentionType.EMBEDDED_LITERAL, (0, 15), 0)
    parser = Geoparser(
        Settings(),
        recogniser=Marked((hall, name)),  # type: ignore[arg-type]
        gazetteer=SmallGazetteer(),  # type: ignore[arg-type]
    )
    article = Article("a", text)
    given = [
        correction("Moscow Hall", article=article, place=point("Moscow Hall", 10, 10, FACILITY)),
        correction("Moscow", article=article, place=PLACES["gn-23"]),
    ]
    outer, inner = parser.parse(article, corrections=given).resolutions
    assert (outer.place, inner.place) == (given[0].place, PLACES["gn-23"])


def test_earlier_answers_for_the_name_are_offered_first() -> None:
    elsewhere = of(place=PLACES["gn-23"])
    seen = parsed(elsewhere, marked="Rain in [Paris].", id="b").resolutions[0]
    assert seen.place == PARIS
    assert [(a.place.id, a.verified) for a in seen.alternatives[:2]] == [
        ("gn-23", True), ("gn-27", False),
    ]  # fmt: skip
    assert seen.review == Review.AUTOMATIC
    total = seen.probability + sum(a.probability for a in seen.alternatives)
    assert total <= 1 + 1e-6


def test_of_an_earlier_answer_the_latest_copy_is_offered() -> None:
    before = replace(PLACES["gn-23"], lat=0.0, lon=0.0)
    given = of(place=before), of(place=PLACES["gn-23"], when=DAY + timedelta(days=1))
    seen = parsed(*given, marked="Rain in [Paris].", id="b").resolutions[0]
    assert seen.alternatives[0].place == PLACES["gn-23"]


def test_the_gazetteers_own_place_goes_before_the_copy_that_was_kept() -> None:
    moved = replace(TEXAN, lat=0.0, lon=0.0, name="<b>Elsewhere</b>")
    assert parsed(of(place=moved)).resolutions[0].place == TEXAN


def test_correcting_what_is_parsed_is_parsing_with_corrections() -> None:
    corrections = (
        of(scope=Scope.ARTICLE), of("Moscow", verdict=Verdict.FLAGGED),
        of("Russians", verdict=Verdict.TYPE, meant=MentionType.LANGUAGE),
    )  # fmt: skip
    article, mentions = read(MARKED)
    parser = Geoparser(Settings(), recogniser=Marked(mentions), gazetteer=SmallGazetteer())  # type: ignore[arg-type]
    automatic = parser.parse(article)
    assert parser.correct(automatic, corrections) == parser.parse(article, corrections=corrections)
    assert parser.correct(automatic, ()) == automatic
