"""The modules that browsers run: their own tests, and that what is committed is built of them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("dashboard/map/static", "dashboard/page/components")
NODE = (sys.executable, "scripts/node.py", "node")
RECORDS = (sys.executable, "scripts/record_types.py")


def run(*command: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The modules and what builds them, in a folder of their own."""
    for name in (
        *FOLDERS,
        "scripts",
        "dashboard/records/map_data.py",
        "dashboard/records/page_data.py",
    ):
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
    shutil.copy(ROOT / "package.json", tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def test_node_s_own_tests_pass() -> None:
    files = sorted(
        str(path.relative_to(ROOT)) for path in ROOT.glob("tests/javascript/**/*.test.js")
    )
    assert len(files) > 15
    done = run(*NODE, "--test", "--test-reporter=tap", *files)
    assert done.returncode == 0, "\n".join(failures(done.stdout))
    assert "\n# fail 0\n" in done.stdout
    assert "\n# skipped 0\n" in done.stdout


def failures(tap: str) -> list[str]:
    """What a report says of the tests that failed."""
    return [block for block in tap.split("\n# Subtest: ") if "\nnot ok " in block] or [tap]


def test_what_is_committed_is_built_of_the_modules() -> None:
    assert (ROOT / "node_modules/esbuild").exists(), (
        "esbuild is missing: make test-setup installs it"
    )
    done = run(*NODE, "scripts/build_javascript.js", "--check")
    assert done.returncode == 0, done.stdout


def test_a_module_that_was_changed_alone_is_found(copy: Path) -> None:
    module = copy / "dashboard/map/static/base/names.js"
    module.write_text(module.read_text().replace("Number(code)", "Number(code) + 1"))
    done = run(*NODE, "scripts/build_javascript.js", "--check", folder=copy)
    assert done.returncode == 1
    for name in ("article", "atlas", "one_file_page"):
        assert f"dashboard/map/static/built/{name}.js" in done.stdout
    assert run(*NODE, "scripts/build_javascript.js", folder=copy).returncode == 0
    assert run(*NODE, "scripts/build_javascript.js", "--check", folder=copy).returncode == 0


def test_a_file_that_nothing_makes_is_found(copy: Path) -> None:
    (copy / "dashboard/page/components/built/left_over.js").write_text("")
    done = run(*NODE, "scripts/build_javascript.js", "--check", folder=copy)
    assert done.returncode == 1
    assert "left_over.js" in done.stdout


def test_records_are_the_same_in_python_and_javascript(copy: Path) -> None:
    done = run(*RECORDS, "--check")
    assert done.returncode == 0, done.stdout
    records = copy / "dashboard/records/map_data.py"
    records.write_text(records.read_text().replace("    onGroup: str\n", ""))
    assert run(*RECORDS, "--check", folder=copy).returncode == 1


def test_nothing_that_is_built_ends_a_script_or_asks_another_host() -> None:
    built = [path for folder in FOLDERS for path in (ROOT / folder / "built").iterdir()]
    assert len(built) > 20
    for path in built:
        text = path.read_text(encoding="utf-8")
        assert "</script" not in text.lower(), path.name
        assert "sourceMappingURL" not in text, path.name
        assert "url(" not in text, path.name
