"""Real faults: each test makes one, in SQLite and, where a server can be had, in PostgreSQL."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from support.postgres import USER, cluster, programs

from geo.settings import Settings


@pytest.fixture(scope="session")
def server() -> Iterator[Path]:
    """The folder of a PostgreSQL server that tests may stop and start."""
    if programs() is None:
        warnings.warn("Faults are not made with PostgreSQL: install it", stacklevel=1)
        pytest.skip("no PostgreSQL here")
    with cluster() as folder:
        yield folder


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server)])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of an empty library."""
    if request.param == "sqlite":
        return Settings(data_dir=tmp_path / "data", database_url="")
    return on_server(request.getfixturevalue("server"))


@pytest.fixture
def on_postgresql(server: Path) -> Settings:
    """Settings of an empty library on the server."""
    return on_server(server)


def on_server(folder: Path) -> Settings:
    address = f"{USER}@/postgres?host={folder}"
    engine = create_engine(f"postgresql+psycopg://{address}")
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    engine.dispose()
    return Settings(database_url=f"postgresql://{address}")
