"""The trained network, run by onnxruntime: torch is needed to train it and never to run it."""

from pathlib import Path

import numpy as np
import onnxruntime

from geo.recognition.network.document_scores import Floats
from geo.recognition.network.features import Batch

INPUTS = ("pieces", "cases", "known")
OUTPUTS = ("inner", "outer", "types")

_SLOWER = ["SkipLayerNormFusion"]
"""On a CPU the fused operator takes seven times as long as an addition and a layer norm."""


class OnnxNetwork:
    """Batches in, scores of the three heads out. Threads may share it."""

    def __init__(self, model: bytes) -> None:
        """Load a model of `training.packaging`; raises ValueError where it is none."""
        options = onnxruntime.SessionOptions()
        # each caller's thread does its own work: several batches are read side by side
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                model,
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=_SLOWER,
            )
        except Exception as error:  # its errors share no base but this
            raise ValueError(f"The network cannot be read: {error}") from error
        if {i.name for i in self._session.get_inputs()} != set(INPUTS):
            raise ValueError("The network is another one: its inputs are not those expected.")

    @classmethod
    def load(cls, path: Path) -> "OnnxNetwork":
        """Read it from a file; OSError where there is none."""
        return cls(path.read_bytes())

    def __call__(self, batch: Batch) -> tuple[Floats, Floats, Floats]:
        """Scores before softmax, each (windows, longest, tags)."""
        given = {"pieces": batch.pieces, "cases": batch.cases, "known": batch.known}
        inner, outer, types = self._session.run(OUTPUTS, given)
        return np.asarray(inner), np.asarray(outer), np.asarray(types)
