"""The server does what its OpenAPI description says, asked by schemathesis over loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from support.served import served

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    folder: Path = tmp_path_factory.mktemp("described")
    with served(folder, DATELINE_DATA_DIR=str(folder)) as server:
        yield schemathesis.openapi.from_url(f"{server.address}/api/openapi.json")


@pytest.mark.parametrize("path", ["/places.geojson", "/mentions.csv"])
def test_answers_are_as_described(schema: schemathesis.BaseSchema, path: str) -> None:
    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=schema[path]["GET"].as_strategy())
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate()

    ask()
