"""Weights whose byte products fit sixteen bits, and that say what they said before."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from support.exact_network import byte_weights

from training import saturation


def column(*weights: int) -> NDArray[np.int8]:
    return np.array(weights, dtype=np.int8)[:, None]


@pytest.mark.parametrize(
    ("weights", "most"),
    [
        (column(100, 28), 128),
        (column(100, 100), 200),
        (column(-100, -100), 200),
        (column(100, -100), 100),
        (column(1, 100, 100, 1), 101),
        (column(0, 0, 127), 127),
    ],
)
def test_neighbours_of_one_sign_add_up(weights: NDArray[np.int8], most: int) -> None:
    assert saturation.neighbours(weights).tolist() == [most]


def test_a_column_that_fits_stays_and_one_that_does_not_is_widened_as_little_as_it_takes() -> None:
    rng = np.random.default_rng(0)
    weights = rng.integers(-127, 128, (64, 50)).astype(np.int8)
    weights[:, :5] //= 2
    factors, narrowed = saturation.narrow(weights)
    assert saturation.neighbours(narrowed).max() <= saturation.MOST
    assert (narrowed[:, :5] == weights[:, :5]).all()
    assert (factors[:5] == 1).all()
    assert factors.max() < 2
    assert np.abs(narrowed * factors - weights).max() <= factors.max() / 2
    again, same = saturation.narrow(narrowed)
    assert (again == 1).all()
    assert (same == narrowed).all()


def written(path: Path, weights: NDArray[np.int8], zero: int = 0) -> Path:
    """A network of one layer, as onnxruntime's quantiser writes it."""
    outputs = weights.shape[1]
    held = {
        "w_quantized": weights,
        "w_zero_point": np.full(outputs, zero, np.int8),
        "w_scale": np.linspace(0.5, 1.5, outputs, dtype=np.float32),
    }
    nodes = [
        helper.make_node("DynamicQuantizeLinear", ["x"], ["q", "q_scale", "q_zero"]),
        helper.make_node("MatMulInteger", ["q", "w_quantized", "q_zero", "w_zero_point"], ["i"]),
        helper.make_node("Cast", ["i"], ["f"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["q_scale", "w_scale"], ["scale"]),
        helper.make_node("Mul", ["f", "scale"], ["y"]),
    ]
    graph = helper.make_graph(
        nodes, "layer",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [None, len(weights)])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [None, outputs])],
        [numpy_helper.from_array(array, name) for name, array in held.items()],
    )  # fmt: skip
    opsets = [helper.make_opsetid("", 20)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=10), path)
    return path


def test_a_rewritten_network_answers_nearly_as_before(tmp_path: Path) -> None:
    weights = np.random.default_rng(0).integers(-127, 128, (64, 50)).astype(np.int8)
    path = written(tmp_path / "network.onnx", weights)
    x = np.random.default_rng(1).random((4, 64), dtype=np.float32)
    before = x @ (weights * np.linspace(0.5, 1.5, 50))
    saturation.rewrite(path)
    (narrowed,) = byte_weights(path).values()
    assert saturation.neighbours(narrowed).max() <= saturation.MOST
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (after,) = session.run(["y"], {"x": x})
    off = np.linalg.norm(after - before) / np.linalg.norm(before)
    assert off < 0.03, "weights and scales fit no more"


def test_weights_that_are_not_around_zero_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "network.onnx", column(100, 100), zero=3)
    before = path.read_bytes()
    with pytest.raises(ValueError, match="w_quantized"):
        saturation.rewrite(path)
    assert path.read_bytes() == before
