"""The shipped pipeline as a spaCy pipeline: loaded, saved, and broken."""

import shutil
from pathlib import Path

import pytest
import spacy

from geo.recognition.annotation import TOPONYMS, TYPES
from geo.recognition.components import NETWORK, VOCABULARY, Toponyms, blank
from geo.recognition.network.onnx_network import OnnxNetwork
from geo.recognition.recogniser import MODEL

TEXT = "Ministers of Kenya flew to Kampala University."


def test_it_loads_with_spacy_alone_and_marks_a_document() -> None:
    doc = spacy.load(MODEL)(TEXT)
    assert [span.text for span in doc.spans[TOPONYMS]] == ["Kenya", "Kampala"]
    assert "Kampala University" in {entity.text for entity in doc.ents}
    assert doc.user_data[TYPES].shape == (len(doc), 8)
    assert doc.user_data[TYPES].sum(axis=1) == pytest.approx([1] * len(doc), abs=1e-5)


def test_a_saved_pipeline_says_the_same(tmp_path: Path) -> None:
    nlp = spacy.load(MODEL)
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert (again(TEXT).user_data[TYPES] == nlp(TEXT).user_data[TYPES]).all()


def test_torch_is_not_needed_to_run() -> None:
    import sys

    spacy.load(MODEL)(TEXT)
    assert "torch" not in sys.modules


@pytest.mark.parametrize("content", [b"", b"<html>", b"\x08\x07" * 500])
def test_a_broken_network_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="network"):
        OnnxNetwork(content)


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    shutil.copyfile(MODEL / "toponyms" / VOCABULARY, tmp_path / VOCABULARY)
    with pytest.raises(OSError, match=NETWORK):
        Toponyms().from_disk(tmp_path)


def test_an_empty_component_says_that_it_is_empty() -> None:
    with pytest.raises(ValueError, match="load it from disk"):
        Toponyms()(blank().make_doc(TEXT))


def test_a_document_without_words_is_left_alone() -> None:
    nlp = spacy.load(MODEL)
    for text in ("", "   ", "\n\n", "\u200b"):
        assert list(nlp(text).ents) == []
