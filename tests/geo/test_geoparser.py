"""The whole way from an article to places, with the shipped model and the real gazetteer."""

from types import SimpleNamespace

import pytest
from geopy.distance import geodesic

from geo import Article, Geoparser, MentionType, ParsedArticle, PlaceKind
from geo.errors import InputError
from geo.reading.seeds import seed_articles
from geo.resolution import Outlets
from geo.settings import Settings

# Well-known positions, degrees WGS 84; within 50 km.
POINTS = {
    "Beijing": (39.904, 116.407),
    "Harbin": (45.75, 126.64),
    "Kharkiv": (49.99, 36.23),
    "Moscow": (55.755, 37.617),
    "Kyiv": (50.45, 30.523),
}
# Boxes well inside the outlines: south, north, west, east.
AREAS = {
    "China": (22, 50, 80, 130),
    "Russia": (50, 72, 30, 170),
    "Ukraine": (46, 52, 23, 40),
    "United States": (30, 48, -120, -75),
    "Heilongjiang": (43.5, 53.5, 121.5, 135),
}


@pytest.fixture(scope="module")
def first_seed(geoparser: Geoparser) -> ParsedArticle:
    articles, notices = seed_articles(Settings())
    assert notices == []
    return geoparser.parse(articles[0])


def placed(parsed: ParsedArticle, text: str) -> list[tuple[MentionType, str]]:
    return [
        (m.type, r.place.name if r.place else "")
        for m, r in zip(parsed.mentions, parsed.resolutions, strict=True)
        if m.text == text
    ]


def test_the_first_seeds_places_are_on_the_map(first_seed: ParsedArticle) -> None:
    by_name = {r.place.name: r.place for r in first_seed.resolutions if r.place}
    for name, point in POINTS.items():
        place = by_name[name]
        assert geodesic((place.lat, place.lon), point).km < 50, name
    for name, (south, north, west, east) in AREAS.items():
        place = by_name[name]
        assert south < place.lat < north, name
        assert west < place.lon < east, name


def test_old_spellings_find_todays_places(first_seed: ParsedArticle) -> None:
    assert {name for _, name in placed(first_seed, "Kharkov")} == {"Kharkiv"}
    assert {name for _, name in placed(first_seed, "Kiev")} == {"Kyiv"}


def test_the_beijing_that_agreed_is_its_government(first_seed: ParsedArticle) -> None:
    text = first_seed.article.text
    agreed = text.index("Beijing and Moscow agreed")
    types = {
        m.start: m.type for m in first_seed.mentions if m.text == "Beijing" and m.field == "text"
    }
    assert types.pop(agreed) is MentionType.METONYMIC
    assert MentionType.LITERAL in types.values()


def test_a_university_is_a_facility_with_its_city_inside(first_seed: ParsedArticle) -> None:
    mentions, resolutions = first_seed.mentions, first_seed.resolutions
    index = next(i for i, m in enumerate(mentions) if m.text == "Harbin University")
    assert mentions[index].kind_hint is PlaceKind.FACILITY
    place = resolutions[index].place
    assert place is not None
    assert place.kind is PlaceKind.FACILITY
    assert geodesic((place.lat, place.lon), POINTS["Harbin"]).km < 50
    inner = [m.text for m in mentions if m.inside == index]
    assert inner == ["Harbin"]


def test_every_resolution_says_how_sure_and_why(first_seed: ParsedArticle) -> None:
    for mention, resolution in zip(first_seed.mentions, first_seed.resolutions, strict=True):
        assert 0 <= resolution.probability <= 1
        assert resolution.reasons, mention
        total = resolution.probability + sum(a.probability for a in resolution.alternatives)
        assert total <= 1 + 1e-6


def test_offsets_are_code_points_of_their_field(geoparser: Geoparser) -> None:
    article = Article(id="a", title="Élan 🎈 in Kyiv", text="🎈🎈 Snow fell on Zürich and Łódź.")
    parsed = geoparser.parse(article)
    for mention in parsed.mentions:
        field = article.title if mention.field == "title" else article.text
        assert field[mention.start : mention.end] == mention.text
    assert {"Kyiv", "Zürich"} <= {m.text for m in parsed.mentions}


def test_one_article_or_many_gives_the_same(geoparser: Geoparser) -> None:
    articles, _ = seed_articles(Settings())
    together = list(geoparser.parse_many(articles[:4]))
    assert together == [geoparser.parse(a) for a in articles[:4]]


def test_given_spans_come_back_exactly_and_in_order(geoparser: Geoparser) -> None:
    text = "Officials in Paris, Texas, met visitors from Paris."
    spans = [(44, 49), (13, 18), (20, 25)]
    spans = [(text.rindex("Paris"), text.rindex("Paris") + 5), *spans[1:]]
    parsed = geoparser.parse(Article(id="a", text=text), spans=spans)
    assert [(m.start, m.end) for m in parsed.mentions] == spans
    codes = [r.place.country_code for r in parsed.resolutions if r.place]
    assert codes[1:] == ["US", "US"]


@pytest.mark.parametrize("span", [(0, 0), (5, 3), (-1, 4), (0, 1000)])
def test_a_span_outside_the_text_is_refused(geoparser: Geoparser, span: tuple[int, int]) -> None:
    with pytest.raises(InputError, match="Span"):
        geoparser.parse(Article(id="a", text="Rain in Oslo."), spans=[span])


def test_an_article_without_places_is_no_error(geoparser: Geoparser) -> None:
    assert geoparser.parse(Article(id="a", text="Nothing much happened.")).mentions == ()


def test_with_outlets_articles_of_one_paper_help_each_other(geoparser: Geoparser) -> None:
    learning = Geoparser(
        recogniser=geoparser.recogniser, gazetteer=geoparser.gazetteer, outlets=Outlets()
    )
    bare = Article("a", "A man was fined in Paris on Monday, the court said.", outlet="b.example")
    telling = [
        Article(str(n), f"The council of Paris, Texas, met {n} times in May.", outlet="b.example")
        for n in range(4)
    ]
    (alone,) = [r.place for r in geoparser.parse(bare).resolutions]
    first = next(learning.parse_many([bare, *telling]))
    at_home = [r.place for r in first.resolutions]
    assert alone is not None
    assert alone.country_code == "FR"
    assert [place.country_code for place in at_home if place] == ["US"]


def test_the_fingerprint_is_that_of_model_gazetteer_and_coefficients(
    geoparser: Geoparser, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = geoparser.fingerprint
    again = Geoparser(recogniser=geoparser.recogniser, gazetteer=geoparser.gazetteer)
    assert again.fingerprint == before
    for changed in ("recogniser", "gazetteer"):
        other = Geoparser(recogniser=geoparser.recogniser, gazetteer=geoparser.gazetteer)
        monkeypatch.setattr(other, changed, SimpleNamespace(fingerprint="another"))
        assert other.fingerprint != before
    monkeypatch.setattr("geo.geoparser.coefficients", lambda: "others")
    other = Geoparser(recogniser=geoparser.recogniser, gazetteer=geoparser.gazetteer)
    assert other.fingerprint != before
