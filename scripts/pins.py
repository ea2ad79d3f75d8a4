"""The pinned packages, by the file that pins them."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHIPS, DEVELOPS, DOCUMENTS = "requirements.txt", "requirements-dev.txt", "requirements-docs.txt"
_PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.MULTILINE)


def pins(file: str) -> list[tuple[str, str]]:
    """Name and version of each pin in a file of the repository."""
    return [(m[1], m[2]) for m in _PIN.finditer((ROOT / file).read_text(encoding="utf-8"))]
