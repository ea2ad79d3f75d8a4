"""dateline map: a page or a picture."""

from pathlib import Path

import pytest

from dashboard import cli
from dashboard.commands import map as map_command
from geo.model.atlas import Atlas


@pytest.fixture
def html_map(monkeypatch: pytest.MonkeyPatch) -> None:
    def page(atlas: Atlas, *, title: str, dark: bool) -> str:
        return f"<title>{title}</title>{len(atlas.places)} {dark} é"

    def picture(atlas: Atlas, *, title: str, dark: bool) -> bytes:
        return f"PNG {title} {len(atlas.places)} {dark}".encode()

    monkeypatch.setattr(map_command, "html_map", page)
    monkeypatch.setattr(map_command, "png_map", picture)


@pytest.mark.usefixtures("parser", "html_map")
def test_map_writes_one_file(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    assert cli.main(["map", str(article), "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == "<title>A trip</title>2 False é"


@pytest.mark.usefixtures("parser", "html_map")
def test_map_draws_a_picture_where_the_file_is_one(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.PNG"
    assert cli.main(["map", str(article), "-o", str(out)]) == 0
    assert out.read_bytes() == b"PNG A trip 2 False"


@pytest.mark.usefixtures("parser", "html_map")
def test_a_map_of_several_articles_has_all_their_places(tmp_path: Path, folder: Path) -> None:
    out = tmp_path / "map.html"
    assert cli.main(["map", str(folder), "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == "<title>Dateline</title>2 False é"


@pytest.mark.usefixtures("parser", "html_map")
def test_a_map_that_cannot_be_written_is_one_line(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["map", str(article), "-o", str(tmp_path / "no" / "map.html")]) == 1
    err = capsys.readouterr().err
    assert "map.html" in err
    assert err.count("\n") == 1
