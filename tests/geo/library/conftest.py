"""Each test of the library runs in SQLite and, where a server can be had, in PostgreSQL."""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from support.postgres import NAMED, postgres

from geo.library import Library
from geo.settings import Settings


@pytest.fixture(scope="session")
def postgres_address() -> Iterator[str]:
    with postgres() as address:
        if address is None:
            missing = f"no PostgreSQL here: install it, or name one in {NAMED}"
            warnings.warn(f"The library is not tested with PostgreSQL: {missing}", stacklevel=1)
            pytest.skip(missing)
        yield address


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server)])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of an empty library."""
    if request.param == "sqlite":
        return Settings(data_dir=tmp_path / "data", database_url="")
    address = request.getfixturevalue("postgres_address")
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    engine.dispose()
    return Settings(data_dir=tmp_path / "data", database_url=address)


@pytest.fixture
def open_library() -> Iterator[Callable[[Settings], Library]]:
    opened: list[Library] = []

    def open_one(settings: Settings) -> Library:
        opened.append(Library.open(settings))
        return opened[-1]

    yield open_one
    for library in opened:
        library.close()


@pytest.fixture
def library(settings: Settings, open_library: Callable[[Settings], Library]) -> Library:
    return open_library(settings)
