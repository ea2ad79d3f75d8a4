"""The command: any corpus of a folder, by name."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.resolution import main

TEXT = "She flew from Beijing to Kharkov, Ukraine, and wrote of Nowheresbyville."


def corpus(folder: Path, name: str) -> None:
    def span(surface: str, lat: float, lon: float, number: int) -> dict[str, object]:
        start = TEXT.index(surface)
        where = {"lat": lat, "lon": lon, "geonameid": number}
        return {"start": start, "end": start + len(surface), "surface": surface, **where}

    names = (
        span("Beijing", 39.9, 116.4, 1816670),
        span("Kharkov", 49.98, 36.25, 706483),
        span("Nowheresbyville", 10.0, 10.0, 7),
    )
    with gzip.open(folder / f"{name}.jsonl.gz", "wt") as lines:
        lines.write(json.dumps({"id": "d", "text": TEXT, "toponyms": names}) + "\n")


def test_the_ceiling_alone_needs_no_recogniser(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus(tmp_path, "geovirus")
    main(["--oracle", "--missing", "3", "--corpora", str(tmp_path), "geovirus"])
    said = capsys.readouterr().out
    row = next(line for line in said.splitlines() if "geovirus" in line)
    assert row.split() == ["geovirus", "3", "0.667", "0.667", "0.667", "0.667"]
    assert "1 Nowheresbyville" in said
    assert "End to end" not in said


def test_all_reports_and_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus(tmp_path, "geovirus")
    errors, diagram = tmp_path / "errors.txt", tmp_path / "diagram.png"
    main(
        ["--corpora", str(tmp_path), "--errors", str(errors), "--diagram", str(diagram), "geovirus"]
    )
    said = capsys.readouterr().out
    assert "Resolution, spans given (documents seen in training)" in said
    assert "End to end, span exact and place right (documents seen in training)" in said
    assert "geovirus: 3 spans" in said
    assert "geovirus d: Nowheresbyville" in errors.read_text("utf-8")
    assert diagram.read_bytes().startswith(b"\x89PNG")
