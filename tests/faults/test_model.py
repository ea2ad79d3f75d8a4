"""A model that is missing, comes back, or goes while it is in use."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import spacy

from dashboard.engine import process as processes
from dashboard.engine.process import process, replaced
from geo.errors import ModelError
from geo.gazetteer import Gazetteer
from geo.model.article import Article
from geo.recognition import Recogniser, recogniser
from geo.settings import Settings


@pytest.fixture
def fresh(gazetteer: Gazetteer) -> Iterator[None]:
    assert gazetteer  # compiled
    with replaced():
        yield


@pytest.mark.usefixtures("fresh")
def test_one_that_comes_back_is_taken_without_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(processes, "time", SimpleNamespace(monotonic=lambda: now[0]))
    folder = tmp_path / "model"
    monkeypatch.setenv("DATELINE_MODEL", str(folder))
    for _ in range(2):
        with pytest.raises(ModelError) as caught:
            process().articles()
        assert str(folder) in str(caught.value)
        assert "/" not in caught.value.for_readers
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Oslo"}])
    nlp.to_disk(folder)
    now[0] += processes.PARSER_PAUSE_S
    (parsed,) = process().articles().parsed([Article("a", "Snow fell on Oslo.")])
    assert [mention.text for mention in parsed.mentions] == ["Oslo"]


@pytest.mark.parametrize("gone", ["toponyms/network.onnx", "config.cfg", "tokenizer"])
def test_the_one_that_ships_broken_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(recogniser.MODEL, folder)
    monkeypatch.setattr(recogniser, "MODEL", folder)
    for damage in (lambda path: path.write_bytes(b"\xde\xad"), Path.unlink):
        damage(folder / gone)
        with pytest.raises(ModelError, match="install dateline again"):
            Recogniser.load(Settings())


def test_one_that_goes_while_in_use_is_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(recogniser.MODEL, folder)
    monkeypatch.setattr(recogniser, "MODEL", folder)
    found = Recogniser.load(Settings())
    before = Recogniser.load(Settings()).fingerprint
    shutil.rmtree(folder)
    ((mention,),) = found.recognise([Article("a", "Snow fell on Oslo.")])
    assert mention.text == "Oslo"
    assert found.fingerprint == before
