"""geopy's geocoders over an answer in a file: its own parsing, and no network."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderParseError
from geopy.geocoders import SERVICE_TO_GEOCODER

from geo.geocoding.geopy_service import GeopyService
from geo.geocoding.services import Taste

ANSWERS = Path(__file__).parents[1] / "geo" / "geocoding" / "answers"
_KEYS = {"geonames": {"username": "me"}, "opencage": {"api_key": "k"}, "mapbox": {"api_key": "k"},
         "pelias": {"domain": "pelias.test"}}  # fmt: skip


def answer(service: str) -> Any:
    """What is written in a service's file of answers, to be changed at will."""
    return json.loads((ANSWERS / f"{service}.json").read_text(encoding="utf-8"))


class Replayed:
    """A service that gives one answer whatever it is asked; `asked` are the queries it got."""

    def __init__(self, service: str, said: Any) -> None:
        self.asked: list[dict[str, str]] = []
        text = said if isinstance(said, str) else json.dumps(said)
        geocoder = SERVICE_TO_GEOCODER[service](
            **_KEYS.get(service, {}), adapter_factory=self._adapter(text)
        )
        self.service = GeopyService(service, geocoder, "replayed", Taste())

    def _adapter(self, text: str) -> type[BaseSyncAdapter]:
        asked = self.asked

        class Replaying(BaseSyncAdapter):
            def get_json(self, url: str, **_: Any) -> Any:
                try:
                    return json.loads(self.get_text(url))
                except ValueError as error:
                    raise GeocoderParseError("no JSON") from error

            def get_text(self, url: str, **_: Any) -> str:
                query = parse_qs(urlsplit(url).query)
                asked.append({name: values[0] for name, values in query.items()})
                return text

        return Replaying
