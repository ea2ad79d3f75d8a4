"""Front matter: the YAML block between two --- lines at the head of a Markdown article."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

import yaml

from geo.errors import InputError, TooLarge
from geo.text.cleaning import for_message, stored_line

MAX_BYTES = 64_000
"""Largest block of front matter, in bytes."""

MAX_COLLECTIONS = 100
"""Most lists and mappings in it."""

_COLLECTIONS = (
    yaml.FlowSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.BlockMappingStartToken,
)
_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][A-Za-z0-9]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What an article says of itself; an empty value where it says nothing."""

    title: str = ""
    outlet: str = ""
    published: date | None = None
    language: str = ""
    source: str = ""
    note: str = ""


def split_front_matter(text: str, name: str) -> tuple[FrontMatter, str]:
    """The front matter of clean Markdown text, and the text after it.

    Keys other than FrontMatter's are ignored. Raises InputError where the block is not
    closed, is no YAML mapping, uses aliases, or has a value of the wrong type.
    """
    if not re.match(r"---[ \t]*\n", text):
        return FrontMatter(), text
    block = _BLOCK.match(text[: MAX_BYTES + 100])
    if block is None and len(text.encode()) > MAX_BYTES:
        raise TooLarge(f"{for_message(name)}: the front matter is longer than {MAX_BYTES:,} bytes.")
    if block is None:
        raise InputError(f"{for_message(name)}: the front matter is not closed; add a line of ---.")
    return _validated(_mapping(block[1], name), name), text[block.end() :]


def parse_date(value: object, name: str) -> date | None:
    """A date from YAML's own type or an ISO 8601 string; None for nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str):
            return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        pass
    raise InputError(f'{for_message(name)}: "published" must be a date such as 2024-05-17.')


def web_address(value: str) -> str:
    """`value` if it is an absolute http(s) address without spaces, else the empty string."""
    value = value.strip()
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and parts.hostname and value.isprintable()
    return value if is_web and not re.search(r"[\s<>\"'`\\]", value) else ""


def _mapping(block: str, name: str) -> Mapping[object, object]:
    try:
        _check_plain(block, name)
        loaded = yaml.safe_load(block)
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - PyYAML raises whatever an odd value leads it to
        mark = getattr(error, "problem_mark", None)
        where = f" near its line {mark.line + 1}" if mark else ""
        raise InputError(
            f"{for_message(name)}: the front matter is not valid YAML{where}; correct or remove it."
        ) from None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise InputError(
            f"{for_message(name)}: the front matter must be lines of the form key: value."
        )
    return loaded


def _check_plain(block: str, name: str) -> None:
    """Refuse what front matter has no use for: aliases (a bomb), tags, piles of brackets (slow)."""
    collections = 0
    for token in yaml.scan(block):
        collections += isinstance(token, _COLLECTIONS)
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
            raise InputError(
                f"{for_message(name)}: the front matter uses YAML aliases; write it out."
            )
        if isinstance(token, yaml.TagToken):
            raise InputError(
                f"{for_message(name)}: the front matter uses YAML tags; leave them out."
            )
        if collections > MAX_COLLECTIONS:
            raise InputError(
                f"{for_message(name)}: the front matter is nested too much; make it flat."
            )


def _validated(values: Mapping[object, object], name: str) -> FrontMatter:
    source = _line(values, "source", name)
    if source and not web_address(source):
        raise InputError(f'{for_message(name)}: "source" must be an http or https address.')
    # YAML reads the code of Norwegian, no, as false.
    language = "no" if values.get("language") is False else _line(values, "language", name)
    code = _LANGUAGE.fullmatch(language)
    if language and not code:
        raise InputError(f'{for_message(name)}: "language" must be a two-letter code such as en.')
    return FrontMatter(
        title=_line(values, "title", name),
        outlet=_line(values, "outlet", name),
        published=parse_date(values.get("published"), name),
        language=code[1].lower() if code else "",
        source=source,
        note=_line(values, "note", name),
    )


def _line(values: Mapping[object, object], key: str, name: str) -> str:
    value = values.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(f'{for_message(name)}: "{key}" must be text; put its value in quotes.')
    return stored_line(value)  # YAML writes any character as an escape
