"""The records that JavaScript is told, as TypeScript says them: `records.d.ts` beside each.

Each class of a module of `dashboard/records` becomes an interface, each of its aliases a type.
"""

import argparse
import importlib.util
import inspect
import sys
import types
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import (
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

ROOT = Path(__file__).parent.parent
RECORDS = {
    "dashboard/records/map_data.py": "dashboard/map/static/records.d.ts",
    "dashboard/records/page_data.py": "dashboard/page/components/records.d.ts",
}
_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}


def _record_of(parts: list[str]) -> str:
    return f"Record<{parts[0]}, {parts[1]}>"


_MADE: dict[Any, Callable[[list[str]], str]] = {
    NotRequired: lambda parts: parts[0],
    dict: _record_of,
    Mapping: _record_of,
    list: lambda parts: f"({parts[0]})[]" if " | " in parts[0] else f"{parts[0]}[]",
    tuple: lambda parts: f"[{', '.join(parts)}]",
    Union: " | ".join,
    types.UnionType: " | ".join,
}
_HEAD = "// Made by `make javascript` of {source}: change that.\n\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where it would")
    check = parser.parse_args().check
    stale = [twin for source, twin in RECORDS.items() if not _is_current(source, twin)]
    if check and stale:
        print(f"not as `make javascript` makes them: {', '.join(stale)}", file=sys.stderr)
        return 1
    for source, twin in RECORDS.items():
        if twin in stale:
            (ROOT / twin).write_text(declarations(source), encoding="utf-8")
    return 0


def _is_current(source: str, twin: str) -> bool:
    path = ROOT / twin
    return path.exists() and path.read_text(encoding="utf-8") == declarations(source)


def declarations(source: str) -> str:
    """The twin of a file of records."""
    module = _loaded(source)
    parts = []
    for name, found in vars(module).items():
        if is_typeddict(found) and found.__module__ == module.__name__:
            parts.append(_interface(found))
        elif not name.startswith("_") and get_origin(found) in _MADE:
            parts.append(f"export type {name} = {typescript(found)};\n")
    return _HEAD.format(source=source) + "\n".join(parts)


def _loaded(source: str) -> types.ModuleType:
    # By its path: a package above it would be imported too, and the page's wants a server.
    name = source.removesuffix(".py").replace("/", "_")
    spec = importlib.util.spec_from_file_location(name, ROOT / source)
    if spec is None or spec.loader is None:
        raise ImportError(source)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _interface(record: Any) -> str:
    about = inspect.cleandoc(record.__doc__ or "").splitlines()
    doc = "\n".join(["/**", *(f" * {line}".rstrip() for line in about), " */"])
    hints = get_type_hints(record, include_extras=True)
    fields = [
        f"  {name}{'?' if get_origin(hint) is NotRequired else ''}: {typescript(hint)};"
        for name, hint in hints.items()
    ]
    return "\n".join([doc, f"export interface {record.__name__} {{", *fields, "}", ""])


def typescript(hint: Any) -> str:
    """What TypeScript calls a type of Python's."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_typeddict(hint):
        return str(hint.__name__)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(f'"{value}"' for value in arguments)
    if origin not in _MADE:
        raise TypeError(f"{hint} has no twin")
    return _MADE[origin]([typescript(argument) for argument in arguments])


if __name__ == "__main__":
    sys.exit(main())
