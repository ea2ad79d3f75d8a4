"""The shipped nginx site with two replicas behind it."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from support.chromium import Recorder
from support.nginx_site import Site, nginx
from support.served import served


@pytest.fixture
def recorder() -> Recorder:
    """What all pages of one test asked for and complained about."""
    return Recorder()


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """What all replicas are told."""
    return {
        "STREAMLIT_SERVER_BASE_URL_PATH": "dateline",
        "STREAMLIT_SERVER_COOKIE_SECRET": "a secret that both replicas know",
        "DATELINE_DATA_DIR": str(tmp_path / "data"),
    }


@pytest.fixture
def site(tmp_path: Path, settings: dict[str, str]) -> Iterator[Site]:
    with ExitStack() as stack:
        one, two = (stack.enter_context(served(tmp_path, **settings)) for _ in range(2))
        yield stack.enter_context(nginx(tmp_path, one, two))
