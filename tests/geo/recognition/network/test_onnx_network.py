"""The trained network is run by a library that would tell its makers about it."""

import os
import subprocess
import sys
from pathlib import Path

from support.served import ROOT

from geo.gazetteer import Gazetteer
from geo.settings import Settings

READ = """
from geo import Article, Geoparser
assert Geoparser().parse(Article(id="a", text="Snow fell in Oslo.")).mentions
"""


def test_onnxruntime_keeps_nothing_to_tell_its_makers(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """It tells no more than it has queued in a file in the user's cache folder."""
    assert gazetteer  # compiled, and not again in the other home
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    home["DATELINE_CACHE_DIR"] = str(Settings().cache_dir)
    environment = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"} | home
    subprocess.run([sys.executable, "-c", READ], env=environment, check=True)
    assert list(tmp_path.rglob("*onnxruntime*")) == []
