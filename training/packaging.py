"""From a trained network to the pipeline that ships: ONNX, int8, in a spaCy folder."""

import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions

from geo.recognition.components import NETWORK, VOCABULARY, blank
from geo.recognition.known_names import KnownNames
from geo.recognition.network.onnx_network import INPUTS, OUTPUTS
from training import saturation
from training.network import Network

META = {
    "name": "dateline_recognition",
    "version": "0.2.1",
    "description": "Place names, outer names and mention types in English news.",
    "license": "MIT",
}


def package(network: Network, names: KnownNames, vocabulary: Path, folder: Path) -> None:
    """Write the pipeline into `folder`, in the place of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    nlp = blank()
    nlp.add_pipe("dateline_known_names", name="known_names")
    nlp.add_pipe("dateline_toponyms", name="toponyms")
    nlp.meta.update(META)
    nlp.to_disk(folder, exclude=["vocab", "known_names", "toponyms"])
    names.to_disk(folder / "known_names")
    (folder / "toponyms").mkdir()
    shutil.copy(vocabulary, folder / "toponyms" / VOCABULARY)
    quantise(network, folder / "toponyms" / NETWORK)


def quantise(network: Network, path: Path) -> None:
    """Write the network as ONNX with weights of eight bits, exact on every processor."""
    with tempfile.TemporaryDirectory() as scratch:
        exact, fused = Path(scratch) / "exact.onnx", Path(scratch) / "fused.onnx"
        export(network, exact)
        fuse(network, exact, fused)
        quantize_dynamic(
            fused, path, weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gather", "Attention"],
        )  # fmt: skip
    saturation.rewrite(path)
    forget_where_made(path)


def forget_where_made(path: Path) -> None:
    """Take the exporter's notes out: stack traces with the paths of the machine it ran on."""
    model = onnx.load(path)
    graph = model.graph
    parts = (model, graph, *graph.node, *graph.input, *graph.output, *graph.value_info)
    for part in (*parts, *graph.initializer, *model.functions):
        del part.metadata_props[:]
        part.doc_string = ""
    onnx.save(model, path)


def export(network: Network, path: Path) -> None:
    """Write the network as ONNX; windows and length are open."""
    ids = torch.ones((2, 8), dtype=torch.long)
    open_shape = {0: torch.export.Dim("windows"), 1: torch.export.Dim("length", max=512)}
    torch.onnx.export(
        network.eval(), (ids, ids.clone(), ids.clone()), path,
        input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_shapes=(open_shape,) * 3, dynamo=True, external_data=False, optimize=True,
    )  # fmt: skip


def fuse(network: Network, exact: Path, fused: Path) -> None:
    """Put onnxruntime's own operators in the place of attention, GELU and layer norm."""
    config = network.encoder.config
    options = FusionOptions("bert")
    # onnxruntime's fused operator is seven times slower than an addition and a layer norm
    options.enable_skip_layer_norm = False
    model = optimizer.optimize_model(
        str(exact), model_type="bert", num_heads=config.num_attention_heads,
        hidden_size=config.hidden_size, optimization_options=options, opt_level=0,
    )  # fmt: skip
    model.save_model_to_file(str(fused))
