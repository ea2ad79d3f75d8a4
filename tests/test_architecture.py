"""Which folder may import which; docs/architecture.md draws the same.

Imports inside functions count like all others. A module that is named in a string (`Pool("...")`,
`import_module("...")`) is an import too, and listed in BY_NAME.
"""

import ast
import importlib
import inspect
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# The packages of geo from the top, and what each may import of geo.
GEO = {
    "errors": set(),
    "audience": set(),
    "settings": {"audience", "errors"},
    "model": set(),
    "system": set(),
    "text": {"errors"},
    "documents": {"errors", "text"},
    "reading": {"documents", "errors", "model", "settings", "system", "text"},
    "fetching": {"errors", "settings", "text"},
    "gazetteer": {"errors", "model", "settings", "text"},
    # of the gazetteer only its tables: which adjectives, demonyms and languages there are
    "recognition": {"errors", "gazetteer", "model", "settings", "text"},
    "resolution": {"errors", "gazetteer", "model", "system"},
    # of resolution only how it compares names
    "corrections": {"errors", "model", "resolution", "text"},
    "coverage": {"model"},
    "library": {"corrections", "coverage", "errors", "model", "settings", "system", "text"},
    # of the gazetteer, what GeoNames' features are; of resolution, how sites take a position
    "geocoding": {"errors", "gazetteer", "model", "resolution", "settings", "system", "text"},
    "exports": {"model", "text"},
    "geoparser": {
        "corrections", "gazetteer", "model", "recognition", "resolution", "settings",
    },
    "": {"geoparser", "model", "reading"},
}  # fmt: skip

# The packages of the dashboard from the bottom, and what each may import of the dashboard.
DASHBOARD = {
    "server_settings": set(),
    "streamlit_internals": set(),
    "records": set(),
    "wording": {"records"},
    "links": set(),
    "engine": {"server_settings"},
    "map": {"links", "records", "streamlit_internals", "wording"},
    "page": {
        "engine",
        "links",
        "map",
        "records",
        "server_settings",
        "streamlit_internals",
        "wording",
    },
    "hosting": {
        "engine",
        "links",
        "map",
        "page",
        "server_settings",
        "streamlit_internals",
        "wording",
    },
    "commands": {"engine", "hosting", "map", "server_settings", "wording"},
    "app": {"engine", "page"},
    "cli": {"commands", "server_settings"},
}
ONLY = {
    ("hosting", "page"): {"dashboard.page.frame.faults"},
    ("commands", "hosting"): {"dashboard.hosting.server"},
}
"""Of some packages only these modules may be imported."""

# The folders of the page, and what each may import of the page.
PAGE = {
    "session": set(),
    "components": {"session"},
    "reader": set(),
    "frame": {"components", "session"},
    "correcting": {"session"},
    "adding": {"frame", "session"},
    "search": {"frame", "session"},
    "sharing": {"components", "frame", "session"},
    "about": {"components", "frame", "session"},
    "article": {
        "adding", "components", "correcting", "frame", "reader", "session", "sharing",
    },
    "library": {"adding", "components", "frame", "search", "session"},
    "atlas": {"components", "frame", "search", "session"},
    "place": {"atlas", "components", "frame", "search", "session"},
    "sections": {"about", "article", "atlas", "library", "place", "session"},
}  # fmt: skip

# The folders of the engine, from the bottom.
ENGINE = {
    "failures": set(),
    "measures": set(),
    "permissions": set(),
    "timing": set(),
    "intake": set(),
    "library_access": {"timing"},
    "online": {"measures", "timing"},
    "parsing": {"failures", "measures", "online", "timing"},
    "process": {
        "failures",
        "intake",
        "library_access",
        "measures",
        "online",
        "parsing",
        "timing",
    },
    "indexing": {"failures", "library_access", "parsing", "process"},
}

NO_STREAMLIT = (
    "records", "wording", "links", "engine", "map/layers", "map/picture", "map/one_file",
    "page/reader", "commands",
)  # fmt: skip
DOCUMENTED = {
    "streamlit", "streamlit.components", "streamlit.components.v1", "streamlit.delta_generator",
    "streamlit.errors", "streamlit_folium",
}  # fmt: skip
"""The modules that the documentation of Streamlit and streamlit-folium names: `st.container` and
its like give a DeltaGenerator, errors are there to be caught. The other modules are private."""
INTERNALS = "dashboard.streamlit_internals"
KEYS = "dashboard.page.session.keys"
MOST_MODULES = 12
"""Modules of a folder, its `__init__` not counted."""

BY_NAME = {
    "dashboard/cli.py": {"dashboard.commands."},
    "dashboard/engine/parsing/long_articles.py": {"dashboard.engine.parsing.long_articles_process"},
    "dashboard/hosting/health.py": {"geo.geocoding.service_factory"},
    "geo/geocoding/chain.py": {"geo.geocoding.service_factory"},
    "geo/reading/time_limited.py": {"geo.reading.reader_process"},
    "pyproject.toml": {
        "dashboard.cli", "geo.recognition.components",
    },
}  # fmt: skip
"""Modules that are imported by their name in a string."""

SHIPPED = [*(ROOT / "geo").rglob("*.py"), *(ROOT / "dashboard").rglob("*.py")]


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {dotted(path) for path in SHIPPED}


def imported(path: Path) -> set[str]:
    """The modules of the project and the packages of others that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports relatively; say where from"
            full = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= {name if name in MODULES else node.module for name in full}
    return names | BY_NAME.get(path.relative_to(ROOT).as_posix(), set())


def room(name: str, root: str) -> str | None:
    """The room below `root` that a module lies in: its folder, or itself; None outside of it."""
    if name == root:
        return ""
    return name.removeprefix(f"{root}.").split(".")[0] if name.startswith(f"{root}.") else None


def rooms_of(root: str) -> set[str]:
    folder = ROOT / root.replace(".", "/")
    modules = {p.stem for p in folder.glob("*.py") if p.name != "__init__.py"}
    return modules | {p.parent.name for p in folder.glob("*/__init__.py")}


def files_of(root: str, name: str) -> list[Path]:
    folder = ROOT / root.replace(".", "/")
    if not name:
        return [folder / "__init__.py"]
    module = folder / f"{name}.py"
    return [module] if module.exists() else sorted((folder / name).rglob("*.py"))


TABLES = {
    "geo": GEO,
    "dashboard": DASHBOARD,
    "dashboard.page": PAGE,
    "dashboard.engine": ENGINE,
}
CASES = [(root, name) for root, table in TABLES.items() for name in sorted(table)]


@pytest.mark.parametrize("root", TABLES)
def test_every_room_has_its_rule(root: str) -> None:
    assert rooms_of(root) == set(TABLES[root]) - {""}


@pytest.mark.parametrize("root", TABLES)
def test_tables_have_no_circle(root: str) -> None:
    left = {name: set(may) for name, may in TABLES[root].items()}
    while free := [name for name, may in left.items() if not may & set(left)]:
        for name in free:
            del left[name]
    assert not left


@pytest.mark.parametrize(("root", "name"), CASES)
def test_a_room_imports_only_the_rooms_below_it(root: str, name: str) -> None:
    for path in files_of(root, name):
        used = {room(module, root) for module in imported(path)} - {None, "", name}
        assert used <= TABLES[root][name], f"{path} imports {used - TABLES[root][name]}"


@pytest.mark.parametrize(("importer", "target"), ONLY)
def test_of_some_rooms_only_a_module_is_imported(importer: str, target: str) -> None:
    for path in files_of("dashboard", importer):
        used = {name for name in imported(path) if room(name, "dashboard") == target}
        assert used <= ONLY[importer, target], path


def test_no_import_is_part_of_a_circle() -> None:
    left = {dotted(path): imported(path) & MODULES - {dotted(path)} for path in SHIPPED}
    while free := [name for name, used in left.items() if not used & set(left)]:
        for name in free:
            del left[name]
    assert not left


@pytest.mark.parametrize("name", sorted(set(GEO)))
def test_geo_never_looks_up(name: str) -> None:
    for path in files_of("geo", name):
        tops = {module.split(".")[0] for module in imported(path)}
        assert not tops & {"dashboard", "streamlit", "folium", "streamlit_folium", "branca"}, path


@pytest.mark.parametrize("folder", NO_STREAMLIT)
def test_below_the_page_nothing_knows_streamlit(folder: str) -> None:
    paths = sorted((ROOT / "dashboard" / folder).rglob("*.py"))
    assert paths
    for path in paths:
        names = imported(path)
        tops = {module.split(".")[0] for module in names}
        assert not tops & {"streamlit", "streamlit_folium"}, path
        assert INTERNALS not in names, path


def private_parts(code: str) -> set[str]:
    """What code takes of Streamlit's and streamlit-folium's private parts."""
    tree, called, found = ast.parse(code), {}, set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
            called |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        found |= {name for name in names if is_private(name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name = f"{called.get(node.value.id)}.{node.attr}"
            found |= {name} if is_private(name) else set()
    return found


def is_private(name: str) -> bool:
    """Whether it is Streamlit's or streamlit-folium's, and a module or a name nobody documents."""
    package = name.partition(".")[0]
    if package not in {"streamlit", "streamlit_folium"} or name in DOCUMENTED:
        return False
    parent, _, last = name.rpartition(".")
    if last.startswith("_") or parent not in DOCUMENTED:
        return True
    return inspect.ismodule(getattr(importlib.import_module(parent), last, inspect))


@pytest.mark.parametrize(
    ("code", "private"),
    [
        ("import streamlit as st\nst.navigation([])\nst.components.v2.component('x')", set()),
        ("from streamlit.delta_generator import DeltaGenerator", set()),
        ("from streamlit.errors import StreamlitAuthError\nimport streamlit", set()),
        ("import streamlit as st\nst.runtime.exists()", {"streamlit.runtime"}),
        ("from streamlit import runtime", {"streamlit.runtime"}),
        ("import streamlit as st\nst.__file__", {"streamlit.__file__"}),
        ("def f():\n  import streamlit.web.cli", {"streamlit.web.cli"}),
        ("import streamlit_folium as f\nf._component_func", {"streamlit_folium._component_func"}),
        ("from streamlit_folium import _x", {"streamlit_folium._x"}),
        (
            "from streamlit.runtime import get_instance",
            {"streamlit.runtime", "streamlit.runtime.get_instance"},
        ),
    ],
)
def test_private_parts_are_found(code: str, private: set[str]) -> None:
    assert private_parts(code) == private


def test_streamlits_private_parts_are_in_one_file() -> None:
    found = {
        dotted(path): private
        for path in SHIPPED
        if (private := private_parts(path.read_text(encoding="utf-8")))
    }
    assert set(found) == {INTERNALS}, found


def state_keys(code: str) -> dict[str, str]:
    """The names under which code keeps something in Streamlit's session state, each with the
    constant that holds it, "" where a `Key` is made in place. Any other use is an AssertionError.
    """
    tree = ast.parse(code)
    constants, seen = string_constants(tree), set()
    keys = {name: "" for call in ast.walk(tree) if (name := name_of_key(call)) is not None}
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if (name := name_of_key(node.value)) is not None:
                keys[name] = ast.unparse(target)
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            state, key = node.value, node.slice
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            state, key = node.func.value, (node.args or [None])[0]
        elif isinstance(node, ast.Compare):
            state, key = node.comparators[0], node.left
        else:
            continue
        if is_state(state):
            seen.add(state)
            constant = key.id if isinstance(key, ast.Name) else ""
            assert constant in constants, f"line {node.lineno}: the key is no constant of this file"
            keys[constants[constant]] = constant
    others = [node.lineno for node in ast.walk(tree) if is_state(node) and node not in seen]
    assert not others, f"lines {others}: session state is used, but not by a key"
    return keys


def name_of_key(node: ast.AST) -> str | None:
    """The name of the key that an expression makes; None where it makes none."""
    if not isinstance(node, ast.Call):
        return None
    made = node.func.value if isinstance(node.func, ast.Subscript) else node.func
    if not isinstance(made, ast.Name) or made.id != "Key":
        return None
    assert isinstance(node.args[0], ast.Constant), f"line {node.lineno}: name the key here"
    return str(node.args[0].value)


def string_constants(tree: ast.Module) -> dict[str, str]:
    """The strings that a module gives a name, by that name."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            (target,) = node.targets
            pairs = (
                zip(target.elts, node.value.elts, strict=False)
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                else [(target, node.value)]
            )
            found |= {
                name.id: value.value
                for name, value in pairs
                if isinstance(name, ast.Name) and isinstance(value, ast.Constant)
            }
    return found


def is_state(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "session_state"


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ('_A, _B = "a", "b"\nst.session_state[_A] = st.session_state.get(_B)',
         {"a": "_A", "b": "_B"}),
        ('_A = "a"\nif _A not in st.session_state: pass', {"a": "_A"}),
        ('_A: Key[int] = Key("a", int)\nB = Key[str]("b")\nf(Key("c"))',
         {"a": "_A", "b": "B", "c": ""}),
    ],
)  # fmt: skip
def test_keys_of_the_session_are_found(code: str, keys: dict[str, str]) -> None:
    assert state_keys(code) == keys


@pytest.mark.parametrize(
    "code",
    [
        'st.session_state["a"]', 'st.session_state.a', 'state = st.session_state',
        'st.session_state.pop(f"{a}-b")', 'def f(key): return st.session_state[key]', "Key(name)",
    ],
)  # fmt: skip
def test_other_uses_of_the_session_are_found(code: str) -> None:
    with pytest.raises(AssertionError):
        state_keys(code)


def test_what_a_session_keeps_has_one_home() -> None:
    """In page/session/keys.py, or as a private constant of the one file that needs it."""
    homes: dict[str, str] = {}
    for path in SHIPPED:
        code = path.read_text(encoding="utf-8")
        if dotted(path) == KEYS:  # whose class is what touches the session
            code = "\n".join(part for part in code.split("\n\n\n") if "class Key" not in part)
        for name, constant in state_keys(code).items():
            assert name not in homes, f"{path} and {homes[name]} keep {name!r}"
            assert dotted(path) == KEYS or not constant or constant.startswith("_"), path
            homes[name] = dotted(path)
    assert len(homes) > 30


def test_modules_named_in_strings_are_listed() -> None:
    called = re.compile(r'(?:Pool|import_module|importlib\.import_module)\(\s*f?"([\w.]+)')
    found = {
        path.relative_to(ROOT).as_posix(): set(names)
        for path in SHIPPED
        if (names := called.findall(path.read_text(encoding="utf-8")))
    }
    listed = {file: names for file, names in BY_NAME.items() if file.endswith(".py")}
    assert found == listed
    entry_points = re.findall(
        r'= "([\w.]+):\w+"', (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    assert set(entry_points) == BY_NAME["pyproject.toml"]


def test_no_folder_holds_more_modules_than_a_reader_takes_in() -> None:
    folders = {path.parent for path in SHIPPED}
    sizes = {f: len([p for p in f.glob("*.py") if p.name != "__init__.py"]) for f in folders}
    assert not {str(folder): size for folder, size in sizes.items() if size > MOST_MODULES}


def test_no_folder_is_called_pages() -> None:
    """Streamlit takes a folder of that name beside its script for pages of its own."""
    assert not [path for path in SHIPPED if "pages" in path.relative_to(ROOT).parts]


def test_benchmarks_import_training_and_training_does_not_import_benchmarks() -> None:
    users = {
        folder: {
            name.split(".")[0] for path in (ROOT / folder).rglob("*.py") for name in imported(path)
        }
        for folder in ("benchmarks", "training")
    }
    assert {"geo", "training"} <= users["benchmarks"]
    assert not users["training"] & {"benchmarks", "dashboard", "tests", "support"}


def test_training_and_benchmarks_are_not_imported_by_what_ships() -> None:
    for path in SHIPPED:
        tops = {name.split(".")[0] for name in imported(path)}
        assert not tops & {"training", "benchmarks", "tests", "support"}, path


def test_the_architecture_page_names_every_package() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for root in ("geo", "dashboard"):
        rooms = rooms_of(root)
        assert [name for name in rooms if not re.search(rf"`{root}/{name}\b", page)] == []


def test_the_architecture_page_has_the_table_of_the_dashboard() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| `dashboard/(\w+)(?:\.py|/)` \| [^|]+ \| ([^|]+) \|$", page, re.MULTILINE
    )
    drawn = {name: set(re.findall(r"`(\w+)[\w.]*`", may)) - {"geo"} for name, may in rows}
    left_out = {"server_settings", "streamlit_internals"}
    assert drawn == {name: may - left_out for name, may in DASHBOARD.items()}
