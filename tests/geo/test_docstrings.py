"""Every example in a docstring of the library is run; the public entry points are documented."""

import doctest
import inspect
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import geo
from geo.geocoding import complete, services_from
from geo.library import Library
from geo.model.atlas import Atlas, Filter, gather
from geo.reading.article_reader import article_from_text, read_article

ROOT = Path(geo.__file__).parent.parent
ENTRY_POINTS = (
    geo.Geoparser, geo.Geoparser.parse, geo.Geoparser.parse_many, geo.Geoparser.correct,
    geo.Article, geo.ParsedArticle, geo.ParsedArticle.field_text, read_article, article_from_text,
    Library, Library.open, Atlas, Atlas.filtered, Filter, gather, services_from, complete,
)  # fmt: skip
WITH_EXAMPLES = (geo.Geoparser, geo.Article, geo.ParsedArticle, Library, Atlas, services_from)


def modules_with_examples() -> list[str]:
    return sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "geo").rglob("*.py")
        if ">>> " in path.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("name", modules_with_examples())
def test_examples_print_what_they_say(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    failed, _ = doctest.testmod(import_module(name))
    assert failed == 0, capsys.readouterr().out


@pytest.mark.parametrize("entry", WITH_EXAMPLES, ids=lambda entry: entry.__name__)
def test_an_entry_point_has_an_example_that_is_run(entry: type | Callable[..., object]) -> None:
    examples = doctest.DocTestParser().get_examples(inspect.getdoc(entry) or "")
    assert examples
    assert not any(doctest.SKIP in example.options for example in examples)
    assert entry.__module__ in modules_with_examples()


@pytest.mark.parametrize("entry", ENTRY_POINTS, ids=lambda entry: entry.__qualname__)
def test_an_entry_point_names_each_parameter(entry: type | Callable[..., object]) -> None:
    documented = section(inspect.getdoc(entry) or "", "Parameters")
    names = [
        name
        for line in re.findall(r"^(\S.*)$", documented, re.MULTILINE)
        for name in line.split(", ")
    ]
    wanted = [name for name in inspect.signature(entry).parameters if name not in ("self", "cls")]
    assert names == wanted


def section(docstring: str, title: str) -> str:
    """The lines under a title that is underlined, up to the next one."""
    found = re.search(
        rf"^{title}\n-+\n(.*?)(?=\n\n\S+\n-+$|\Z)", docstring, re.DOTALL | re.MULTILINE
    )
    return found.group(1) if found else ""
