"""No input, however odd, makes a parser do anything but read it or say why not."""

import pytest
from hostile.properties import check
from hostile.seeds import SEEDS
from hostile.targets import TARGETS

SLOW = {"html", "docx", "feed", "pdf"}


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes(name: str) -> None:
    check(name, examples=40 if name in SLOW else 150)


@pytest.mark.parametrize("name", TARGETS)
def test_what_fuzzing_begins_with(name: str) -> None:
    assert SEEDS[name]
    for data in SEEDS[name]:
        TARGETS[name](data)
