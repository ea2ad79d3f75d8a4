"""Programs that are killed in the middle, each a process of its own: they say what is confirmed.

`python tests/support/confirming.py NAME`; what they work on is said by DATELINE_* settings. A line
on stdout names what was confirmed before.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from support.corrections import correction
from support.dumps import place_line, written
from support.toy_gazetteer import toy_entries

from geo import Article
from geo.gazetteer import Gazetteer
from geo.gazetteer.compiling import build
from geo.gazetteer.compiling.entries import Entry
from geo.gazetteer.importing import import_dumps, importer
from geo.library import Library
from geo.model.mentions import Mention, MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Match, Place, PlaceKind, Resolution, Status
from geo.settings import Settings

TOWNS = 20_000


def said(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def storing() -> None:
    """Articles, each with what it names, as `dateline library add` stores them."""
    library = Library.open(Settings())
    said("ready")
    for number in count():
        text = f"Rain fell on town {number}. " + "It fell and fell. " * 200
        token = library.articles.add(Article("x", text, f"Rain {number}")).token
        place = Place(f"gn-{number}", f"Town {number}", PlaceKind.CITY, 1.0, 1.0)
        library.index.add(
            token,
            ParsedArticle(
                Article(token, text),
                (Mention("text", 13, 17, "town", MentionType.LITERAL, (0, 20)),),
                (Resolution(place, 1.0, Status.RESOLVED),),
            ),
            parser="test",
        )
        said(token)


def correcting() -> None:
    """Corrections, each kept, and every third taken back."""
    library = Library.open(Settings())
    article = Article("a", "Snow fell on Oslo.")
    said("ready")
    for number in count():
        one = correction(article=article, when=datetime.now(UTC), note=f"number {number}")
        one = type(one)(f"{number:020}", *[getattr(one, name) for name in _REST])
        library.corrections.add([one])
        if number % 3 == 0:
            library.corrections.undo(one.id)
        said(one.id)


_REST = ("anchor", "scope", "verdict", "when", "place", "type", "who", "note")


def towns(first: int = 0) -> list[Entry]:
    made = []
    for number in range(first, first + TOWNS):
        name = f"Town {number}"
        place = Place(f"gn-{10**7 + number}", name, PlaceKind.CITY, 1.0, 1.0, "US", population=9)
        made.append(Entry(place, [(name, Match.NAME)]))
    return made


def use_towns(patch: pytest.MonkeyPatch) -> None:
    """Build a gazetteer of towns in the place of the real one."""

    def compile_towns(step: Callable[[str], None]) -> list[Entry]:
        step("towns")
        return [*toy_entries(), *towns()]

    patch.setattr(build, "compile_entries", compile_towns)
    patch.setattr(importer, "read_cities", list)


def building_gazetteer() -> None:
    """A gazetteer, built where it is not whole."""
    said("ready")
    use_towns(pytest.MonkeyPatch())
    Gazetteer.open(Settings(), progress=False)
    said("built")


def importing_dump() -> None:
    """More towns into the gazetteer that is there."""
    use_towns(pytest.MonkeyPatch())
    settings = Settings()
    lines = [place_line(2 * 10**7 + n, f"Hamlet {n}") for n in range(TOWNS)]
    dump = written(settings.cache_dir.parent / "dump.txt", lines)
    said("ready")
    import_dumps([dump], settings, progress=False)
    said("imported")


if __name__ == "__main__":
    globals()[sys.argv[1]]()
