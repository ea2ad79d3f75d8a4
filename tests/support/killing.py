"""Starting a program of `confirming.py`, and killing it at a random moment."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAMS = Path(__file__).with_name("confirming.py")
ROOT = Path(__file__).parents[2]
FULL = bool(os.environ.get("DATELINE_TEST_FULL"))
"""Whether tests of faults are as long as `make faults` has them."""


def killed(
    name: str, seed: int, longest_s: float, *, first: int = 0, **environment: str
) -> list[str]:
    """What a program had confirmed when it was killed, at most so long after it was ready.

    `first`: so much it has confirmed at least, however slow the machine is.
    """
    process = subprocess.Popen(
        [sys.executable, str(PROGRAMS), name], cwd=ROOT, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        confirmed = [process.stdout.readline().rstrip("\n") for _ in range(first)]
        time.sleep(random.Random(seed).uniform(0, longest_s))
        process.send_signal(signal.SIGKILL)
        lines = process.stdout.read().split("\n")
    # the last line may be half of one
    return confirmed + lines[:-1]
