"""The pinned packages, by the file that pins them."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHIPS, DEVELOPS, DOCUMENTS = "requirements.txt", "requirements-dev.txt", "requirements-docs.txt"
_PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.MULTILINE)


LOCK = "package-lock.json"


def npm() -> dict[str, tuple[str, str]]:
    """Version and licence of each pinned package of npm; none of them is needed to run Dateline.

    A program that is packed once for each system counts as the package that asks for it.
    """
    packages = json.loads((ROOT / LOCK).read_text(encoding="utf-8"))["packages"]
    return {
        path.rpartition("node_modules/")[2]: (found["version"], found.get("license", ""))
        for path, found in packages.items()
        if path and "cpu" not in found
    }


def pins(file: str) -> list[tuple[str, str]]:
    """Name and version of each pin in a file of the repository."""
    return [(m[1], m[2]) for m in _PIN.finditer((ROOT / file).read_text(encoding="utf-8"))]
