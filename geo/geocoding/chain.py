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
    """Make the online geocoding services that the settings name.

    Make them once a process: they hold the rate limits. Nothing is asked yet.

    Parameters
    ----------
    settings
        `geocoders` names the services in order, `geocoder` their options, `contact` the address
        that public ones require.

    Returns
    -------
    tuple of Service
        One for each name but "gazetteer", in order; empty if only the gazetteer is named.

    Raises
    ------
    SettingsError
        The settings name a service or an option that does not exist, or miss one that is
        required.
    ServiceUnavailable
        A package of the extra `online` is not installed.

    Examples
    --------
    >>> from geo.geocoding import services_from
    >>> from geo.settings import Settings
    >>> services_from(Settings(geocoders=("gazetteer",)))
    ()
    >>> online = Settings(geocoders=("gazetteer", "nominatim"), contact="maps@example.org")
    >>> [service.name for service in services_from(online)]
    ['nominatim']
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
