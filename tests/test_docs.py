"""The documents hold together, and what they say of the code is what the code says."""

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dashboard import cli
from dashboard.server_settings import ServerSettings
from scripts import check_site, generate_docs

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
AT_THE_TOP = [
    ROOT / name
    for name in ("README.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "ARCHITECTURE.md")
]
ELSEWHERE = [*sorted((ROOT / "deploy").rglob("*.md")), ROOT / "training" / "MODEL_CARD.md"]
ALL = [*PAGES, *AT_THE_TOP, *ELSEWHERE]
TOPS = ("", "dashboard")
SITE = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt().enable("table").parse(text):
        yield token
        yield from token.children or ()


def anchors(text: str) -> set[str]:
    """The names of a page's headings, as repositories and sites make them."""
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    titles = re.findall(r"^#+ +(.*)$", prose.lower(), re.MULTILINE)
    return {re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", title).strip()) for title in titles}


def blocks(text: str, language: str) -> list[str]:
    return [token.content for token in tokens(text) if token.info == language]


# Generated parts


@pytest.mark.parametrize("page", generate_docs.pages(), ids=name_of)
def test_generated_parts_are_what_the_code_says_now(page: Path) -> None:
    text = read(page)
    assert generate_docs.generated(text) == text, "run python scripts/generate_docs.py"


def test_each_part_stands_on_one_page() -> None:
    found = [block["name"] for page in PAGES for block in generate_docs.BLOCK.finditer(read(page))]
    assert sorted(found) == sorted(generate_docs.PARTS)


# Links


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_links_lead_to_something_that_is_there(page: Path) -> None:
    for token in tokens(read(page)):
        link = str(token.attrGet("href") or token.attrGet("src") or "")
        if not link or re.match("[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        if anchor and target.suffix == ".md":
            assert anchor in anchors(read(target)), link


def test_readme_leads_to_every_page() -> None:
    linked = {str(token.attrGet("href")) for token in tokens(read(ROOT / "README.md"))}
    wanted = {name_of(page) for page in DOCS.glob("*.md")} - {"docs/index.md"}
    assert wanted <= linked


def test_readme_is_short() -> None:
    assert len(read(ROOT / "README.md").splitlines()) <= 120


def test_each_place_outside_docs_that_the_site_links_to_is_brought_into_it() -> None:
    hooks = read(ROOT / "scripts" / "mkdocs_hooks.py")
    for page in PAGES:
        for token in tokens(read(page)):
            link = str(token.attrGet("href") or "")
            if link and not re.match("[a-z]+:|#", link):
                target = (page.parent / link.partition("#")[0]).resolve()
                inside = target.is_relative_to(DOCS) or target == page.parent
                assert inside or f'"{name_of(target)}"' in hooks, link


# What is said of the code


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_every_setting_that_is_named_exists(page: Path) -> None:
    for name in re.findall(r"DATELINE_([A-Z][A-Z_]*[A-Z])", read(page)):
        known = name.split("__")[0].lower()
        assert known in ServerSettings.model_fields or name.startswith("TEST_"), name


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=name_of)
def test_every_command_that_is_shown_is_one(page: Path) -> None:
    for block in blocks(read(page), "sh"):
        for line in filter(lambda line: line.startswith("dateline "), block.splitlines()):
            words = shlex.split(line.partition(" < ")[0], comments=True)
            options = cli.arguments().parse_args(words[1:])
            options.check(options)


@pytest.mark.parametrize(
    "page", [page for page in (ROOT / "README.md", *PAGES) if blocks(read(page), "pycon")],
    ids=name_of,
)  # fmt: skip
def test_examples_print_what_they_say(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page's own ones; those from docstrings are run where they stand."""
    monkeypatch.chdir(tmp_path)
    own = "\n".join(blocks(generate_docs.BLOCK.sub("", read(page)), "pycon"))
    example = doctest.DocTestParser().get_doctest(own, {}, page.name, str(page), 0)
    assert example.examples
    said: list[str] = []
    assert doctest.DocTestRunner().run(example, out=said.append).failed == 0, "".join(said)


def test_the_architecture_page_names_files_that_are_there() -> None:
    text = read(DOCS / "architecture.md")
    named = re.findall(r"`((?:\w+/)+(?:\w+\.\w+)?)`", text)
    assert named
    gone = [name for name in named if not any((ROOT / top / name).exists() for top in TOPS)]
    assert gone == []


# The site


def in_nav(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for inner in nav if isinstance(nav, list) else nav.values() if isinstance(nav, dict) else ():
        yield from in_nav(inner)


def test_the_site_has_every_page() -> None:
    own = {path for path in in_nav(SITE["nav"]) if not path.startswith("repository/")}
    assert own == {page.relative_to(DOCS).as_posix() for page in PAGES}


def test_the_site_needs_no_other_host() -> None:
    assert SITE["theme"]["font"] is False
    assert SITE["plugins"] == ["search"]
    assert "extra_javascript" not in SITE
    assert "extra_css" not in SITE
    assert "mermaid" not in "".join(map(read, PAGES)), "the theme loads it from another host"
    assert "//" not in re.sub(r"#.*", "", read(ROOT / "mkdocs.yml"))


def test_make_docs_checks_the_site_it_builds() -> None:
    rule = read(ROOT / "Makefile").split("\ndocs:")[1].split("\n\n")[0]
    assert "mkdocs build --quiet --strict" in rule
    assert f"scripts/check_site.py {SITE['site_dir']}" in rule
    assert "build/" in read(ROOT / ".gitignore").splitlines()


@pytest.mark.parametrize(
    ("name", "text", "loads"),
    [
        ("a.html", '<script src="https://cdn.example/x.js"></script>', True),
        ("a.html", '<script src="//cdn.example/x.js"></script>', True),
        ("a.html", '<link rel="stylesheet" href="https://fonts.example/css">', True),
        ("a.html", '<img src="HTTP://example.org/x.png">', True),
        ("a.html", '<style>p { background: url(https://example.org/x.png) }</style>', True),
        ("a.html", '<p style="background: url(//example.org/x.png)">', True),
        ("a.css", "@import 'https://example.org/x.css';", True),
        ("a.css", "p { background: url(//example.org/x.png) }", True),
        ("a.html", '<a href="https://example.org">elsewhere</a>', False),
        ("a.html", '<script src="assets/x.js"></script><img src="x.png">', False),
        ("a.css", "p { background: url(x.png) }", False),
    ],
)  # fmt: skip
def test_a_site_that_loads_from_outside_is_found_out(
    name: str, text: str, loads: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_text("<p>Hello", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert check_site.main(tmp_path) == int(loads)
    assert name in capsys.readouterr().out or not loads


def test_no_site_is_no_pass(tmp_path: Path) -> None:
    assert check_site.main(tmp_path) == 1
