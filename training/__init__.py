import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # as geo.recognition says it, before anything imports it
