"""The built wheel, installed somewhere else, does what a checkout does."""

import json
import os
import site
import subprocess
import sys
import urllib.request
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from support.ports import free_port
from support.served import wait_for

ROOT = Path(__file__).parent.parent
ARTICLE = "A visit\n\nThe guest flew from Harbin to Kharkov.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`dateline` in a new environment that sees this one's dependencies, but not the checkout."""
    home = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    install = ["install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    subprocess.run([*pip, *install, str(wheel)], check=True, capture_output=True)
    packages = next((home / "lib").glob("python*/site-packages"))
    # A plain path in a .pth file is searched, but .pth files over there (the checkout's) are not.
    (packages / "dependencies.pth").write_text("\n".join(site.getsitepackages()))
    return home / "bin" / "dateline"


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., str]:
    """Runs a command outside the checkout; gives what it prints."""

    def run(*arguments: str) -> str:
        done = subprocess.run(
            arguments, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def environment() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}


def tracked(*folders: str) -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", *folders], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return set(listed.stdout.splitlines())


def test_the_wheel_carries_every_file_of_the_packages(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    assert tracked("geo", "dashboard") <= carried
    assert {name.replace("seeds/", "geo/seed_articles/") for name in tracked("seeds")} <= carried
    assert "dashboard/streamlit_config.toml" in carried
    assert any(name.startswith("geo/recognition/model/") for name in carried)
    assert "dashboard/map/picture/fonts/SourceSans3VF-Upright.ttf" in carried
    assert "dashboard/papers/licenses/OFL-1.1.txt" in carried


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"geo", "dashboard"}


def test_the_installed_package_is_the_one_that_runs(program: Path, run: Callable) -> None:
    code = "import geo, dashboard; print(geo.__file__, dashboard.__file__)"
    found = run(str(program.parent / "python"), "-c", code)
    assert str(ROOT) not in found
    assert found.count(str(program.parent.parent)) == 2


def test_parse(program: Path, run: Callable, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    found = json.loads(run(str(program), "parse", "a.txt", "--format", "json"))
    assert [m["place"]["name"] for m in found["mentions"]] == ["Harbin", "Kharkiv"]


def test_spacy_loads_the_pipeline_by_its_path_alone(program: Path, run: Callable) -> None:
    code = (
        "import spacy; from importlib.util import find_spec;"
        "path = find_spec('geo').submodule_search_locations[0] + '/recognition/model';"
        "doc = spacy.load(path)('She flew from Harbin to Kharkov.');"
        "print(*doc.spans['toponyms'])"
    )
    assert run(str(program.parent / "python"), "-c", code).split() == ["Harbin", "Kharkov"]


def test_map(program: Path, run: Callable, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    run(str(program), "map", "a.txt", "-o", "map.html")
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "Kharkiv" in page
    assert "leaflet" in page.lower()


def test_seeds(program: Path, run: Callable) -> None:
    code = (
        "from geo.reading.seeds import seed_articles; from geo.settings import Settings;"
        "print(*sorted(a.id for a in seed_articles(Settings())[0]))"
    )
    seeds = run(str(program.parent / "python"), "-c", code).split()
    assert seeds == sorted(Path(name).stem for name in tracked("seeds"))
    assert len(seeds) >= 8


def test_serve(program: Path, tmp_path: Path) -> None:
    port = free_port()
    with subprocess.Popen(
        [program, "serve", "--port", str(port)],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        try:
            url = f"http://127.0.0.1:{port}"
            wait_for(url, server)
            assert answer(f"{url}/_stcore/health") == "ok"
            assert "Streamlit" in answer(url)
        finally:
            server.terminate()
            said, _ = server.communicate(timeout=60)
    assert server.returncode == 0
    assert said.count(url) == 1
    assert "Traceback" not in said


def answer(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as response:
        return response.read().decode()
