# ruff: noqa: E501 - a row is easier to read in one piece
"""Files to import into the gazetteer: 200 good rows and one that is not, or no dump at all."""

import io
import zipfile

from hostile.corpus import PWNED, RUN, TEMPLATE
from hostile.rows import Row
from hostile.seeds import PLACE_ROW

_CELLS = PLACE_ROW.split("\t")


def row(number: int = 9_000_001, **changed: str) -> str:
    """A row of places; its cells are counted from c0."""
    cells = [str(number), *_CELLS[1:]]
    for name, value in changed.items():
        cells[int(name[1:])] = value
    return "\t".join(cells)


def many(*odd: str) -> bytes:
    rows = [row(9_100_000 + n, c1=f"Prova {n}", c2=f"Prova {n}") for n in range(200)]
    return "\n".join([*rows[:100], *odd, *rows[100:]]).encode(errors="surrogateescape") + b"\n"


def zipped(name: str, data: bytes, **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, data)
        for other, content in more.items():
            file.writestr(other, content)
    return out.getvalue()


_NO_TABLE = "is no table Dateline can import"
BAD_LINES = [
    Row("a column less", row().rpartition("\t")[0], "columns rather than 19"),
    Row("an id below nothing", row(-1), "geonameid"),
    Row("an id of another script", row(c0="٣"), "geonameid"),
    Row("an id of 100,000 digits", row(c0="9" * 100_000), "geonameid"),
    Row("an id that fills memory", row(c0=str(2**40)), "geonameid"),
    Row("an id with underscores", row(c0="9_0"), "geonameid"),
    Row("a place that is nowhere", row(c4="nan"), "position"),
    Row("a place at infinity", row(c5="inf"), "position"),
    Row("a place beyond the pole", row(c4="90.1"), "position"),
    Row("more people than there are", row(c14="99999999999"), "population"),
    Row("a country of markup", row(c8="<b"), "country code"),
    Row("a class of its own", row(c6="PP"), "feature class"),
    Row("not UTF-8", row(c1="\udcff"), "not UTF-8"),
]
"""Rows that are left out and counted; what stands around them goes in."""
NAMES = [
    Row("markup", row(c1=f"<script>{RUN}</script>"), holds=f"<script>{RUN}</script>"),
    Row("template", row(c1=TEMPLATE), holds=TEMPLATE),
    Row("bidi", row(c1="\u202eProva\u202c Nova"), holds="Prova Nova"),
    Row("terminal codes", row(c1="Nova\x1b[2J Prova"), holds="Nova [2J Prova"),
    Row("SQL", row(c1="x'); DROP TABLE place; --"), holds="x'); DROP TABLE place; --"),
    Row("NUL", row(c1="Nova\0Prova"), holds="Nova Prova"),
]
"""Names that are taken, and how they stand in the gazetteer."""
FILES = [
    Row("empty", ("a.txt", b""), "is empty"),
    Row("empty lines", ("a.txt", b"\n" * 1_000), "is empty"),
    Row("all bytes", ("a.txt", bytes(range(256)) * 9), "ends in the middle of line"),
    Row("an article", ("a.txt", b"In Harbin it rained.\n"), _NO_TABLE),
    Row("a line without an end", ("a.txt", b"x" * 1_100_000), "of more than 1,000,000 bytes"),
    Row("tabs", ("a.txt", b"\t" * 500_000), "is empty"),
    Row("cut in a row", ("a.txt", many()[:-60]), "ends in the middle of line"),
    Row("a third of it bad", ("a.txt", many(*["x\ty"] * 100)), "cannot be read"),
    Row("a zip of nothing", ("a.zip", zipped("b.md", b"x")), "holds no a.txt"),
    Row("two tables in a zip", ("a.zip", zipped("b.txt", b"x", **{"c.txt": b"y"})), "holds no a.txt"),
    Row("a zip cut short", ("a.zip", zipped("a.txt", many())[:-30]), "damaged, cut short or locked"),
    Row("a zip damaged inside", ("a.zip", zipped("a.txt", many()).replace(b"\0\0\0\0a.txt", b"a", 1)),
        "damaged, cut short or locked"),
    Row("compression bomb", ("a.zip", zipped("a.txt", bytes(200_000_000))), "times its size"),
    Row("a zip in a zip", ("a.zip", zipped("a.txt", zipped("a.txt", many()))), _NO_TABLE),
    Row("a path out", ("a.zip", zipped(f"../{PWNED}.txt", b"x\n")), _NO_TABLE),
    Row("a zip called text", ("a.txt", zipped("b.md", b"x")), "holds no a.txt"),
]  # fmt: skip
"""Files that are refused; the gazetteer stays as it was."""
