"""The shipped network's byte weights, and the same network by products that nothing cuts off."""

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from geo.recognition.network.onnx_network import OnnxNetwork


def byte_weights(path: Path) -> dict[str, NDArray[np.int8]]:
    """The weights that the network multiplies as bytes, (inputs, outputs), by name."""
    graph = onnx.load(path).graph
    held = {tensor.name: tensor for tensor in graph.initializer}
    names = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]
    return {name: numpy_helper.to_array(held[name]) for name in names}


def unsigned(weights: NDArray[np.int8]) -> NDArray[np.uint8]:
    """The same weights around 128: no processor adds their products in sixteen bits."""
    return (weights.astype(int) + 128).astype(np.uint8)


def exact_network(path: Path) -> OnnxNetwork:
    """The network with its weights around 128: whole numbers as they are, floats as ever."""
    model = onnx.load(path)
    held = {tensor.name: tensor for tensor in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            for name in (node.input[1], node.input[3]):  # weights and zero points
                moved = unsigned(numpy_helper.to_array(held[name]))
                held[name].CopyFrom(numpy_helper.from_array(moved, name))
    return OnnxNetwork(model.SerializeToString())
