"""One recogniser for all tests of this folder: loading takes a second."""

import pytest

from geo.recognition import Recogniser
from geo.settings import Settings


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    return Recogniser.load(Settings())
