from pathlib import Path

import pytest
from support.documents import column, pdf, word
from support.parsers import StubGeoparser

from dashboard.commands.inputs import parsers

ARTICLE = "---\ntitle: A trip\noutlet: Dateline sample\n---\nShe flew from Harbin to Kharkov.\n"


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> StubGeoparser:
    stub = StubGeoparser()
    monkeypatch.setattr(parsers, "geoparser", lambda _settings: stub)
    return stub


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "trip.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one of them twice, a hidden file, a folder and a picture."""
    folder = tmp_path / "month"
    (folder / "within").mkdir(parents=True)
    (folder / "b.txt").write_text("Kharkov again\n\nIn Kharkov it rained.", encoding="utf-8")
    (folder / "a.md").write_text("# Harbin\n\nIn Harbin it rained.", encoding="utf-8")
    (folder / "c.HTML").write_text("<h1>Harbin</h1><p>In Harbin it rained.", encoding="utf-8")
    (folder / ".hidden.txt").write_text("Harbin", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "d.docx").write_bytes(word("In Harbin and Kharkov it rained."))
    (folder / "e.pdf").write_bytes(pdf([column(["Kharkov and Harbin are far apart."])]))
    (folder / "within" / "d.txt").write_text("Harbin", encoding="utf-8")
    return folder
