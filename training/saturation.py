"""Weights whose products no processor cuts off, so that the network answers the same on each.

    python -m training.saturation network.onnx     a network of eight bits, rewritten in its place

onnxruntime multiplies bytes of activations (0 to 255) by signed bytes of weights. A processor
with int8 dot products adds them exactly; one without (AVX2 alone, SSE) adds the products of two
neighbours in sixteen bits and cuts the sum off at 32,767. So no two neighbours of one output
channel may come to more than 128. Where two do, the channel's scale is widened until none does:
halving every weight would hold too, and costs twice the precision. Embeddings are looked up and
never multiplied as bytes: they stay as they are.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

MOST = 128
"""Of two neighbours' weights, together: 255 x 128 is 32,640."""

STEP = 1.001
"""How much a scale is widened at a time where rounding takes two neighbours over again."""


def main() -> None:
    """Rewrite the network that the arguments name."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("network", type=Path, help="ONNX file with weights of eight bits")
    rewrite(parser.parse_args().network)


def rewrite(path: Path) -> None:
    """Make every product of a network exact on every processor, in its file."""
    model = onnx.load(path)
    held = {tensor.name: tensor for tensor in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            _widen(held, node)
    onnx.save(model, path)


def _widen(held: dict[str, onnx.TensorProto], node: onnx.NodeProto) -> None:
    name, zero = node.input[1], node.input[3]
    weights = numpy_helper.to_array(held[name])
    if weights.dtype != np.int8 or numpy_helper.to_array(held[zero]).any():
        raise ValueError(f"{name}: only signed weights around zero can be narrowed")
    # the name that onnxruntime's quantiser gives it
    scale = held[name.removesuffix("_quantized") + "_scale"]
    factors, narrowed = narrow(weights)
    scales = numpy_helper.to_array(scale) * factors
    held[name].CopyFrom(numpy_helper.from_array(narrowed, name))
    scale.CopyFrom(numpy_helper.from_array(scales.astype(np.float32), scale.name))


def narrow(weights: NDArray[np.int8]) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
    """By what each column's scale is widened, and the weights at the new scales."""
    factors = np.maximum(neighbours(weights) / MOST, 1.0)
    while True:
        narrowed = np.rint(weights / factors).astype(np.int8)
        over = neighbours(narrowed) > MOST
        if not over.any():
            return factors, narrowed
        factors = np.where(over, factors * STEP, factors)


def neighbours(weights: NDArray[np.int8]) -> NDArray[np.int64]:
    """The most that two neighbours come to, by column: those of one sign add up, as activations
    have none. Neighbours are rows 0 and 1, 2 and 3, and so on."""
    rows = np.pad(weights.astype(np.int64), ((0, len(weights) % 2), (0, 0)))
    up, down = rows.clip(min=0), -rows.clip(max=0)
    both = np.maximum(up[::2] + up[1::2], down[::2] + down[1::2])
    most: NDArray[np.int64] = both.max(axis=0)
    return most


if __name__ == "__main__":
    main()
