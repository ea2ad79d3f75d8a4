"""The data routes and the middleware, asked without a server."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from dashboard.engine.process import replaced
from dashboard.hosting.api.routes import make_api
from dashboard.hosting.api.thread_pool import Workers
from dashboard.server_settings import ServerSettings
from geo import Geoparser


@pytest.fixture(scope="module")
def api(geoparser: Geoparser) -> Iterator[TestClient]:
    """The data routes on the seeds that ship."""
    assert geoparser  # the gazetteer is compiled
    settings = ServerSettings()
    with replaced(), Workers() as workers:
        yield TestClient(make_api(settings, workers), raise_server_exceptions=False)
