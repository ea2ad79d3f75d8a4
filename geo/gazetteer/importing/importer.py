"""Importing dumps: from paths to an imported gazetteer in the place of the last one."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tqdm import tqdm

from geo.errors import GazetteerError, InputError, Unsupported
from geo.gazetteer.active_file import imported_path, installed_path
from geo.gazetteer.compiling.build import ensure_built, only_builder
from geo.gazetteer.compiling.package_sources import read_cities
from geo.gazetteer.importing.dumps import dump_lines
from geo.gazetteer.importing.geonames_rows import (
    BadLine,
    Form,
    division_row,
    form_of,
    name_row,
    place_row,
)
from geo.gazetteer.importing.merge import Merger, Outcome
from geo.gazetteer.importing.staging_database import Staging, staged_copy
from geo.settings import Settings
from geo.text.cleaning import for_message

MOST_BAD = 0.01
"""Share of a file's lines that may be no rows; with more it is another kind of file."""
_EARLY = 10_000
_ORDER = (Form.DIVISIONS, Form.PLACES, Form.NAMES)
_LOOKED_AT = 20
Take = Callable[[str], Outcome]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a file's lines; `first_bad` says which line was the first bad one and why."""

    path: Path
    form: Form
    lines: int
    added: int
    known: int
    left_out: int
    bad: int
    first_bad: str


def import_dumps(
    paths: Sequence[Path],
    settings: Settings,
    *,
    min_population: int = 0,
    progress: bool | None = None,
) -> list[Report]:
    """Add GeoNames dumps to the gazetteer that `Gazetteer.open` gives, all of them or none.

    Tables of divisions go first and alternate names last, however `paths` are ordered.

    What was imported before stays. `progress` shows a bar on stderr; None: only in a terminal.
    Raises InputError for a file that cannot be used, GazetteerError where the result cannot be
    written; the gazetteer is then as it was.
    """
    forms = [(path, _form(path)) for path in dict.fromkeys(path.absolute() for path in paths)]
    forms.sort(key=lambda found: _ORDER.index(found[1]))
    ensure_built(settings.cache_dir, progress=progress)
    target = imported_path(settings.cache_dir)
    copy, waiting = target.with_suffix(".building"), target.with_suffix(".staging")
    with _explained(settings.cache_dir), only_builder(settings.cache_dir):
        with staged_copy(installed_path(settings.cache_dir), copy, waiting) as staging:
            reports = _merge(forms, staging, min_population, progress)
            _finish(staging, reports, progress)
        _put(copy, target)
    return reports


def _merge(
    forms: list[tuple[Path, Form]], staging: Staging, min_population: int, progress: bool | None
) -> list[Report]:
    merger = Merger(staging, read_cities(), min_population)
    takes: dict[Form, Take] = {
        Form.DIVISIONS: lambda line: merger.take_division(division_row(line)),
        Form.PLACES: lambda line: merger.take_place(place_row(line)),
        Form.NAMES: lambda line: merger.take_name(name_row(line)),
    }
    reports = []
    for path, form in forms:
        if form is Form.NAMES:
            staging.settle()
        reports.append(_import_one(path, form, takes[form], progress))
    return reports


def _finish(staging: Staging, reports: list[Report], progress: bool | None) -> None:
    disable = None if progress is None else not progress
    with tqdm(total=2, desc="Gazetteer: sorting names", disable=disable) as bar:
        staging.merge_names()
        bar.update()
        bar.set_description("Gazetteer: making indexes")
        staging.finish((str(r.path), r.form.value, r.lines, r.added) for r in reports)
        bar.update()


def _form(path: Path) -> Form:
    with dump_lines(path, lambda _: None) as lines:
        first = [line for _, line in islice(lines, _LOOKED_AT)]
    if not first:
        raise Unsupported(f"{for_message(path.name)} is empty: download it again.")
    for line in first:
        # Not UTF-8: a bad line of a dump, or a table in another encoding, which is none.
        with suppress(UnicodeDecodeError):
            if form := form_of(line.decode("utf-8")):
                return form
    raise Unsupported(
        f"{for_message(path.name)} is no table Dateline can import: give allCountries or a "
        "country's, cities500, admin1CodesASCII, admin2Codes or alternateNamesV2, as .txt or .zip."
    )


def _import_one(path: Path, form: Form, take: Take, progress: bool | None) -> Report:
    counts = dict.fromkeys(Outcome, 0)
    lines, bad, first_bad = 0, 0, ""
    with _bar(path, progress) as moved, dump_lines(path, moved) as rows:
        for number, line in rows:
            lines += 1
            try:
                counts[take(line.decode("utf-8"))] += 1
            except BadLine as error:
                bad, first_bad = bad + 1, first_bad or f"line {number:,}: {error}"
            except UnicodeDecodeError:
                bad, first_bad = bad + 1, first_bad or f"line {number:,}: it is not UTF-8"
            if bad and lines == _EARLY:
                _refuse_bad(path, bad, lines, first_bad)
    _refuse_bad(path, bad, lines, first_bad)
    if not counts[Outcome.ADDED] + counts[Outcome.KNOWN]:
        raise InputError(
            f"{for_message(path.name)} has nothing the gazetteer could use (lines read: "
            f"{lines:,}): give another file, or import the places before their names."
        )
    added, known, left_out = counts.values()
    return Report(path, form, lines, added, known, left_out, bad, first_bad)


def _refuse_bad(path: Path, bad: int, lines: int, first_bad: str) -> None:
    if bad > MOST_BAD * lines:
        raise InputError(
            f"{bad:,} of {lines:,} lines of {for_message(path.name)} cannot be read ({first_bad}): "
            "download it again."
        )


@contextmanager
def _bar(path: Path, progress: bool | None) -> Iterator[Callable[[int], None]]:
    disable = None if progress is None else not progress
    size = path.stat().st_size if path.exists() else 0
    with tqdm(
        total=size, unit="B", unit_scale=True, desc=for_message(path.name), disable=disable
    ) as bar:

        def moved(position: int) -> None:
            bar.update(position - bar.n)

        yield moved
        moved(size)


def _put(copy: Path, target: Path) -> None:
    """Give the finished file its name, once it is safely on the disk."""
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        copy.replace(target)
    finally:
        copy.unlink(missing_ok=True)


@contextmanager
def _explained(cache_dir: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(
            f"The imported gazetteer cannot be written to {cache_dir} ({error}): "
            "make room there, or name another folder in DATELINE_CACHE_DIR."
        ) from error
