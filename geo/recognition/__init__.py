"""Recognition: which words of an article name places, and how each is meant."""

import os

# From its import on onnxruntime tells its makers what it runs on, unless this is said before.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from geo.recognition.recogniser import Recogniser

__all__ = ["Recogniser"]
