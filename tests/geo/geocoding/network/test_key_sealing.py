"""A planted key of every geocoder of geopy is in no cache, log, error or repr."""

import logging
import sqlite3
import traceback
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

import pytest
from geopy.geocoders import SERVICE_TO_GEOCODER
from support import faulty_proxy as faults
from support.asking import Clock, settings_for
from support.faulty_proxy import Exchange, Fault, Proxy, faulty
from support.nominatim_server import Server, serve

from geo.errors import ServiceUnavailable
from geo.geocoding import service_factory
from geo.geocoding.cache.answer_cache import LocalAnswers, answers_of
from geo.geocoding.geopy_service import GeopyService
from geo.geocoding.network.key_sealing import Seal
from geo.geocoding.network.rate_limits import Breaker, Turns
from geo.geocoding.service_options import _SECRET, _parameters, prepared
from geo.geocoding.transport import Manners
from geo.settings import GeocoderOptions

SECRET = "open+sesame/73901="  # noqa: S105
PLAIN = "open+sesame/73901"


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    with faulty(server.domain) as running:
        yield running


def echo(status: int) -> Fault:
    """Answers with what it was asked, keys and all."""

    def repeat(exchange: Exchange) -> None:
        path = exchange.handler.path
        body = f'{{"error": "{path} {unquote(path)}", "message": "{SECRET}", "status": "x"}}'
        exchange.answer(status, body.encode())

    return repeat


WITH_KEYS = sorted(
    name for name, geocoder in SERVICE_TO_GEOCODER.items() if _SECRET & set(_parameters(geocoder))
)


def made(name: str, proxy: Proxy, folder: Path) -> GeopyService:
    parameters = _parameters(SERVICE_TO_GEOCODER[name])
    given = dict.fromkeys(sorted(_SECRET & set(parameters)), SECRET)
    if name in {"here", "googlev3", "google"}:
        given.pop("app_id", None)
        given.pop("app_code", None)
    if name == "arcgis":
        given |= {"referer": "http://example.org", "auth_domain": proxy.domain}
    settings = settings_for(proxy.domain, folder, name, **given)
    options = settings.geocoder[name]
    assert SECRET not in repr(options) + repr(settings) + str(settings.model_dump())
    if "domain" not in parameters:
        options = GeocoderOptions(scheme="http", **given)
        settings = settings.model_copy(
            update={"geocoder": {name: options.model_copy(update={"domain": ""})}}
        )
    if name in {"arcgis", "liveaddress", "what3words", "what3wordsv3"}:
        schemeless = settings.geocoder[name].model_copy(update={"scheme": ""})
        settings = settings.model_copy(update={"geocoder": {name: schemeless}})
    ready = prepared(name, settings)
    clock = Clock()
    cache = answers_of(settings, LocalAnswers(folder / "geocoding.sqlite", 10_000_000))
    manners = Manners(Turns.of_process(1000), Breaker(most=99), clock.sleep)
    return service_factory.service(ready, cache, manners)


@pytest.mark.filterwarnings("ignore:IGNFrance no longer", "ignore:Since December 2019")
@pytest.mark.parametrize("name", WITH_KEYS)
def test_no_key_is_anywhere(
    name: str, proxy: Proxy, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    service_factory._hush()
    caplog.set_level(logging.DEBUG)
    service = made(name, proxy, tmp_path)
    geocoder = service._geocoder
    _to(geocoder, proxy.domain)
    said = [repr(service), repr(geocoder), repr(vars(geocoder)), repr(geocoder.adapter.__dict__)]
    for fault in (echo(200), echo(401), echo(500), faults.hang_up, faults.redirecting(),
                  faults.garbage(b"[]"), faults.garbage(b"{}")):  # fmt: skip
        proxy.fault = fault
        said.append(_what_comes_of(lambda: geocoder.geocode("Harbin")))
        said.append(_what_comes_of(lambda: service.reverse(45.7, 126.6)))
    _to(geocoder, "127.0.0.1:1")  # where nobody listens
    said.append(_what_comes_of(lambda: geocoder.geocode("Harbin")))
    said += [record.getMessage() + repr(record.args) for record in caplog.records]
    said.append(caplog.text)
    assert proxy.paths, "it was asked nothing"
    assert any(SECRET in unquote(path) for path in proxy.paths) or name == "ignfrance"
    with sqlite3.connect(tmp_path / "geocoding.sqlite") as connection:
        said.append("\n".join(connection.iterdump()))
    connection.close()
    said += [file.read_bytes().decode("latin-1") for file in tmp_path.iterdir()]
    for text in said:
        assert PLAIN not in unquote(text)


def _to(geocoder: object, domain: str) -> None:
    """Send what a class of geopy's has written in its addresses to a server of this machine."""
    for field, value in list(vars(geocoder).items()):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            setattr(
                geocoder, field, urlunsplit(urlsplit(value)._replace(scheme="http", netloc=domain))
            )


def _what_comes_of(ask: object) -> str:
    try:
        return repr(ask())  # type: ignore[operator]
    except ServiceUnavailable as error:
        return "".join(traceback.format_exception(error))
    except Exception as error:  # noqa: BLE001 - geopy's own
        return "".join(traceback.format_exception(error)) + repr(error) + repr(error.__context__)


def test_short_user_names_are_not_looked_for_in_answers() -> None:
    seal = Seal()
    shown = seal.stand_in("demo")
    assert seal.sealed(b"democracy") == b"democracy"
    assert seal.opened(f"?username={shown}") == "?username=demo"


def test_what_urllib3_logs_of_an_address_has_no_token(caplog: pytest.LogCaptureFixture) -> None:
    service_factory._hush()
    caplog.set_level(logging.DEBUG)
    logging.getLogger("urllib3.connectionpool").debug(
        '%s "%s %s"', "http://a", "GET", "/find?q=Harbin&token=abc-123&f=json HTTP/1.1"
    )
    assert "abc-123" not in caplog.text
    assert "Harbin" in caplog.text
    assert "f=json" in caplog.text
