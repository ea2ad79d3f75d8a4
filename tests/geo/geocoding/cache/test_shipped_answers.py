"""Answers that ship with Dateline: where the service cannot be asked, there alone, and no more."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from support import faulty_proxy as faults
from support.asking import Clock, age, asking
from support.faulty_proxy import Exchange, Proxy, faulty
from support.nominatim_server import Server, result, serve
from support.seed_answers import lines, nobody_listens, shipped_for

from geo import Article, Geoparser
from geo.errors import ServiceUnavailable
from geo.geocoding import Question, complete, credits_of, services_from
from geo.geocoding.cache import maintenance, shipped_answers
from geo.geocoding.readers.openstreetmap import OWN_ID
from geo.model.parsed_article import ParsedArticle
from geo.model.places import PlaceKind, Resolution
from geo.reading.seeds import seed_articles
from geo.settings import Settings

GALUNGGUNG = Question("Galunggung", country_code="ID")
PLACES = {
    ("01-harbin-visit", "Church of the Intercession"), ("01-harbin-visit", "St Sophia"),
    ("03-tohoku-earthquake", "Sendai Airport"),
    ("04-south-sudan-independence", "JUBA - South Sudan"),
    ("04-south-sudan-independence", "Juba Airport"),
    ("05-suez-canal-ever-given", "Manshiyet Rugola"),
    ("06-tham-luang-rescue", "Chiang Rai Prachanukroh Hospital"),
    ("08-eyjafjallajokull-ash-cloud", "Galunggung"),
    ("08-eyjafjallajokull-ash-cloud", "Wawel"),
    ("08-eyjafjallajokull-ash-cloud", "Wawel Cathedral"),
    ("09-chandrayaan-3-landing", "Goonhilly Earth Station"),
    ("10-lismore-floods", "Manly Dam"), ("10-lismore-floods", "Wivenhoe Dam"),
    ("11-fort-mcmurray-wildfire", "Abasand"), ("11-fort-mcmurray-wildfire", "Fort McKay"),
    ("11-fort-mcmurray-wildfire", "Fort McMurray Airport"),
}  # fmt: skip


def settings(folder: Path) -> Settings:
    """Nothing set but the chain and who asks."""
    return Settings(
        geocoders=("gazetteer", "nominatim"), cache_dir=folder, contact="me@example.org"
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def completed(geoparser: Geoparser, folder: Path) -> list[ParsedArticle]:
    """The sample articles, completed while the public service refuses every connection."""
    articles = seed_articles(Settings(seeds=None))[0]
    with nobody_listens() as asked:
        services = services_from(settings(folder))
        done = [complete(parsed, services) for parsed in geoparser.parse_many(articles)]
    assert set(asked) == {"nominatim.openstreetmap.org"}
    return done


def own(articles: Sequence[ParsedArticle]) -> list[tuple[str, str, Resolution]]:
    return [
        (parsed.article.id, mention.text, resolution)
        for parsed in articles
        for mention, resolution in zip(parsed.mentions, parsed.resolutions, strict=True)
        if resolution.source == "shipped"
    ]


def test_places_of_the_sample_articles_are_there_while_the_service_is_not_and_say_so(
    completed: list[ParsedArticle],
) -> None:
    found = own(completed)
    assert {(article, name) for article, name, _ in found} == PLACES
    for _, _, resolution in found:
        assert resolution.place is not None
        assert resolution.place.id.startswith("dl-shipped-")
        assert resolution.place.radius_km == 1.0
        assert (
            "nominatim could not be asked. This point ships with Dateline and is good to about "
            "a kilometre."
        ) in resolution.reasons


def test_nobody_else_is_credited_for_them(completed: list[ParsedArticle]) -> None:
    assert credits_of(resolution for _, _, resolution in own(completed)) == ()


@pytest.mark.usefixtures("completed")
def test_none_of_them_is_among_the_kept_answers(folder: Path) -> None:
    cache = maintenance.opened(settings(folder))
    about = maintenance.about(cache, settings(folder))
    assert (about.answers, about.shipped) == (0, len(lines()))
    assert list(maintenance.exported(cache)) == []
    assert maintenance.clear(cache) == 0
    assert maintenance.about(cache, settings(folder)).shipped == len(lines())


def test_the_same_name_in_another_town_gets_none(geoparser: Geoparser, tmp_path: Path) -> None:
    text = (
        "OMSK, Russia - The Church of the Intercession in Omsk was full on Sunday.\n\n"
        "In Warsaw, a choir sang at Wawel Cathedral in Warsaw."
    )
    parsed = geoparser.parse(Article("other", text, "Choirs"))
    names = {mention.text for mention in parsed.mentions}
    assert {"Church of the Intercession", "Wawel Cathedral"} <= names
    with nobody_listens():
        done = complete(parsed, services_from(settings(tmp_path)))
    assert own([done]) == []


def test_they_carry_no_ids_nor_licence_of_openstreetmap() -> None:
    results = [raw for record in lines() for raw in json.loads(record["body"])]
    assert results
    for raw in results:
        assert not {"osm_id", "osm_type", "place_id", "boundingbox", "icon"} & set(raw)
        assert raw["licence"].startswith("Dateline's own")
        assert raw[OWN_ID]


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    with faulty(server.domain) as running:
        yield running


@pytest.mark.parametrize(
    "ill", [faults.hang_up, faults.status(500), faults.status(429), faults.web_page,
            faults.garbage(b'[{"lat": "north"}, 7]')],
)  # fmt: skip
def test_a_service_that_can_be_asked_knows_better(
    proxy: Proxy, server: Server, tmp_path: Path, ill: faults.Fault
) -> None:
    clock = Clock()
    service = asking(proxy.domain, tmp_path, clock, shipped=shipped_for(proxy.domain))
    proxy.fault = ill
    first, *_ = service.find(GALUNGGUNG)
    assert (first.shipped, first.place.lat) == (True, -7.25)
    proxy.fault = Exchange.pass_on
    clock.now += 2 * 3600
    assert service.find(GALUNGGUNG) == ()
    server.knows("Galunggung", result("Galunggung", -7.26, 108.07))
    asked = asking(proxy.domain, tmp_path / "other", clock, shipped=shipped_for(proxy.domain))
    first, *_ = asked.find(GALUNGGUNG)
    assert (first.shipped, first.place.id, first.place.radius_km) == (False, "osm-way-123", None)


def test_a_service_that_is_left_alone_is_stood_in_for_as_well(proxy: Proxy, tmp_path: Path) -> None:
    service = asking(proxy.domain, tmp_path, Clock(), shipped=shipped_for(proxy.domain))
    proxy.fault = faults.hang_up
    for number in range(5):
        with pytest.raises(ServiceUnavailable):
            service.find(Question(f"Place {number}"))
    asked = len(proxy.paths)
    assert service.closed_for > 0
    assert service.find(GALUNGGUNG)[0].shipped
    assert len(proxy.paths) == asked


@pytest.mark.parametrize("ill", [faults.hang_up, faults.garbage(b'[{"lat": "north"}, 7]')])
def test_what_the_service_said_long_before_goes_first(
    proxy: Proxy, server: Server, tmp_path: Path, ill: faults.Fault
) -> None:
    server.knows("Galunggung", result("Galunggung", -7.26, 108.07))
    service = asking(proxy.domain, tmp_path, Clock(), shipped=shipped_for(proxy.domain))
    (before,) = service.find(GALUNGGUNG)
    age(tmp_path)
    proxy.fault = ill
    (after,) = service.find(GALUNGGUNG)
    assert (after.place, after.shipped) == (before.place, False)
    assert after.kept is not None


def test_that_none_ships_is_not_that_there_is_no_such_place(proxy: Proxy, tmp_path: Path) -> None:
    shipped_empty = shipped_for(proxy.domain)
    for response in shipped_empty.values():
        response._content = b"[]"
    service = asking(proxy.domain, tmp_path, Clock(), shipped=shipped_empty)
    proxy.fault = faults.hang_up
    with pytest.raises(ServiceUnavailable, match="could not be asked about 'Galunggung': try"):
        service.find(replace(GALUNGGUNG, kind=PlaceKind.FACILITY))


@pytest.mark.parametrize("damage", [b"{", b"\xff\xfe", b"7", b'{"url": "http://a/"}', None])
def test_a_damaged_file_is_said_once_and_services_are_asked_all_the_same(
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    damage: bytes | None,
) -> None:
    file = tmp_path / "seed_answers.jsonl"
    if damage is not None:
        file.write_bytes(shipped_answers.FILE.read_bytes() + damage)
    monkeypatch.setattr(shipped_answers, "FILE", file)
    assert services_from(settings(tmp_path))
    (said,) = caplog.messages
    assert str(file) in said
    assert "install Dateline again" in said
    assert (
        asking(server.domain, tmp_path, Clock(), shipped=shipped_answers.shipped_answers()).find(
            Question("Gone")
        )
        == ()
    )
