from dataclasses import replace

from support.samples import HARBIN, sample

from dashboard.commands.terminal.mention_table import table
from geo.model.places import Focus


def test_the_table_lists_every_mention_nested_ones_indented() -> None:
    lines = table(sample()).splitlines()
    assert "13 mentions of 6 places" in lines
    assert sum("Harbin, CN" in line for line in lines) == 4
    nested = next(line for line in lines if "embedded_literal" in line)
    assert nested.startswith("  Harbin")


def test_the_table_says_where_and_how_sure() -> None:
    line = next(x for x in table(sample()).splitlines() if x.startswith("Kharkov"))
    assert line.split() == [
        "Kharkov",
        "literal",
        "Kharkiv,",
        "UA",
        "city",
        "49.98,",
        "36.25",
        "0.91",
    ]


def test_the_table_says_why_a_name_has_no_place() -> None:
    text = table(sample())
    assert "(no fixed place)" in text
    assert "(not found)" in text


def test_the_focus_stands_above() -> None:
    assert "About: Harbin (0.60)" in table(replace(sample(), focus=(Focus(HARBIN, 0.6),)))


def test_columns_line_up_under_wide_letters() -> None:
    parsed = sample()
    wide = replace(parsed.mentions[1], text="哈尔滨")
    rows = table(replace(parsed, mentions=(parsed.mentions[0], wide, *parsed.mentions[2:])))
    harbin = next(line for line in rows.splitlines() if line.startswith("哈尔滨"))
    russian = next(line for line in rows.splitlines() if line.startswith("Russian  "))
    assert harbin.index("literal") + 3 == russian.index("non_literal")


def test_no_control_sequence_or_bidi_override_reaches_the_terminal() -> None:
    parsed = sample()
    nasty = "\x1b[2J\x9b31m\u202egnp.\u200b\x07title\r\nnext"
    text = table(replace(parsed, article=replace(parsed.article, title=nasty)))
    assert "[2J31mgnp.title next" in text
    assert all(line.isprintable() for line in text.splitlines())


def test_a_very_long_name_is_cut() -> None:
    parsed = sample()
    long = replace(parsed.mentions[0], text="x" * 10_000)
    text = table(replace(parsed, mentions=(long, *parsed.mentions[1:])))
    assert max(map(len, text.splitlines())) < 160
