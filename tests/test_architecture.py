"""Which room may import which; docs/architecture.md draws the same."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each room, and the rooms of the project it may import. A room is a module or package of geo,
# or the dashboard as a whole.
MAY_IMPORT = {
    "errors": set(),
    "audience": set(),
    "settings": {"audience", "errors"},
    "places": set(),
    "mentions": {"places"},
    "language": set(),
    "plaintext": {"errors"},
    "frontmatter": {"errors", "plaintext"},
    "markup": {"errors", "frontmatter", "plaintext"},
    "documents": {"errors", "plaintext"},
    "processes": set(),
    "sqlite": set(),
    "reading": {"documents", "errors", "feeds", "markup", "plaintext", "processes"},
    "articles": {
        "documents", "errors", "settings", "frontmatter", "language", "markup", "plaintext",
        "reading",
    },
    "fetching": {"errors", "plaintext", "settings"},
    "feeds": {"errors", "frontmatter", "plaintext"},
    "seeds": {"articles", "errors", "plaintext", "settings"},
    "parsed": {"articles", "mentions", "places"},
    "gazetteer": {"errors", "places", "plaintext", "settings"},
    # only its tables: which adjectives, demonyms and languages there are
    "recognition": {"articles", "errors", "gazetteer", "mentions", "places", "settings"},
    "resolution": {"articles", "errors", "gazetteer", "mentions", "places"},
    # only how resolution compares names
    "corrections": {"articles", "errors", "mentions", "places", "plaintext", "resolution"},
    "coverage": {"articles", "mentions", "parsed", "places"},
    "library": {
        "articles", "corrections", "coverage", "errors", "mentions", "parsed", "places",
        "plaintext", "settings", "sqlite",
    },
    # of the gazetteer, what GeoNames' features are; of resolution, how sites take a position
    "geocoding": {
        "errors", "gazetteer", "mentions", "parsed", "places", "resolution", "settings", "sqlite",
    },
    "geoparser": {
        "articles", "corrections", "gazetteer", "mentions", "parsed", "recognition", "resolution",
        "settings",
    },
    "atlas": {"articles", "mentions", "parsed", "places"},
    "exports": {"articles", "atlas", "mentions", "parsed", "places"},
    "geo": {"articles", "geoparser", "mentions", "parsed", "places"},
}  # fmt: skip


def rooms() -> list[str]:
    return sorted(p.stem for p in (ROOT / "geo").iterdir() if _is_room(p))


def _is_room(path: Path) -> bool:
    package = path.is_dir() and (path / "__init__.py").exists()
    return package or (path.suffix == ".py" and path.name != "__init__.py")


def files(room: str) -> list[Path]:
    if room == "geo":
        return [ROOT / "geo" / "__init__.py"]
    module = ROOT / "geo" / f"{room}.py"
    return [module] if module.exists() else sorted((ROOT / "geo" / room).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports relatively; say where from"
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_every_room_has_its_rule() -> None:
    assert set(rooms()) == set(MAY_IMPORT) - {"geo"}


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_room_imports_only_the_rooms_before_it(room: str) -> None:
    known = set(rooms())
    for path in files(room):
        parts = [name.split(".") for name in imported(path)]
        used = {p[1] for p in parts if p[0] == "geo" and len(p) > 1 and p[1] in known} - {room}
        assert used <= MAY_IMPORT[room], f"{path} imports {used - MAY_IMPORT[room]}"


@pytest.mark.parametrize("room", rooms())
def test_geo_never_looks_up(room: str) -> None:
    for path in files(room):
        tops = {name.split(".")[0] for name in imported(path)}
        assert not tops & {"dashboard", "streamlit", "folium", "streamlit_folium", "branca"}


def test_training_and_benchmarks_are_not_imported_by_what_ships() -> None:
    for path in [*(ROOT / "geo").rglob("*.py"), *(ROOT / "dashboard").rglob("*.py")]:
        tops = {name.split(".")[0] for name in imported(path)}
        assert not tops & {"training", "benchmarks", "tests", "support"}, path


def test_architecture_page_names_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    missing = [room for room in rooms() if f"`geo/{room}" not in page]
    assert not missing
