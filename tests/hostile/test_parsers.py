"""No input, however odd, makes a parser do anything but read it or say why not."""

import pytest
from hostile.properties import check
from hostile.seeds import SEEDS
from hostile.targets import TARGETS
from support.killing import FULL

SLOW = {"html", "docx", "feed", "pdf"}
TIMES = 2 if FULL else 1


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes(name: str) -> None:
    check(name, examples=TIMES * (20 if name in SLOW else 75))


@pytest.mark.parametrize("name", TARGETS)
def test_what_fuzzing_begins_with(name: str) -> None:
    assert SEEDS[name]
    for data in SEEDS[name]:
        TARGETS[name](data)
