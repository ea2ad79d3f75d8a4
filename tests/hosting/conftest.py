"""The shipped nginx site with two replicas behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.chromium import Recorder
from support.nginx_site import Replica, Site, nginx


@pytest.fixture
def recorder() -> Recorder:
    """What all pages of one test asked for and complained about."""
    return Recorder()


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site's logs are, and what it serves itself."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def settings(site_folder: Path) -> dict[str, str]:
    """What all replicas are told."""
    return {
        "STREAMLIT_SERVER_BASE_URL_PATH": "dateline",
        "STREAMLIT_SERVER_COOKIE_SECRET": "a secret that both replicas know",
        "DATELINE_DATA_DIR": str(site_folder / "data"),
    }


@pytest.fixture(scope="session")
def running_site(site_folder: Path, settings: dict[str, str]) -> Iterator[Site]:
    with (
        Replica(site_folder, settings) as one,
        Replica(site_folder, settings) as two,
        nginx(site_folder, one, two) as site,
    ):
        yield site


@pytest.fixture
def site(running_site: Site) -> Site:
    """The site as it starts: both replicas answer, and nothing is in nginx's log."""
    running_site.start_anew()
    return running_site
