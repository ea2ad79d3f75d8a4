"""The chain of geocoders that the settings name, in their order.

The gazetteer has been asked by the geoparser before; where it is the only one, nothing of what
online services need is imported.
"""

import importlib

from geo.errors import ServiceUnavailable, SettingsError
from geo.geocoding.services import Service
from geo.settings import Settings

GAZETTEER = "gazetteer"


def services_from(settings: Settings) -> tuple[Service, ...]:
    """The online services of the chain, none where only the gazetteer is named.

    Make them once a process: they hold the rate limits. Raises SettingsError where the settings
    name what there is not, and ServiceUnavailable where the installation lacks something.
    """
    named = online_names(settings)
    if not named:
        return ()
    try:
        making = importlib.import_module("geo.geocoding.service_factory")
    except ImportError as error:
        raise ServiceUnavailable(
            f"Online geocoding needs a package that is missing ({error.name}): "
            'install it with pip install "dateline[online]".'
        ) from error
    services: tuple[Service, ...] = making.services(named, settings)
    return services


def online_names(settings: Settings) -> tuple[str, ...]:
    """The names in the chain but the gazetteer's, each once; imports nothing."""
    named = tuple(dict.fromkeys(settings.geocoders))
    if GAZETTEER in named[1:]:
        raise SettingsError(
            "DATELINE_GEOCODERS must name gazetteer first: the others are asked about what it "
            "does not know."
        )
    return tuple(name for name in named if name != GAZETTEER)
