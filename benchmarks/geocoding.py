"""Geocoding: kept answers a second, first lookups at the rate limit, and its share of a parse."""

import http.server
import json
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import parse_qs, urlsplit

from geo import Geoparser, ParsedArticle
from geo.geocoding import Question, Service, complete, services_from
from geo.reading.seeds import seed_articles
from geo.settings import GeocoderOptions, Settings

RATE = 50.0
FIRST, AGAIN, ROUNDS = 100, 1000, 5


def run(say: Callable[[str], None] = print) -> None:
    with _nominatim() as domain, tempfile.TemporaryDirectory() as folder:
        (service,) = services_from(_settings(domain, Path(folder)))
        questions = [Question(f"Place {number}") for number in range(FIRST)]
        first = _seconds(service, questions)
        say(f"first lookups: {FIRST / first:,.1f} a second, of {RATE:g} allowed")
        again = [_seconds(service, (questions * (AGAIN // FIRST))) for _ in range(ROUNDS)]
        say(f"kept answers: {AGAIN / median(again):,.0f} a second (median of {ROUNDS} rounds)")
    _say_share(say)


def _settings(domain: str, folder: Path) -> Settings:
    options = GeocoderOptions(domain=domain, scheme="http", rate=RATE)
    return Settings(
        geocoders=("gazetteer", "nominatim"), geocoder={"nominatim": options}, cache_dir=folder
    )


def _seconds(service: Service, questions: Sequence[Question]) -> float:
    started = time.perf_counter()
    for question in questions:
        service.find(question)
    return time.perf_counter() - started


def _say_share(say: Callable[[str], None]) -> None:
    """What `complete` costs where only the gazetteer is named, and opening the chain too."""
    settings = Settings(geocoders=("gazetteer",))
    articles, _ = seed_articles(settings)
    geoparser = Geoparser(settings)
    list(geoparser.parse_many(articles))  # warm up
    shares = [_share(geoparser, articles, settings) for _ in range(ROUNDS)]
    say(f"share of a parse with the gazetteer alone: {median(shares):.3%}")


def _share(geoparser: Geoparser, articles: Sequence[object], settings: Settings) -> float:
    started = time.perf_counter()
    parsed: list[ParsedArticle] = list(geoparser.parse_many(articles))  # type: ignore[arg-type]
    parsing = time.perf_counter() - started
    started = time.perf_counter()
    services = services_from(settings)
    for article in parsed:
        complete(article, services)
    geocoding = time.perf_counter() - started
    return geocoding / (parsing + geocoding)


@contextmanager
def _nominatim() -> Iterator[str]:
    """A server of this machine that knows every name."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet

        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            body = json.dumps([_place(query.get("q", ["somewhere"])[0])]).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _place(name: str) -> dict[str, object]:
    return {
        "osm_type": "way", "osm_id": 1, "lat": "1.5", "lon": "2.5", "class": "place",
        "type": "city", "name": name, "display_name": f"{name}, Somewhere", "importance": 0.5,
        "address": {"country_code": "cn"},
    }  # fmt: skip
