"""What is slow to make is made once for all tests."""

import pytest

from geo import Geoparser
from geo.gazetteer import Gazetteer
from geo.settings import Settings


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The real gazetteer, compiled into the user's cache where it is not there yet."""
    return Gazetteer.open(Settings())


@pytest.fixture(scope="session")
def geoparser(gazetteer: Gazetteer) -> Geoparser:
    """The real geoparser, with the pipeline that ships."""
    return Geoparser(gazetteer=gazetteer)
