"""Rules every file of the repository keeps."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIMIT = 30 * 1024 * 1024
ADDRESSES = re.compile(r"--(?:extra-)?index[-]url|--find[-]links|\"resolve[d]\":")
MACHINE = re.compile(r"(?:^|[^\w.-])/(?:work|farm|root)/")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    data = path.read_bytes()
    return "" if b"\0" in data else data.decode("utf-8", errors="replace")


def test_no_file_is_too_big() -> None:
    assert [p.name for p in tracked() if p.stat().st_size > LIMIT] == []


def test_no_lock_file_that_carries_addresses() -> None:
    locks = {"uv.lock", "pylock.toml", "poetry.lock"}
    assert [p.name for p in tracked() if p.name in locks] == []


def test_the_lock_of_npm_has_hashes_and_no_addresses_of_packages() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: found for name, found in lock["packages"].items() if name}
    assert len(packages) > 50
    for name, found in packages.items():
        assert found["integrity"].startswith("sha512-"), name
        assert "resolved" not in found, name
        assert not {"link", "inBundle"} & set(found), name


@pytest.mark.parametrize("pattern", [ADDRESSES, MACHINE], ids=["index", "machine"])
def test_no_file_names_an_index_or_this_machine(pattern: re.Pattern[str]) -> None:
    found = [p.name for p in tracked() if pattern.search(text_of(p))]
    assert found == []


def test_every_pin_has_a_hash() -> None:
    least = {
        "requirements.txt": 40, "requirements-dev.txt": 40, "requirements-docs.txt": 40,
        "tests/nominatim/requirements.txt": 15,
    }  # fmt: skip
    for name, number in least.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = len(re.findall(r"^[A-Za-z0-9_.-]+(?:\[[^]]*\])?==", text, re.MULTILINE))
        assert pins > number
        assert len(re.findall(r"^[^\s#].*\\\n\s+--hash=sha256:", text, re.MULTILINE)) == pins


def test_the_pins_are_all_that_what_is_installed_needs() -> None:
    """They are installed without a look at what they depend on (Makefile)."""
    checked = subprocess.run(
        [sys.executable, "-m", "pip", "check", "--disable-pip-version-check"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert (checked.returncode, checked.stdout.strip()) == (0, "No broken requirements found.")


def test_each_promise_of_security_is_held_by_a_test_that_exists() -> None:
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    promises = page.split("## Promises, and the tests that hold them")[1].split("\n## ")[0]
    rows = [line for line in promises.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 15
    for row in rows:
        named = re.findall(r"`(tests/[^`]+\.py)`", row)
        assert named, row
        assert [name for name in named if not (ROOT / name).is_file()] == [], row


def test_security_says_what_each_test_of_hosting_holds() -> None:
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for folder in ("tests/hosting", "tests/dashboard/hosting"):
        for path in sorted((ROOT / folder).rglob("test_*.py")):
            assert f"`{path.relative_to(ROOT).as_posix()}`" in page, path.name


def test_make_hostile_runs_what_security_names() -> None:
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    rule = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nhostile:")[1].split("\n\n")[0]
    run = re.findall(r"tests/[\w./]+", rule)
    assert all((ROOT / path).exists() for path in run)
    named = set(re.findall(r"`(tests/(?:hostile|browser/test_hostile)[^`]*\.py)`", page))
    assert [name for name in named if not any(name.startswith(path) for path in run)] == []
