"""Makes geo/geocoding/cache/seed_answers.jsonl: what the step `complete` asks for the seeds.

    python scripts/seed_answers.py [--domain HOST:PORT] [-o FILE]

A real Nominatim is asked, over http: the one at --domain, or that of the tests with its
hand-written extract, started for it. Its answers are written down as if the public Nominatim had
been asked, so that whoever names nominatim and nothing else meets them. They are not
OpenStreetMap's: only points and names that tests/nominatim/extract.osm says are taken, no ids.
"""

import argparse
import json
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from geopy.geocoders import Nominatim

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.nominatim import nominatim

from geo import Geoparser
from geo.geocoding import Finding, Question, Service, complete, services_from
from geo.geocoding.cache import maintenance
from geo.geocoding.cache.shipped_answers import FILE
from geo.geocoding.readers.answer_values import hashed
from geo.geocoding.readers.openstreetmap import OWN_ID
from geo.reading.seeds import seed_articles
from geo.settings import GeocoderOptions, Settings

WHOSE = (
    "Dateline's own: written by hand from general knowledge, good to about a kilometre, "
    "nothing of OpenStreetMap's. MIT licence, as Dateline."
)
WHEN = "2026-01-01T00:00:00+00:00"
"""So that the file changes only where an answer does; no answer of it is ever fresh."""
TAKEN = ("class", "type", "addresstype", "place_rank", "name", "display_name", "lat", "lon")
"""What Dateline reads of a result, besides names, importance and country."""


class Noting:
    """A service that notes what it is asked and what it answers."""

    closed_for = 0.0

    def __init__(self, service: Service) -> None:
        self.name, self._service = service.name, service
        self.answers: dict[Question, tuple[Finding, ...]] = {}

    def find(self, question: Question) -> tuple[Finding, ...]:
        self.answers[question] = self._service.find(question)
        return self.answers[question]

    def reverse(self, lat: float, lon: float) -> Any:
        return self._service.reverse(lat, lon)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--domain", help="a Nominatim over tests/nominatim/extract.osm")
    parser.add_argument("-o", "--out", type=Path, default=FILE)
    given = parser.parse_args()
    running: AbstractContextManager[str] = (
        nullcontext(given.domain) if given.domain else nominatim()
    )
    with running as domain:
        lines = sorted({line(record) for record in recorded(domain)})
    given.out.write_text("".join(lines), encoding="utf-8", newline="\n")


def recorded(domain: str) -> Iterator[dict[str, str]]:
    """What a Nominatim answers to the questions that give a seed's mention its place."""
    for question in questions(domain):
        with tempfile.TemporaryDirectory() as folder:  # its cache holds this question's alone
            settings = settings_for(domain, folder)
            services_from(settings)[0].find(question)
            yield from maintenance.exported(maintenance.opened(settings))


def questions(domain: str) -> list[Question]:
    """The questions about all seeds whose answer becomes a mention's place."""
    geoparser = Geoparser()
    useful: list[Question] = []
    with tempfile.TemporaryDirectory() as folder:
        (service,) = services_from(settings_for(domain, folder))
        for article in seed_articles(Settings(seeds=None))[0]:
            noting = Noting(service)
            done = complete(geoparser.parse(article), [noting])
            placed = {r.place.id for r in done.resolutions if r.place and r.source == service.name}
            for question, findings in noting.answers.items():
                if any(finding.place.id in placed for finding in findings):
                    useful.append(question)
                    print(f"{article.id}: {question.name}", file=sys.stderr)
    return useful


def settings_for(domain: str, folder: str) -> Settings:
    options = GeocoderOptions(domain=domain, scheme="http", rate=1000, timeout=20)
    chain = ("gazetteer", "nominatim")
    return Settings(geocoders=chain, geocoder={"nominatim": options}, cache_dir=Path(folder))


def line(record: Mapping[str, str]) -> str:
    """A record as it ships: at the public address, with results of ours, past its time."""
    ours = [result(raw) for raw in json.loads(record["body"])]
    body = json.dumps(sorted(ours, key=order), ensure_ascii=False)
    written = {"url": public(record["url"]), "body": body, "created": WHEN, "expires": WHEN}
    return json.dumps(written, ensure_ascii=False) + "\n"


def public(url: str) -> str:
    """The same address at the Nominatim that geopy asks unless told otherwise."""
    default = Nominatim(user_agent="Dateline")
    host = urlsplit(f"{default.scheme}://{default.domain}")
    return urlunsplit(urlsplit(url)._replace(scheme=host.scheme, netloc=host.netloc))


def result(raw: Mapping[str, Any]) -> dict[str, Any]:
    name, point = raw["name"], f"{raw['lat']} {raw['lon']}"
    own = {OWN_ID: f"{slug(name)}-{hashed(f'{name} {point}')[:8]}", "licence": WHOSE}
    taken = {key: raw[key] for key in TAKEN}
    names = dict(sorted(raw["namedetails"].items()))
    country = {"country_code": raw["address"]["country_code"]}
    weight = round(raw["importance"], 4)
    return own | taken | {"importance": weight, "address": country, "namedetails": names}


def order(ours: Mapping[str, Any]) -> Sequence[object]:
    return -ours["importance"], ours[OWN_ID]


def slug(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "place"


if __name__ == "__main__":
    main()
