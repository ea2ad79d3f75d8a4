"""Fuzz the parsers of hostile input: `make fuzz`, or `python scripts/fuzz.py [NAME ...]`.

With atheris installed (`pip install atheris` into an environment of your own; Linux and macOS)
the fuzzer sees which code an input reaches and looks for more; without it, hypothesis makes
inputs. What breaks a parser is printed and written to `.fuzz/`. Each parser runs in a process of
its own.
"""

import argparse
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
OUT = ROOT / ".fuzz"
SLOW = 30
"""Seconds after which one input counts as a defect."""
MEMORY_MB = 3000


def main() -> int:
    options = _options()
    if options.one:
        _fuzz(options.one, options.seconds)
        return 0
    from hostile.targets import TARGETS

    unknown = set(options.names) - set(TARGETS)
    if unknown:
        print(f"no such parser: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
        return 2
    return sum(_apart(name, options.seconds) for name in options.names or TARGETS) and 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="which parsers; none means all")
    parser.add_argument("--seconds", type=int, default=60, help="for each parser")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def _apart(name: str, seconds: int) -> bool:
    """Whether a parser broke, in a process of its own."""
    print(f"== {name}", flush=True)
    command = [sys.executable, __file__, "--one", name, "--seconds", str(seconds)]
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode:
        print(f"== {name} BROKE (exit {done.returncode}); its input is in {OUT / name}")
    return done.returncode != 0


def _fuzz(name: str, seconds: int) -> None:
    if importlib.util.find_spec("atheris"):
        _by_coverage(name, seconds)
    else:
        _by_chance(name, seconds)


def _by_coverage(name: str, seconds: int) -> None:
    import atheris

    with atheris.instrument_imports(include=list(_INSTRUMENTED)):
        from hostile.targets import TARGETS

    folder = OUT / name
    folder.mkdir(parents=True, exist_ok=True)
    _seed(name, folder)
    flags = [
        sys.argv[0], str(folder), f"-max_total_time={seconds}", f"-timeout={SLOW}",
        f"-rss_limit_mb={MEMORY_MB}", f"-artifact_prefix={folder}/", "-max_len=8000",
        "-print_final_stats=1", "-verbosity=1",
    ]  # fmt: skip
    atheris.Setup(flags, TARGETS[name])
    atheris.Fuzz()


_INSTRUMENTED = (
    "geo", "dashboard.links.article_view", "dashboard.commands.inputs.jsonl",
    "dashboard.map.layers.gate", "yaml", "markdown_it", "pypdf", "feedparser", "zipfile",
    "trafilatura", "htmldate", "courlan",
)  # fmt: skip


def _seed(name: str, folder: Path) -> None:
    """Begin with inputs that the parser takes, so that what lies behind its door is reached."""
    from hostile.seeds import SEEDS

    for nth, data in enumerate(SEEDS.get(name, ())):
        (folder / f"seed-{nth}").write_bytes(data)


def _by_chance(name: str, seconds: int) -> None:
    """Hypothesis cannot be told a time, so it is run in rounds until it is over."""
    import time

    from hostile.properties import check

    end, rounds = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        check(name, examples=200, seed_=int.from_bytes(os.urandom(4)))
        rounds += 1
    print(f"{200 * rounds} inputs of hypothesis, nothing found")


if __name__ == "__main__":
    sys.exit(main())
