"""What `deploy/` says and what it ships hold together; its READMEs say what was tried by hand."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
from streamlit import config
from support.served import ROOT

from dashboard.engine.intake.file_sizes import upload_megabytes
from dashboard.hosting.server import environment_options
from dashboard.server_settings import ServerSettings

DEBIAN = ROOT / "deploy" / "debian"
CONTAINER = ROOT / "deploy" / "container"
PAGE = (DEBIAN / "README.md").read_text(encoding="utf-8")
SITE = (DEBIAN / "nginx-dateline.conf").read_text(encoding="utf-8")
UNIT = (DEBIAN / "dateline@.service").read_text(encoding="utf-8")
BACKUP = (DEBIAN / "dateline-backup.service").read_text(encoding="utf-8")


def blocks(page: str) -> list[str]:
    """The commands a page tells to type."""
    return re.findall(r"^ *```sh\n(.*?)^ *```", page, re.DOTALL | re.MULTILINE)


def as_systemd_reads(text: str) -> dict[str, str]:
    """An environment file's settings: quotes at a value's beginning are taken off."""
    found = {}
    for line in text.splitlines():
        name, sign, value = line.partition("=")
        if sign and re.fullmatch("[A-Z_0-9]+", name):
            found[name] = "".join(shlex.split(value)) if value[:1] in {"'", '"'} else value
    return found


def offered() -> dict[str, str]:
    """All lines of the environment file, those that are commented out too."""
    text = (DEBIAN / "environment").read_text(encoding="utf-8")
    return as_systemd_reads(re.sub(r"(?m)^# (?=[A-Z_0-9]+=)", "", text))


def test_each_line_of_the_environment_is_a_setting_that_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = offered()
    for name, value in lines.items():
        monkeypatch.setenv(name, value)
    settings = ServerSettings()
    for name in filter(lambda name: name.startswith("DATELINE_"), lines):
        assert name.removeprefix("DATELINE_").lower() in ServerSettings.model_fields, name
    assert settings.frame_ancestors == "'self' https://news.example.org"
    assert environment_options()["server.baseUrlPath"] == "dateline"
    streamlits = {option.env_var for option in config.get_config_options().values()}
    assert {name for name in lines if name.startswith("STREAMLIT_")} <= streamlits


def test_the_page_adds_settings_that_there_are() -> None:
    added = [
        as_systemd_reads(text)
        for text in re.findall(r"<<END\n(.*?)^END", PAGE, re.DOTALL | re.MULTILINE)
    ]
    names = {name for lines in added for name in lines}
    assert names
    assert names <= offered().keys()


def test_every_block_is_a_program_for_the_shell() -> None:
    for page in (PAGE, (CONTAINER / "README.md").read_text(encoding="utf-8")):
        assert blocks(page)
        for block in blocks(page):
            subprocess.run(["bash", "-n"], input=block, text=True, check=True)


def test_each_file_is_brought_to_its_place() -> None:
    typed = "\n".join(blocks(PAGE))
    copied = [word for word in typed.split() if word.startswith("deploy/debian/")]
    for path in DEBIAN.iterdir():
        name = f"deploy/debian/{path.name}"
        assert path.name == "README.md" or any(fnmatch(name, word) for word in copied), name


def test_paths_and_ports_are_those_of_the_units() -> None:
    typed = "\n".join(blocks(PAGE))
    for unit in (UNIT, BACKUP):
        (file,) = re.findall(r"^EnvironmentFile=(.*)$", unit, re.MULTILINE)
        assert f" {file}\n" in typed
        assert "/opt/dateline/bin/dateline " in unit
    assert "python3 -m venv /opt/dateline\n" in typed
    ports = set(re.findall(r"server 127\.0\.0\.1:(\d+)", SITE))
    assert ports == set(re.findall(r"enable --now dateline@(\d+) dateline@(\d+)", typed)[0])
    kept = offered()
    assert kept["DATELINE_DATA_DIR"] == "/var/lib/dateline"
    assert "StateDirectory=dateline\n" in UNIT
    assert kept["DATELINE_CACHE_DIR"] == "/var/cache/dateline"
    assert "CacheDirectory=dateline\n" in UNIT


def test_nginx_lets_the_largest_file_through() -> None:
    (size,) = re.findall(r"client_max_body_size (\d+)m;", SITE)
    assert int(size) > upload_megabytes(ServerSettings())


def test_the_nightly_backup_is_made_and_can_be_restored(tmp_path: Path) -> None:
    """The unit's own command line, with its folder and program replaced."""
    (line,) = re.findall(r"^ExecStart=(.*)$", BACKUP, re.MULTILINE)
    line = line.replace("$$", "$").replace("%%", "%").replace("/var/lib/dateline", str(tmp_path))
    line = line.replace("/opt/dateline/bin/dateline", f"{sys.executable} -m dashboard.cli")
    (tmp_path / "backups").mkdir()
    environment = os.environ | {"DATELINE_DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    subprocess.run(shlex.split(line), check=True, env=environment)
    (made,) = (tmp_path / "backups").iterdir()
    assert fnmatch(made.name, "????-??-??-??????.sqlite")
    restoring = [sys.executable, "-m", "dashboard.cli", "library", "restore", str(made)]
    other = environment | {"DATELINE_DATA_DIR": str(tmp_path / "other")}
    said = subprocess.run(restoring, check=True, env=other, capture_output=True, text=True).stdout
    assert said == "0 articles are in the library\n"


def test_pins_hold_all_that_servers_need() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = re.findall(r"^([a-z0-9-]+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    for extra in ("online", "signin", "postgresql", "metrics"):
        for needed in project["optional-dependencies"][extra]:
            assert re.match("[a-z0-9-]+", needed)[0] in pinned, needed  # type: ignore[index]


def test_a_container_is_made_of_all_that_the_wheel_takes_and_nothing_else() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")
    let_in = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    wanted = {*wheel["packages"], *wheel["force-include"], "README.md"}
    assert let_in == wanted | {"pyproject.toml", "requirements.txt"}
    assert all((ROOT / name).exists() for name in let_in)
