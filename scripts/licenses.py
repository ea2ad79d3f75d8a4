"""Licences of all pinned packages: `--write` lists them, without it the list is checked.

Checked: every pin is in `licenses/THIRD-PARTY.md`, with the licence that its installed package
names, and with none that is not allowed. Packages for other systems keep the line they have.
"""

import argparse
import re
import sys
from importlib.metadata import PackageNotFoundError, metadata

from pins import DEVELOPS, DOCUMENTS, ROOT, SHIPS, npm, pins

LIST = ROOT / "licenses" / "THIRD-PARTY.md"
FREE = {
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0",
    "CNRI-Python", "ISC",
    "MIT", "MIT-0", "MIT-CMU", "PSF-2.0", "Unlicense", "Zlib",
}  # fmt: skip
"""Take it, keep the notice."""
UNCHANGED = {"LGPL", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "MPL-1.1", "MPL-2.0"}
"""Used as they come, installed beside Dateline and never copied into it."""
_ALSO = {
    "3-Clause BSD License": "BSD-3-Clause", "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0", "BSD License": "BSD", "MIT License": "MIT",
    "ISC License (ISCL)": "ISC", "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "lgpl": "LGPL",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL",
}  # fmt: skip
_READ_BY_US = {
    "axe-playwright-python": "MIT",  # its licence file; its metadata say nothing
    "iso3166-2": "MIT",  # its licence file; its metadata add "Free For Educational Use"
    "streamlit-folium": "MIT",  # its repository; its package says nothing
    "xstatic-leaflet": "BSD-2-Clause",  # "same as Leaflet"
    "httpcore2": "BSD-3-Clause", "httpx2": "BSD-3-Clause", "httpx2-jsfetch": "BSD-3-Clause",
    "truststore": "MIT",  # these four only for Python 3.12 and above, or in a browser
    "async-timeout": "Apache-2.0", "colorama": "BSD-3-Clause", "win32-setctime": "MIT",
}  # fmt: skip
_HEAD = """# Licences of the packages Dateline is installed with

Made by `python scripts/licenses.py --write`, checked by `make lint`. Their files stay in packages
of their own; what Dateline itself carries of others' is in [NOTICE](../NOTICE).

"""
Row = tuple[str, str, str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    rows = list(_rows(_listed()))
    wrong = [f"{name}: {licence or 'no licence is known'}" for name, licence, _ in rows
             if not is_allowed(licence)]  # fmt: skip
    if wrong:
        print(f"licences: not allowed, or not known: {'; '.join(wrong)}", file=sys.stderr)
        return 1
    if write:
        LIST.write_text(_written(rows), encoding="utf-8")
    elif not LIST.exists() or LIST.read_text(encoding="utf-8") != _written(rows):
        print("licences: run python scripts/licenses.py --write and look", file=sys.stderr)
        return 1
    return 0


def is_allowed(expression: str) -> bool:
    """Whether an SPDX expression allows our use: all of an AND, one of an OR."""
    if " OR " in expression:
        return any(is_allowed(part) for part in expression.split(" OR "))
    return all(part in FREE | UNCHANGED for part in expression.split(" AND "))


def _rows(listed: dict[str, str]) -> list[Row]:
    ships = {name for name, _ in pins(SHIPS)}
    names = sorted(ships | {name for name, _ in (*pins(DEVELOPS), *pins(DOCUMENTS))})
    rows = [
        (name, _licence(name, listed), "to run it" if name in ships else "to work on it")
        for name in names
    ]
    by_npm = [(name, licence, "to work on it") for name, (_, licence) in sorted(npm().items())]
    return rows + by_npm


def _licence(name: str, listed: dict[str, str]) -> str:
    if name in _READ_BY_US:
        return _READ_BY_US[name]
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return listed.get(name, "")
    classified = [c for c in found.get_all("Classifier") or [] if c.startswith("License ::")]
    said = found.get("License-Expression") or " AND ".join(c.split(" :: ")[-1] for c in classified)
    said = said or (found.get("License") or "").strip().split("\n")[0]
    return " AND ".join(_ALSO.get(part, part) for part in said.split(" AND "))


def _listed() -> dict[str, str]:
    text = LIST.read_text(encoding="utf-8") if LIST.exists() else ""
    return dict(re.findall(r"^\| ([\w.@/-]+) \| ([^|]+) \|", text, re.MULTILINE))


def _written(rows: list[Row]) -> str:
    head = "| package | licence | needed |\n|---|---|---|\n"
    return _HEAD + head + "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    sys.exit(main())
