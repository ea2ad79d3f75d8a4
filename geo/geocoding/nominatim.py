"""OpenStreetMap's Nominatim, through geopy, cached, and asked with what the article says."""

import importlib
import sqlite3
from functools import partial

from geopy.exc import GeopyError

from geo.errors import ServiceUnavailable
from geo.geocoding.geopy_service import GeopyService
from geo.geocoding.limits import Gate
from geo.geocoding.osm import StructuredNominatim
from geo.geocoding.services import Service, Taste
from geo.settings import Settings

CACHE_FILE = "geocoding.sqlite"


def services_from(settings: Settings) -> tuple[Service, ...]:
    """The services the settings name, none where geocoding is off.

    Make them once a process: they hold the rate limit. Raises ServiceUnavailable where the
    settings or the installation lack something.
    """
    return (NominatimService(settings),) if settings.geocoding else ()


class NominatimService(GeopyService):
    """Asks a Nominatim server; every answer is kept on disk and never asked for twice."""

    def __init__(self, settings: Settings, gate: Gate | None = None) -> None:
        if not settings.nominatim_user_agent.strip():
            raise ServiceUnavailable(
                "Online geocoding needs to say who is asking: set DATELINE_NOMINATIM_USER_AGENT "
                "to a name with an address to write to, or DATELINE_GEOCODING to false."
            )
        geocoder = _geocoder(settings, gate or Gate(settings.geocoding_rate))
        super().__init__("nominatim", geocoder, settings.nominatim_domain, Taste())


def _geocoder(settings: Settings, gate: Gate) -> StructuredNominatim:
    try:
        transport = importlib.import_module("geo.geocoding.transport")
    except ImportError as error:
        raise ServiceUnavailable(
            f"Online geocoding needs a package that is missing ({error.name}): "
            'install it with pip install "dateline[online]".'
        ) from error
    path = settings.cache_dir / CACHE_FILE
    try:
        settings.cache_dir.mkdir(parents=True, exist_ok=True)
        return StructuredNominatim(
            user_agent=settings.nominatim_user_agent,
            domain=settings.nominatim_domain,
            scheme=settings.nominatim_scheme,
            timeout=settings.geocoding_timeout,
            adapter_factory=partial(transport.CachedAdapter, path=path, gate=gate),
        )
    except (GeopyError, OSError, sqlite3.Error) as error:
        raise ServiceUnavailable(
            f"The geocoder at {settings.nominatim_domain} cannot be used with the cache {path} "
            f"({error}): check the DATELINE_ settings."
        ) from error
