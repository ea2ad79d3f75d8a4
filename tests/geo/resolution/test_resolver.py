"""Resolution as a reader sees it: an article with marked names goes in, places come out.

Names are marked [so]; {so} marks a site, <so> people or a language.
"""

import re
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.marked import read
from support.small_gazetteer import PLACES, SmallGazetteer

from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.model.places import Candidate, Focus, Match, Place, PlaceKind, Resolution, Status
from geo.resolution import resolve
from geo.resolution.ranker import LearnedScorer, Weights


def resolved(marked: str) -> tuple[Resolution, ...]:
    return resolve(*read(marked), SmallGazetteer())[0]


def ids(marked: str) -> list[str | None]:
    return [r.place.id if r.place else None for r in resolved(marked)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("They left [Kharkov] for [Kiev].", ["gn-24", "gn-25"]),
        ("The [Russian] president and <Russians> at home.", ["gn-2", "gn-2"]),
        ("He landed in [Moscow].", ["gn-22"]),
        ("A fair in [Paris], [Texas].", ["gn-27", "iso-US-TX"]),
        ("A fair in [Paris].", ["gn-26"]),
        ("Police in [Springfield], Ill., said so.", ["gn-33"]),
        ("[Springfield] in [Illinois] voted.", ["gn-33", "iso-US-IL"]),
        ("[Illinois]’s capital [Springfield] voted.", ["iso-US-IL", "gn-33"]),
        ("The [Ukrainian] city of [Kharkov].", ["gn-3", "gn-24"]),
        ("From [Boston] and [Worcester] to [Springfield].", ["gn-35", "gn-36", "gn-32"]),
        ("From [Atlanta] across [Georgia].", ["gn-29", "iso-US-GA"]),
        ("From [Tbilisi] across [Georgia] to [Russia].", ["gn-30", "gn-6", "gn-2"]),
    ],
)
def test_each_name_gets_its_place(marked: str, expected: list[str]) -> None:
    assert ids(marked) == expected


def test_one_sense_an_article() -> None:
    marked = "The fair in [Paris], [Texas] opened. Many came to [Paris] from [Dallas]."
    assert ids(marked) == ["gn-27", "iso-US-TX", "gn-27", "gn-28"]
    assert "The article says elsewhere which one it means." in resolved(marked)[2].reasons


def test_words_beside_a_name_overrule_the_other_sense() -> None:
    marked = "From [Paris], [France] he flew to [Paris], [Texas]."
    assert ids(marked) == ["gn-26", "gn-5", "gn-27", "iso-US-TX"]


def test_a_list_of_cities_is_no_address() -> None:
    assert ids("In [Moscow], [Paris], [Beijing].") == ["gn-22", "gn-26", "gn-20"]


def test_a_list_of_countries_is_no_address() -> None:
    assert ids("In [Georgia], [France].") == ["gn-6", "gn-5"]


def test_reasons_are_sentences_that_name_what_decided() -> None:
    (paris, _), (kharkov,), (missouri,) = (
        resolved("A fair in [Paris], [Texas]."),
        resolved("They left [Kharkov]."),
        resolved("It is in [Springfield]."),
    )
    assert "Texas is named right after it." in paris.reasons
    assert "“Kharkov” is another name of Kharkiv." in kharkov.reasons
    assert "Largest of 3 places called Springfield." in missouri.reasons


def test_alternatives_are_ranked_and_sum_up_with_the_place_to_at_most_one() -> None:
    (springfield,) = resolved("It is in [Springfield].")
    shares = [springfield.probability, *(a.probability for a in springfield.alternatives)]
    assert {a.place.id for a in springfield.alternatives} == {"gn-32", "gn-33"}
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.001
    assert springfield.probability < resolved("[Springfield], [Missouri]")[0].probability


def test_an_unknown_name_is_not_found() -> None:
    (nowhere,) = resolved("They met in [Xyzzyville].")
    assert (nowhere.place, nowhere.status) == (None, Status.NOT_FOUND)
    assert nowhere.reasons == ("Not found in the gazetteer.",)


def test_a_name_of_no_fixed_place_is_never_pinned() -> None:
    (west,) = resolved("Relations with the [West] soured.")
    assert (west.place, west.status) == (None, Status.NO_FIXED_PLACE)
    assert west.reasons == ("A part of the world without fixed bounds.",)


def test_a_by_name_is_placed_only_where_the_article_names_the_country() -> None:
    assert ids("Trade with the [Asian giant] and [China] grew.") == ["gn-1", "gn-1"]
    assert resolved("Trade with the [Asian giant] grew.")[0].status == Status.NO_FIXED_PLACE


class TestSites:
    @pytest.mark.parametrize(
        ("marked", "reason"),
        [
            ("Students of {Harbin University}.", "Position of Harbin: the place in its name."),
            (
                "The {Church of the Intercession} in [Harbin].",
                "Position of Harbin: the place named right beside it.",
            ),
            (
                "[Harbin] keeps links to the past, such as the {St Sophia Cathedral}.",
                "Position of Harbin: the place named in the same sentence.",
            ),
            (
                "They came to [Harbin]. The {St Sophia Cathedral} stands there.",
                "Position of Harbin: the place last named before it in its paragraph.",
            ),
        ],
    )
    def test_inherit_a_position_and_say_from_where(self, marked: str, reason: str) -> None:
        site = next(r for r in resolved(marked) if r.place and r.place.kind == PlaceKind.FACILITY)
        harbin = PLACES["gn-21"]
        assert site.place is not None
        assert (site.place.lat, site.place.lon) == (harbin.lat, harbin.lon)
        assert (site.reasons, site.source) == ((reason,), "inherited")
        assert site.place.radius_km
        assert site.probability < 0.9

    def test_take_the_place_of_the_mention_nested_in_them(self) -> None:
        article = Article("a", "At Harbin University.")
        mentions = (
            Mention("text", 3, 20, "Harbin University", MentionType.LITERAL, (0, 21), None,
                    PlaceKind.FACILITY),
            Mention("text", 3, 9, "Harbin", MentionType.EMBEDDED_LITERAL, (0, 21), 0),
        )  # fmt: skip
        (university, harbin), _ = resolve(article, mentions, SmallGazetteer())
        assert university.place is not None
        assert university.place.id == "dl-harbin-university-gn-21"
        assert harbin.place == PLACES["gn-21"]

    def test_a_saint_in_a_name_is_no_town(self) -> None:
        text = "Harbin has a cathedral of St Springfield."
        whole, name = (0, 41), "cathedral of St Springfield"
        site = PlaceKind.FACILITY
        mentions = (
            Mention("text", 0, 6, "Harbin", MentionType.LITERAL, whole),
            Mention("text", 13, 40, name, MentionType.LITERAL, whole, None, site),
            Mention("text", 29, 40, "Springfield", MentionType.EMBEDDED_LITERAL, whole, 1),
        )
        unsure = LearnedScorer(
            Weights({"population": 1}), Weights({"population": 12, "bias": -8.7})
        )
        (harbin, cathedral, saint), _ = resolve(
            Article("a", text), mentions, SmallGazetteer(), unsure
        )
        assert harbin.place is not None
        assert cathedral.place is not None
        assert cathedral.place.lat == harbin.place.lat
        assert saint.place is None

    def test_a_saint_called_as_a_large_town_lends_no_position(self) -> None:
        town, site = resolved("[Harbin] has a {Cathedral of St Kharkov}.")
        assert site.place is not None
        assert town.place is not None
        assert site.place.lat == town.place.lat
        (kharkiv,) = resolved("Here is the {Cathedral of Kharkov}.")
        assert kharkiv.place is not None
        assert kharkiv.place.lat != town.place.lat

    def test_keep_one_position_throughout_an_article(self) -> None:
        first, second = resolved("{Grand Hotel} burned. The {Grand Hotel} in [Harbin] is old.")[:2]
        assert first.place is not None
        assert first.place == second.place

    def test_named_alike_in_two_towns_are_two(self) -> None:
        found = resolved(
            "The {Grand Hotel} in [Harbin] burned. The {Grand Hotel} in [Boston] is old. Guests "
            "left the {Grand Hotel}."
        )
        hotels = [r.place for r in found if r.place and r.place.kind == PlaceKind.FACILITY]
        assert [hotel.id for hotel in hotels] == [
            "dl-grand-hotel-gn-21", "dl-grand-hotel-gn-35", "dl-grand-hotel-gn-21",
        ]  # fmt: skip

    def test_keep_one_position_beside_the_region_around_it(self) -> None:
        first, _, second, _ = resolved(
            "The {Grand Hotel} in [Boston]. The {Grand Hotel} in [Massachusetts]."
        )
        assert first.place is not None
        assert first.place == second.place

    def test_with_nothing_to_inherit_are_not_found(self) -> None:
        (hotel,) = resolved("They met at the {Grand Hotel}.")
        assert (hotel.place, hotel.status) == (None, Status.NOT_FOUND)

    def test_ids_hold_letters_digits_and_hyphens_only(self) -> None:
        for name in ("Église Saint-Étienne", "哈尔滨大学", "A_b/c <d> Hall"):
            article = Article("a", f"{name} in Harbin")
            end = len(name)
            whole = (0, len(article.text))
            site = Mention("text", 0, end, name, MentionType.LITERAL, whole, None,
                           PlaceKind.FACILITY)  # fmt: skip
            town = Mention("text", end + 4, end + 10, "Harbin", MentionType.LITERAL, whole)
            place = resolve(article, (site, town), SmallGazetteer())[0][0].place
            assert place is not None
            assert re.fullmatch(r"dl-[a-z0-9-]+-gn-21", place.id)


def focus(marked: str) -> tuple[Focus, ...]:
    return resolve(*read(marked), SmallGazetteer())[1]


def test_the_focus_names_country_region_and_city_with_shares() -> None:
    found = focus("[Harbin] is in [Heilongjiang]. [Harbin] is cold. [Moscow] is too.")
    by_kind = {f.place.kind: f for f in reversed(found)}
    assert by_kind[PlaceKind.COUNTRY].place.name == "China"
    assert by_kind[PlaceKind.REGION].place.name == "Heilongjiang"
    assert by_kind[PlaceKind.CITY].place.name == "Harbin"
    for kind in by_kind:
        assert 0 < sum(f.score for f in found if f.place.kind == kind) <= 1.001


def test_an_article_without_mentions_has_neither_places_nor_focus() -> None:
    assert resolve(Article("a", "Nothing here."), (), SmallGazetteer()) == ((), ())


def test_a_name_is_looked_up_once_an_article() -> None:
    gazetteer = SmallGazetteer()
    resolve(*read("[Paris] and [Paris] and [Paris]."), gazetteer)
    assert gazetteer.asked.count("Paris") == 1


@given(st.text(max_size=80), st.data())
def test_any_text_and_any_spans_are_survived(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(ends, ends, st.sampled_from(MentionType)), max_size=6))
    mentions = tuple(
        Mention("text", a, b, text[a:b], meant, (0, len(text)), None, kind)
        for (a, b, meant), kind in zip(pairs, cycle([None, PlaceKind.FACILITY]), strict=False)
        if a < b
    )
    resolutions, _ = resolve(Article("a", text), mentions, SmallGazetteer())
    assert len(resolutions) == len(mentions)
    for resolution in resolutions:
        assert 0 <= resolution.probability <= 1
        assert resolution.reasons
        if resolution.place:
            assert re.fullmatch(r"[a-zA-Z0-9-]+", resolution.place.id)


class Twins(SmallGazetteer):
    """Knows a town and its county by one name, and a larger namesake far away."""

    TOWN = Place("t-1", "Oakham", PlaceKind.CITY, 40.0, -80.0, "US", population=60_000)
    COUNTY = Place("t-2", "Oakham", PlaceKind.COUNTY, 40.1, -80.1, "US", population=60_000)
    FAR = Place("t-3", "Oakham", PlaceKind.CITY, 50.0, 10.0, "DE", population=70_000)

    def lookup(self, name: str, *, limit: int = 50) -> tuple[Candidate, ...]:
        del limit
        return tuple(Candidate(p, Match.NAME, name) for p in (self.FAR, self.TOWN, self.COUNTY))


def test_a_town_and_its_county_speak_for_the_same_spot() -> None:
    even = LearnedScorer(Weights({"bias": 1.0}), Weights({"bias": 1.0}))
    ((found,), _) = resolve(*read("Rain fell in [Oakham]."), Twins(), even)
    assert found.place in {Twins.TOWN, Twins.COUNTY}
    assert found.probability == pytest.approx(2 * found.alternatives[0].probability, abs=1e-3)
    assert [other.place for other in found.alternatives] == [Twins.FAR]
