"""The shipped network by plain arithmetic: nothing is cut off, whatever the processor."""

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper
from onnx.reference import ReferenceEvaluator
from onnx.reference.op_run import OpRun
from scipy.special import erf

from geo.recognition.network.document_scores import Floats
from geo.recognition.network.features import Batch
from geo.recognition.network.onnx_network import OUTPUTS


class MatMulInteger(OpRun):
    """Products of bytes, in doubles: exact below 2^53, and with a fast library behind them."""

    def _run(
        self, a: NDArray[np.uint8], b: NDArray[np.int8], zero: NDArray[np.uint8], _: object
    ) -> tuple[NDArray[np.int32]]:
        product = (a.astype(float) - zero) @ b.astype(float)
        return (product.astype(np.int32),)


class BiasGelu(OpRun):
    """onnxruntime's own operator, by its definition."""

    op_domain = "com.microsoft"

    def _run(self, x: Floats, bias: Floats) -> tuple[Floats]:
        total = x + bias
        return (total * np.float32(0.5) * (1 + erf(total / np.sqrt(np.float32(2)))),)


class GatherElements(OpRun):
    """onnx's own fails on the table of positions: it asks numpy to choose among too many."""

    def _run(
        self, data: NDArray[np.int64], indices: NDArray[np.int64], axis: int
    ) -> tuple[NDArray[np.int64]]:
        return (np.take_along_axis(data, indices, axis),)


_OPERATORS = [MatMulInteger, BiasGelu, GatherElements]


class ExactNetwork:
    """Stands in for `OnnxNetwork`."""

    def __init__(self, path: Path) -> None:
        self._evaluator = ReferenceEvaluator(str(path), new_ops=_OPERATORS)

    def __call__(self, batch: Batch) -> tuple[Floats, Floats, Floats]:
        given = {"pieces": batch.pieces, "cases": batch.cases, "known": batch.known}
        inner, outer, types = self._evaluator.run(list(OUTPUTS), given)
        return inner, outer, types


def byte_weights(path: Path) -> dict[str, NDArray[np.int8]]:
    """The weights that the network multiplies as bytes, (inputs, outputs), by name."""
    graph = onnx.load(path).graph
    held = {tensor.name: tensor for tensor in graph.initializer}
    names = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]
    return {name: numpy_helper.to_array(held[name]) for name in names}
