"""No text costs a regular expression more than its length: steps are counted, not timed."""

import ast
import importlib
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.regex_steps import Counted

ROOT = Path(__file__).parents[1]
LENGTH = 60
MOST = 2.4
"""Most times the steps of a text may grow where the text grows to twice its length."""
UNITS = (
    " ", "\t", "\n", "\n ", "-", "-A", " A", "A.", "a", "a ", "a-", ".", ",", "1", "1 ", "’", '"',
    "/", "air ", "<a", "<meta", "a.m.", "é", "—", "the ", "---\n", " of ", "x@",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Use:
    """How text from outside meets a pattern: which way, and after which beginnings at its worst.

    `most`: the longest stretch it is given, where the caller cuts one out; steps on that many
    characters are a constant. `window`: how far the pattern itself looks from each character.
    """

    how: str
    starts: tuple[str, ...] = ("",)
    most: int | None = None
    window: int = 0


USES = {
    "geo.text.plaintext._BLANK_LINES": Use("search"),
    "geo.text.cleaning._ODD": Use("search"),
    "geo.text.cleaning._LINE_END": Use("search"),
    "geo.text.cleaning._CONTROL": Use("search"),
    "geo.text.language._WORD": Use("search"),
    "geo.text.language._UKRAINIAN": Use("search"),
    "geo.text.frontmatter._BLOCK": Use("match", ("---\n", "---")),
    "geo.text.frontmatter._LANGUAGE": Use("fullmatch", ("", "en", "en-")),
    "geo.gazetteer.name_keys._POSSESSIVE": Use("search"),
    "geo.gazetteer.importing.geonames_rows._CODE": Use("fullmatch"),
    "geo.gazetteer.importing.geonames_rows._FEATURE": Use("fullmatch"),
    "geo.gazetteer.importing.geonames_rows._LATIN": Use("fullmatch"),
    "geo.exports.docbin._LONG_RUN": Use("search", window=400),
    "geo.exports.spreadsheet._FORMULA": Use("match"),
    "geo.exports.annotations._OSM_ID": Use("fullmatch", ("osm-node-",)),
    "geo.corrections.json_lines._CODE": Use("fullmatch"),
    "geo.geocoding.readers.questions._STREET": Use("search"),
    "geo.geocoding.readers.questions._OF": Use("fullmatch", ("", "a of ")),
    "geo.geocoding.readers.answer_values._CODE": Use("fullmatch"),
    "geo.geocoding.readers.answer_values._DEGREES": Use("fullmatch", ("", "1.")),
    "geo.geocoding.readers.answer_values._NO_ID": Use("search"),
    "geo.geocoding.readers.openstreetmap._NUMBER": Use("fullmatch"),
    "geo.geocoding.service_options._CONTACT": Use("search", ("", "http://")),
    "geo.geocoding.ranking._WORD": Use("search"),
    "geo.coverage.search_words._WORD": Use("search"),
    "geo.coverage.search_words._APOSTROPHES": Use("search"),
    "geo.resolution.evidence._AFTER": Use("fullmatch", ("", ",", " in", ", in a "), most=60),
    "geo.resolution.evidence._DIRECT": Use("fullmatch", ("", ","), most=60),
    "geo.resolution.evidence._POSSESSIVE": Use("fullmatch", ("’s", "’s a "), most=62),
    "geo.resolution.evidence._ADJECTIVAL": Use("fullmatch", ("", " a ", " city"), most=62),
    "geo.resolution.evidence._NEXT_WORDS": Use("match", ("", ",", ", A", ", A A A")),
    "geo.resolution.evidence._DATELINE": Use("match", ("", ",", ", China", "(")),
    "geo.resolution.outlets._DOMAIN": Use("search"),
    "geo.resolution.inheritance._SAINT": Use("fullmatch"),
    "geo.resolution.inheritance._WORD": Use("search"),
    "geo.resolution.inheritance._SITE": Use("search", ("", "air")),
    "geo.recognition.network.wordpieces._ALONE": Use("search"),
    "geo.recognition.network.text_pieces._OVERLONG": Use("search", window=201),
    "geo.recognition.facilities._FIRST": Use("match", ("", "the ")),
    "geo.recognition.sentences._ACRONYM": Use("fullmatch"),
    "geo.recognition.type_choice._EVENT": Use("match", ("", " A")),
    "geo.recognition.type_choice._SPEAKING": Use("search", ("", "in "), most=40),
    "geo.recognition.type_choice._NOUN_ENDS": Use("match", ("",)),
    "geo.recognition.type_choice._NEXT_WORD": Use("match", ("", " ")),
    "geo.documents.feeds._TAG": Use("search", window=200),
    "geo.documents.contents._NO_TITLE": Use("fullmatch", ("", "untitled", "word", "word 1")),
    "geo.documents.markup._META_CHARSET": Use(
        "search", ("", "<meta charset", "<meta charset="), window=200
    ),
    "geo.documents.pdf_lines._NUMBER": Use("fullmatch", ("", "page", "1", "1 of", "1 of 1")),
    "geo.documents.pdf_lines._BROKEN": Use("search", most=64),
    "geo.documents.pdf_lines._WORD": Use("search"),
    "geo.documents.pdf_lines._SENTENCE_END": Use("search", most=64),
    "dashboard.page.correcting.events._POINT": Use("fullmatch", ("", "1", "1,", "1,1")),
    "dashboard.wording.marked_spans._BLANK_LINE": Use("search"),
    "dashboard.map.layers.gate._ACTIVE": Use("search"),
    "dashboard.commands.inputs.sources._URL": Use("match", ("", "a")),
}
OUR_OWN_TEXT = {
    "dashboard.hosting.middleware.headers._INLINE": "the page that Streamlit ships",
    "geo.gazetteer.compiling.divisions._COUNTY": "the packages that the gazetteer is made of",
}


def _pattern(name: str) -> re.Pattern[str]:
    module, _, constant = name.rpartition(".")
    found: re.Pattern[str] | re.Pattern[bytes] = getattr(importlib.import_module(module), constant)
    said = found.pattern
    if isinstance(said, bytes):
        return re.compile(said.decode("ascii"), found.flags | re.ASCII)
    return re.compile(said, found.flags)


def _compiled() -> set[str]:
    """The dotted name of every pattern that a module of `geo` or `dashboard` compiles."""
    found = set()
    for path in (p for folder in ("geo", "dashboard") for p in (ROOT / folder).rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("re.compile("):
                found |= {f"{module}.{ast.unparse(target)}" for target in node.targets}
    return found


def test_every_pattern_is_in_a_table() -> None:
    assert _compiled() == set(USES) | set(OUR_OWN_TEXT)


@pytest.mark.parametrize("name", sorted(USES))
def test_twice_the_text_takes_no_more_than_twice_the_steps(name: str) -> None:
    use, counted = USES[name], Counted(_pattern(name))
    steps = getattr(counted, use.how)
    length = LENGTH + 3 * use.window
    for start in use.starts:
        for unit in UNITS:
            short, long = (f"{start}{unit * (n * length // len(unit))}\0" for n in (1, 2))
            if use.most is not None:
                assert steps((start + unit * use.most)[: use.most - 1] + "\0") < 10_000, unit
            else:
                slack = 50 + use.window**2 // 2
                assert steps(long) <= MOST * steps(short) + slack, (start, unit)


@pytest.mark.parametrize(
    ("pattern", "unit"),
    [(r"\s*(?:,.{0,40})?\s*-", " "), (r"(?:-[\w-]*){0,5} x", "-A"), (r"(?:a+)+b", "a")],
)
def test_what_takes_the_square_is_found(pattern: str, unit: str) -> None:
    steps = Counted(re.compile(pattern)).match
    few, many = 8 // len(unit), 16 // len(unit)
    assert steps(unit * many) > 3 * steps(unit * few)
