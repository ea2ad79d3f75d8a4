"""Writes the parts of docs/ that come from the code: settings, command line, public entry points.

    python scripts/generate_docs.py

A page keeps its own words; what stands between `<!-- generated: NAME -->` and
`<!-- end of generated -->` is replaced. tests/test_docs.py generates again and compares.
"""

import argparse
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from pydantic.fields import FieldInfo

import geo
from dashboard import cli
from dashboard.server_settings import ServerSettings
from geo.audience import Audience
from geo.geocoding import complete, services_from
from geo.library import Library
from geo.model.atlas import Atlas, Filter, gather
from geo.reading.article_reader import article_from_text, read_article

DOCS = ROOT / "docs"
BLOCK = re.compile(
    r"(?<=<!-- generated: )(?P<name>[\w-]+)(?P<open> -->\n).*?(?P<close><!-- end of generated -->)",
    re.DOTALL,
)
DEFAULTS_IN_WORDS = {
    "seeds": "the shipped articles",
    "cache_dir": "the user's cache folder",
    "data_dir": "the user's data folder",
    "model": "the shipped pipeline",
}
"""Defaults that a value would not explain, or that differ from machine to machine."""

ENTRY_POINTS: tuple[tuple[object, tuple[str, ...]], ...] = (
    (geo.Geoparser, ("parse", "parse_many", "correct")),
    (geo.Article, ()),
    (read_article, ()),
    (article_from_text, ()),
    (geo.ParsedArticle, ("field_text",)),
    (Atlas, ("places", "unplaced", "articles", "place", "filtered", "count_by_type")),
    (gather, ()),
    (Filter, ()),
    (Library, ("open",)),
    (services_from, ()),
    (complete, ()),
)
"""What docs/python.md describes: classes with those of their members, and functions."""


def main() -> None:
    """Write every page that has a generated part."""
    for page in pages():
        text = page.read_text(encoding="utf-8")
        page.write_text(generated(text), encoding="utf-8")


def pages() -> list[Path]:
    """The pages with a generated part."""
    return [page for page in sorted(DOCS.rglob("*.md")) if BLOCK.search(page.read_text("utf-8"))]


def generated(text: str) -> str:
    """A page's text with its generated parts made anew."""
    return BLOCK.sub(lambda block: "{name}{open}\n{body}\n\n{close}".format(
        **block.groupdict(), body=PARTS[block["name"]]()
    ), text)  # fmt: skip


def settings() -> str:
    """ServerSettings as a table."""
    rows = (
        f"| `DATELINE_{name.upper()}` | {_default(name, field)} | {field.description} |"
        for name, field in ServerSettings.model_fields.items()
    )
    return "\n".join(("| variable | default | what it sets |", "|---|---|---|", *rows))


def _default(name: str, field: FieldInfo) -> str:
    if name in DEFAULTS_IN_WORDS:
        return DEFAULTS_IN_WORDS[name]
    value = field.get_default(call_default_factory=True)
    if value is None or value in ("", {}):
        return "unset"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if value == Audience(everybody=True):
        return "`public`"
    return f"`{','.join(value) if isinstance(value, tuple) else value}`"


def commands() -> str:
    """Every command with its usage and its arguments."""
    return "\n\n".join(_command(*found) for found in _leaves(cli.arguments(), ""))


def _leaves(
    parser: argparse.ArgumentParser, text: str
) -> Iterator[tuple[argparse.ArgumentParser, str]]:
    """The parsers without subcommands, each with the help that its parent gives it."""
    subcommands = [a for a in _actions(parser) if isinstance(a, argparse._SubParsersAction)]  # noqa: SLF001
    if not subcommands:
        yield parser, text
    for choices in subcommands:
        helps = {choice.dest: choice.help or "" for choice in choices._get_subactions()}  # noqa: SLF001
        for name, command in choices.choices.items():
            yield from _leaves(command, helps.get(name, ""))


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    # argparse has no public way to list them, and what --help prints differs between Pythons
    return [a for a in parser._actions if not isinstance(a, argparse._HelpAction)]  # noqa: SLF001


def _command(parser: argparse.ArgumentParser, text: str) -> str:
    about = parser.description or f"{text[:1].upper()}{text[1:]}."
    actions = _actions(parser)
    options = [action for action in actions if action.option_strings]
    inputs = [action for action in actions if not action.option_strings]
    usage = " ".join((parser.prog, *map(_usage, options), *map(_usage, inputs)))
    lines = [f"### `{parser.prog}`", "", about, "", f"    {usage}"]
    if actions:
        lines += ["", *(f"- `{_names(a)}`: {_help(a)}." for a in (*inputs, *options))]
    return "\n".join(lines)


def _usage(action: argparse.Action) -> str:
    value = _value(action)
    if not action.option_strings:
        many = f"{value} ..."
        return {"*": f"[{many}]", "+": many}.get(str(action.nargs), value)
    named = " ".join((action.option_strings[0], *([value] if value else [])))
    return named if action.required else f"[{named}]"


def _names(action: argparse.Action) -> str:
    value = _value(action)
    names = ", ".join(action.option_strings)
    return f"{names} {value}".strip()


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.choices:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return str(action.metavar or action.dest.upper())


def _help(action: argparse.Action) -> str:
    return (action.help or "").replace("%(default)s", str(action.default))


def entry_points() -> str:
    """The public classes and functions, from their docstrings."""
    return "\n\n".join(
        part
        for entry, members in ENTRY_POINTS
        for part in (_entry(entry), *(_member(entry, name) for name in members))
    )


def _entry(entry: object) -> str:
    name = entry.__name__  # type: ignore[attr-defined]
    where = f"    from {_home(entry)} import {name}"
    return f"### `{name}`\n\n{where}\n\n{_documented(entry, name)}"


def _member(entry: object, name: str) -> str:
    title = f"{entry.__name__}.{name}"  # type: ignore[attr-defined]
    member = inspect.getattr_static(entry, name)
    if isinstance(member, classmethod):
        member = getattr(entry, name)
    return f"#### `{title}`\n\n{_documented(member, title)}"


def _home(entry: object) -> str:
    """The shortest package that gives it: `geo` of `geo.Article`."""
    parts = entry.__module__.split(".")
    name = entry.__name__  # type: ignore[attr-defined]
    for length in range(1, len(parts)):
        package = ".".join(parts[:length])
        if getattr(sys.modules[package], name, None) is entry:
            return package
    return entry.__module__


def _documented(entry: object, name: str) -> str:
    signature = inspect.signature(entry) if callable(entry) else None
    text = inspect.getdoc(entry) or ""
    lead, *sections = re.split(r"^(\w[\w ]*)\n-+\n", text, flags=re.MULTILINE)
    titles = zip(sections[::2], sections[1::2], strict=True)
    written = [_section(title, body, signature) for title, body in titles]
    call = [f"    {_call(signature, name)}"] if signature else []
    return "\n\n".join((*call, lead.strip(), *written))


def _call(signature: inspect.Signature, name: str) -> str:
    kept = [
        parameter.replace(annotation=inspect.Parameter.empty)
        for parameter in signature.parameters.values()
        if parameter.name not in ("self", "cls")
    ]
    return f"{name}{inspect.Signature(kept)}"


def _section(title: str, body: str, signature: inspect.Signature | None) -> str:
    if title == "Examples":
        return f"```pycon\n{body.strip()}\n```"
    entries = re.findall(r"^(\S.*)\n((?:(?: .*)?\n?)+)", body.strip() + "\n", re.MULTILINE)
    rows = (
        f"- {_of_type(names, title, signature)}: {' '.join(about.split())}"
        for names, about in entries
    )
    return "\n".join((f"**{title}**", "", *rows))


def _of_type(names: str, title: str, signature: inspect.Signature | None) -> str:
    shown = ", ".join(f"`{name}`" for name in names.split(", "))
    if title != "Parameters" or signature is None:
        return shown
    annotation = signature.parameters[names.split(", ", 1)[0]].annotation
    # without the module of each type, which readers need not know
    written = re.sub(r"\b(?:\w+\.)+(\w+)", r"\1", inspect.formatannotation(annotation))
    return f"{shown} (`{written}`)"


PARTS: dict[str, Callable[[], str]] = {
    "settings": settings,
    "commands": commands,
    "entry-points": entry_points,
}

if __name__ == "__main__":
    main()
