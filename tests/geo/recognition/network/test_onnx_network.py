"""The trained network answers the same on every processor, and tells its makers nothing."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from support.exact_network import byte_weights, exact_network, unsigned
from support.served import ROOT

from geo.gazetteer import Gazetteer
from geo.reading.seeds import seed_articles
from geo.recognition import Recogniser
from geo.recognition.components import NETWORK
from geo.recognition.network.document_scores import Floats
from geo.recognition.network.features import Batch
from geo.recognition.network.onnx_network import OnnxNetwork
from geo.recognition.recogniser import MODEL
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


FILE = MODEL / "toponyms" / NETWORK
WEIGHTS = byte_weights(FILE)
SIXTEEN_BITS = np.iinfo(np.int16)


def worst(weights: NDArray[np.int8]) -> NDArray[np.uint8]:
    """For each column two rows of bytes: 255 where it is positive, and 255 where it is not."""
    positive = (weights.T > 0).astype(np.uint8) * np.uint8(255)
    return np.concatenate([positive, 255 - positive])


def by_onnxruntime(
    a: NDArray[np.uint8], weights: NDArray[np.int8] | NDArray[np.uint8]
) -> NDArray[np.int32]:
    """The product of bytes as this processor makes it, of constant weights as in the network."""
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["a", "weights"], ["product"])], "product",
        [helper.make_tensor_value_info("a", TensorProto.UINT8, list(a.shape))],
        [helper.make_tensor_value_info("product", TensorProto.INT32, None)],
        [numpy_helper.from_array(weights, "weights")],
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    (product,) = session.run(None, {"a": a})
    return np.asarray(product)


@pytest.mark.parametrize("name", WEIGHTS)
def test_the_products_of_two_neighbours_fit_sixteen_bits(name: str) -> None:
    """Processors without int8 dot products cut their sum off there (training/saturation.py)."""
    weights = WEIGHTS[name].astype(int)
    up, down = 255 * weights.clip(min=0), 255 * weights.clip(max=0)
    assert (up[::2] + up[1::2]).max() <= SIXTEEN_BITS.max
    assert (down[::2] + down[1::2]).min() >= SIXTEEN_BITS.min


def test_this_processor_cuts_off_no_product_of_the_network() -> None:
    assert len(WEIGHTS) == 39
    for weights in WEIGHTS.values():
        some = weights[:, :64]
        a = worst(some)
        exact = a.astype(np.int64) @ some.astype(np.int64)
        assert (by_onnxruntime(a, some) == exact).all()
        around = 128 * a.astype(np.int64).sum(axis=1, keepdims=True)
        assert (by_onnxruntime(a, unsigned(some)) - around == exact).all()


def test_real_text_is_read_as_by_exact_arithmetic(recogniser: Recogniser) -> None:
    """Score by score, to the bit: floats are added alike in both."""
    shipped, exact = OnnxNetwork.load(FILE), exact_network(FILE)
    batches: list[Batch] = []

    def both(batch: Batch) -> tuple[Floats, Floats, Floats]:
        batches.append(batch)
        scores = shipped(batch)
        for ours, theirs in zip(scores, exact(batch), strict=True):
            assert (ours == theirs).all()
        return scores

    articles = seed_articles(Settings(seeds=None))[0][:3]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recogniser._own.get_pipe("toponyms")._reader, "_network", both)
        assert all(recogniser.recognise(articles))
    assert len(batches) > 9
