from dataclasses import replace
from typing import Any

from support.samples import CHINA, HARBIN, HEILONGJIANG, UNIVERSITY, sample

from dashboard.links.article_view import ALL_ARTICLES, Tab, View
from dashboard.links.scope import scope_of
from dashboard.page.reader.pane import language_note, reader_data
from geo.model.atlas import gather
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Alternative, Focus, Place, Review, Status

AROUND = {"CN": CHINA, "iso-CN-HL": HEILONGJIANG}


def place_of(key: str) -> Place | None:
    return AROUND.get(key)


def data(view: View, *parsed: ParsedArticle) -> dict[str, Any]:
    parsed = parsed or (sample(),)
    scope = scope_of(view, [p.article for p in parsed])
    shown = [p for p in parsed if p.article in scope.loaded]
    return reader_data(gather(shown).filtered(view.filter), view, scope, shown, place_of)


def other() -> ParsedArticle:
    first = sample()
    return replace(first, article=replace(first.article, id="other", title=first.article.title))


def test_a_selected_place_is_shown_with_its_excerpt_and_how_sure_it_is() -> None:
    panel = data(View(place=HARBIN.id))["panel"]
    assert (panel["name"], panel["where"]) == ("Harbin", "Heilongjiang, China · city or town")
    assert (panel["at"], panel["total"], panel["count"]) == (1, 4, "4 mentions")
    assert panel["likelihood"] == "almost certain (0.96)"
    excerpt = panel["excerpt"]
    assert (excerpt["before"], excerpt["name"], excerpt["after"]) == (
        "Russian visitor in ", "Harbin", "",
    )  # fmt: skip
    assert excerpt["reasons"] == ["A reason in words."]
    assert [a["name"] for a in excerpt["alternatives"]] == ["China"]
    assert excerpt["share"] == 0.97


def reviewed(review: Review, *, only: int | None = None) -> ParsedArticle:
    """The sample with its places of Harbin reviewed, or just one mention of it."""
    first = sample()
    return replace(
        first,
        resolutions=tuple(
            replace(r, review=review, probability=1.0 if review == Review.VERIFIED else 0.7)
            if r.place == HARBIN and only in {None, i}
            else r
            for i, r in enumerate(first.resolutions)
        ),
    )


def test_what_readers_said_is_seen_in_list_and_details() -> None:
    verified = data(View(place=HARBIN.id), reviewed(Review.VERIFIED))["panel"]
    assert (verified["likelihood"], verified["excerpt"]["likelihood"]) == (
        "✓ verified", "✓ verified",
    )  # fmt: skip
    assert verified["excerpt"]["review"] == "verified"
    rows = data(View(tab=Tab.PLACES), reviewed(Review.FLAGGED, only=1))["rows"]
    assert rows[0]["likelihood"].startswith("⚑ flagged, ")
    one = data(View(tab=Tab.PLACES), reviewed(Review.VERIFIED, only=1))["rows"]
    assert one[0]["likelihood"].startswith("almost certain")


def test_an_earlier_answer_for_the_name_says_so() -> None:
    first = sample()
    other = Alternative(CHINA, 0.0, verified=True)
    changed = replace(
        first, resolutions=tuple(replace(r, alternatives=(other,)) for r in first.resolutions)
    )
    (offered,) = data(View(place=HARBIN.id), changed)["panel"]["excerpt"]["alternatives"]
    assert offered["likelihood"] == "verified before for this name"


def test_the_selected_mention_says_which_excerpt_is_open() -> None:
    panel = data(View(place=HARBIN.id, mention=5))["panel"]
    assert panel["at"] == 3
    assert panel["previous"] == {"place": HARBIN.id, "mention": "2", "reading": "sample"}
    assert panel["next"] == {"place": HARBIN.id, "mention": "6", "reading": "sample"}


def test_paging_ends_at_the_first_and_the_last_excerpt() -> None:
    first = data(View(place=HARBIN.id, mention=1))["panel"]
    last = data(View(place=HARBIN.id, mention=6))["panel"]
    assert (first["at"], first["previous"], first["next"]["mention"]) == (1, None, "2")
    assert (last["at"], last["next"], last["previous"]["mention"]) == (4, None, "5")


def test_a_name_without_a_place_can_be_selected_and_says_why() -> None:
    panel = data(View(mention=12))["panel"]
    assert (panel["name"], panel["where"]) == ("West", "Not on the map")
    assert panel["missing"] == "A reason in words."


def test_a_place_the_filter_leaves_nothing_of_is_not_selected() -> None:
    assert data(View(place=HARBIN.id, words="Kharkov"))["panel"] is None


def test_the_list_mirrors_the_map() -> None:
    rows = data(View(tab=Tab.PLACES))["rows"]
    assert [(row["name"], row["count"]) for row in rows[:3]] == [
        ("Harbin", 4), ("Russia", 3), ("China", 1),
    ]  # fmt: skip
    assert rows[1]["groups"] == ["modifiers", "people"]
    assert rows[0]["target"] == {"place": HARBIN.id, "mention": "1", "reading": "sample"}


def test_every_place_says_what_choosing_it_on_the_map_opens() -> None:
    openings = data(View())["openings"]
    assert openings[HARBIN.id] == {"place": HARBIN.id, "mention": "1", "reading": "sample"}
    assert len(openings) == 6


def test_names_that_are_not_on_the_map_are_listed_with_the_reason() -> None:
    missing = data(View(tab=Tab.PLACES))["missing"]
    assert [(row["name"], row["reason"]) for row in missing] == [
        ("Moscow", "A reason in words."), ("West", "A reason in words."),
    ]  # fmt: skip


def test_each_tab_gets_only_what_it_shows() -> None:
    assert data(View())["rows"] == []
    assert data(View(tab=Tab.PLACES))["paragraphs"] == []


def test_of_several_articles_one_is_open_and_a_place_opens_in_it() -> None:
    view = View(articles=ALL_ARTICLES, reading="other", tab=Tab.PLACES, place=HARBIN.id)
    seen = data(view, sample(), other())
    assert [a["id"] for a in seen["readable"]] == ["sample", "other"]
    assert seen["panel"]["total"] == 8
    assert seen["panel"]["excerpt"]["article"] == "other"
    assert seen["rows"][0]["target"]["reading"] == "other"


def test_what_an_article_is_about_is_offered_where_it_is_shown() -> None:
    foci = (Focus(UNIVERSITY, 0.1), Focus(HARBIN, 0.7), Focus(Place("x", "X", CHINA.kind, 0, 0), 1))
    names = [f["name"] for f in data(View(), replace(sample(), focus=foci))["focus"]]
    assert names == ["Harbin", "Harbin University"]


def test_an_article_without_names_and_a_filter_without_matches_say_different_things() -> None:
    empty = ParsedArticle(replace(sample().article, text="Nothing."), (), ())
    assert data(View(), empty)["invitation"].startswith("No place names")
    assert data(View(words="zzz"))["invitation"] == "Nothing passes the filters."


def test_names_that_are_all_off_the_map_are_not_blamed_on_a_filter() -> None:
    first = sample()
    nowhere = replace(
        first,
        resolutions=tuple(
            replace(r, place=None, status=Status.NOT_FOUND) for r in first.resolutions
        ),
    )
    seen = data(View(tab=Tab.PLACES), nowhere)
    assert seen["invitation"].startswith("None of these names is on the map")
    assert seen["missing"]
    assert not seen["empty"]


def test_an_article_in_another_language_is_said_to_be_so() -> None:
    assert language_note(replace(sample().article, language="de")).startswith(
        "This article is in German."
    )
    assert language_note(replace(sample().article, language="en-GB")) == ""
    assert language_note(replace(sample().article, language="")) == ""


def test_the_most_mentioned_places_are_at_hand_on_every_tab() -> None:
    for tab in Tab:
        top = data(View(tab=tab))["top"]
        counts = [row["count"] for row in top]
        assert counts == sorted(counts, reverse=True)
        assert top[0]["name"] == data(View(tab=Tab.PLACES))["rows"][0]["name"]
