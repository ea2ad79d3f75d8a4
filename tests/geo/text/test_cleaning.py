"""Which characters nobody sees, and that nothing which is shown holds one of them."""

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard.commands.terminal.plain_text import for_terminal
from dashboard.map.layers.gate import for_map
from dashboard.wording.escaping import for_html, for_markdown
from geo.exports.json_encoding import dumps
from geo.exports.spreadsheet import for_spreadsheet
from geo.gazetteer.importing.geonames_rows import clean_name
from geo.geocoding.readers.answer_values import name_of
from geo.text.cleaning import (
    blank_invisible,
    for_message,
    is_invisible,
    is_storable,
    one_line,
    stored_line,
    strip_controls,
    strip_invisible,
)

ROOT = Path(__file__).parents[3]
ALL = [chr(code) for code in range(sys.maxunicode + 1)]
INVISIBLE = [c for c in ALL if is_invisible(c)]
FOUR_IDEAS = (
    *map(chr, (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xAD, 0x061C)),
    *map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)),
    *map(chr, (*range(0xD800, 0xE000), *range(0xE0000, 0xE0080))),
)
"""What one or another of the tables of former versions named: no less is invisible now."""

SHOWN: dict[str, Callable[[str], str]] = {
    "strip_invisible": strip_invisible,
    "one_line": one_line,
    "for_message": for_message,
    "for_html": for_html,
    "for_markdown": for_markdown,
    "for_map": for_map,
    "for_terminal": for_terminal,
    "gazetteer dumps": clean_name,
    "geocoding answers": name_of,
}
"""Everything that makes text for somebody to see."""


def portions(characters: list[str]) -> Iterator[str]:
    """All characters, few enough at a time that no limit cuts them off."""
    for start in range(0, len(characters), 150):
        yield "".join(characters[start : start + 150])


def test_invisible_are_unicodes_characters_of_no_look_but_tab_and_line_feed() -> None:
    categories = {"Cc", "Cf", "Cs", "Co", "Cn"}
    wanted = {c for c in ALL if unicodedata.category(c) in categories} - {"\t", "\n"}
    assert set(INVISIBLE) == wanted
    assert wanted.issuperset(FOUR_IDEAS)


def test_all_else_that_python_does_not_print_is_white_space() -> None:
    assert {c for c in ALL if not c.isprintable()} - set(INVISIBLE) == {
        c for c in ALL if c.isspace() and c != " " and not is_invisible(c)
    }


@pytest.mark.parametrize("name", SHOWN)
def test_no_invisible_character_is_shown(name: str) -> None:
    for portion in portions(INVISIBLE):
        shown = SHOWN[name](f"a{portion}z")
        assert not [c for c in shown if is_invisible(c)], name
        assert shown.replace(" ", "") == "az"  # white space may be one: "\x1f" parts words


@pytest.mark.parametrize("name", SHOWN)
def test_the_letters_and_marks_of_every_script_stay(name: str) -> None:
    seen = [c for c in ALL if unicodedata.category(c)[0] in "LMN"]
    for portion in portions(seen):
        cut = [portion] if name not in {"for_message", "for_map"} else [portion[:70], portion[70:]]
        for part in cut:
            shown = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), SHOWN[name](part))
            assert shown == part


@pytest.mark.parametrize(
    "name", sorted(SHOWN.keys() - {"strip_invisible", "for_html", "for_markdown"})
)
def test_one_line_is_one_line(name: str) -> None:
    spaces = [c for c in ALL if c.isspace()]
    assert SHOWN[name](f" a{''.join(spaces)}z\n") == "a z"


def test_lines_stay_where_text_has_several() -> None:
    assert strip_invisible("a\n\tb\u202e c") == "a\n\tb c"


@pytest.mark.parametrize(
    ("text", "limit", "ending", "line"),
    [
        ("Harbin", 6, "…", "Harbin"),
        ("Harbin Ice Festival", 8, "…", "Harbin…"),
        ("Harbin Ice Festival", 7, "", "Harbin"),
        ("\u200b" * 1000 + "Harbin", 6, "…", ""),
        (" Har\u202ebin \n", None, "…", "Harbin"),
    ],
)
def test_a_line_is_cut(text: str, limit: int | None, ending: str, line: str) -> None:
    assert one_line(text, limit, ending=ending) == line


def test_a_message_shows_eighty_characters() -> None:
    assert for_message("x" * 80) == "x" * 80
    assert for_message("x" * 40 + "y" * 41) == "x" * 39 + "…" + "y" * 40
    assert for_message(f"/home/{'a' * 900}/news/rain.txt").endswith("/news/rain.txt")
    assert len(for_message("x" * 10**6)) == 80


def test_what_is_stored_keeps_what_articles_are_counted_in() -> None:
    assert strip_controls("a\r\nb\rc\u2028d\x0b\x85e\tf") == "a\nb\nc\nd\n\ne\tf"
    assert strip_controls("\x00\x07\x1b\x7f\x9f\ud800") == ""
    kept = "".join(c for c in INVISIBLE if unicodedata.category(c) in {"Cf", "Co", "Cn"})
    assert strip_controls(kept) == kept
    assert stored_line(" Rain\u200d in\n Lagos\x07 ") == "Rain\u200d in Lagos"
    assert stored_line("Rain in Lagos", 5) == "Rain"


@pytest.mark.parametrize("half", ["\0", "\ud800"])
def test_some_characters_no_text_has(half: str) -> None:
    assert not is_storable(f"Rain{half}")
    assert is_storable("Rain \u202e\U0001f600\uffff")


def test_text_is_blanked_without_a_change_of_length() -> None:
    whole = "".join(ALL)
    blanked = blank_invisible(whole)
    assert len(blanked) == len(whole)
    changed = {then for then, now in zip(whole, blanked, strict=True) if then != now}
    assert changed == {c for c in INVISIBLE if unicodedata.category(c) in {"Cc", "Cf"}} - {
        "\u00ad",
        "\u200c",
        "\u200d",
    }


def test_json_names_every_invisible_character() -> None:
    for portion in portions([*INVISIBLE, "\u2028", "\u2029"]):
        assert dumps(portion).isprintable()


def test_a_spreadsheet_gets_no_control_character() -> None:
    cell = for_spreadsheet("a" + "".join(c for c in ALL if unicodedata.category(c) in {"Cc", "Cs"}))
    assert isinstance(cell, str)
    assert {c for c in cell if is_invisible(c)} == set()


TABLE = re.compile(
    r"""(?i:\\u(?:00ad|061c|200[b-f]|202[a-e]|206\w|feff|d800|dfff)|\\U000e0|\\x(?:7f|9f|1f|0[bc]))"""
    r"""|["']C[cfnos]["']|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"""
)
ELSEWHERE = {
    # a line of a PDF that ends in a soft hyphen goes on in the next
    "geo/documents/pdf_lines.py": {r"\u00ad"},
    # keys of names, which nobody sees, are spelled alike in the compiled gazetteer and a lookup
    "geo/gazetteer/name_keys.py": {'"Cf"'},
    # the network's words are cut as when it was trained
    "geo/recognition/network/wordpieces.py": {'"Cc"', '"Cf"', '"Co"'},
}
"""Modules that name such characters for something else than cleaning."""


def test_no_other_module_says_which_characters_are_invisible() -> None:
    named = {
        path.relative_to(ROOT).as_posix(): names
        for folder in ("geo", "dashboard")
        for path in (ROOT / folder).rglob("*.py")
        if (names := set(TABLE.findall(path.read_text(encoding="utf-8"))))
    }
    assert named.pop("geo/text/cleaning.py")
    assert named == ELSEWHERE
