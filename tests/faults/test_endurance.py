"""Memory while very many different articles are read: it stays as it is once all is warm."""

import json
import subprocess
import sys
from pathlib import Path

from support.killing import FULL, ROOT

from geo.gazetteer import Gazetteer

PROGRAM = Path(__file__).parents[1] / "support" / "reading_many.py"
WARM, MEASURED = (300, 500) if FULL else (60, 40)
MOST = 1.10


def test_memory_is_flat_while_articles_come_and_go(gazetteer: Gazetteer) -> None:
    assert gazetteer  # compiled
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(WARM), str(MEASURED)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert found["after"] / found["before"] < MOST, found["seen"]
