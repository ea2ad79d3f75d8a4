"""Each test of the page has a process of its own, which reads the settings that the test makes."""

from collections.abc import Iterator

import pytest

from dashboard.engine.process import replaced


@pytest.fixture(autouse=True)
def own_process() -> Iterator[None]:
    """The process is made when it is first asked for, of the environment as it is then."""
    with replaced():
        yield
