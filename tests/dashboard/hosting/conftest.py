"""The data routes and the middleware, asked without a server."""

from collections.abc import Iterator

import pytest
import streamlit as st
from starlette.testclient import TestClient

from dashboard.hosting.api.routes import make_api
from dashboard.hosting.api.thread_pool import Workers
from geo import Geoparser
from geo.settings import Settings


@pytest.fixture(scope="module")
def api(geoparser: Geoparser) -> Iterator[TestClient]:
    """The data routes on the seeds that ship."""
    assert geoparser  # the gazetteer is compiled
    st.cache_resource.clear()
    settings = Settings()
    with Workers() as workers:
        yield TestClient(make_api(settings, workers), raise_server_exceptions=False)
