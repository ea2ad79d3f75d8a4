"""Cold start: from the shell to the first result of the command line, gazetteer built."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

TEXT = "She flew from Harbin to Kharkov."
RUNS = 5


def run(say: Callable[[str], None] = print) -> None:
    bare = _median([sys.executable, "-c", "import spacy"])
    first = _median([sys.executable, "-m", "dashboard.cli", "parse", "-"])
    say(f"cold start of `dateline parse`: {first:.2f} s, {first / bare:.2f} x `import spacy`")


def _median(command: list[str]) -> float:
    return statistics.median(_seconds(command) for _ in range(RUNS))


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, input=TEXT, text=True, check=True, capture_output=True)
    return time.perf_counter() - started
