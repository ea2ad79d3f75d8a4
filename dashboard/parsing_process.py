"""Parses long articles one after the other, for `dashboard.long_articles`: see `geo.processes`.

What is asked is a length in a line and so many bytes of pickle; the answer is pickles too, each
small enough that whoever reads it stops nobody else for long. They remember each other's objects:
a place that thousands of mentions share crosses once.
"""

import pickle
import sys

from dashboard.long_articles import CHUNK, Question, called
from geo import Geoparser, ParsedArticle
from geo.errors import DatelineError, InputError, TooLarge
from geo.processes import begin, waited_for
from geo.settings import Settings

MEMORY = 4_000_000_000
"""Bytes of address space; half a gigabyte of it is used by articles as they are."""


def main() -> None:
    """Answer until nothing more is asked."""
    parsers: list[tuple[Settings, Geoparser]] = []
    with begin(MEMORY) as out:
        while line := waited_for(sys.stdin.buffer):
            question = pickle.loads(sys.stdin.buffer.read(int(line)))  # noqa: S301 - our own process
            pickler = pickle.Pickler(out, protocol=pickle.HIGHEST_PROTOCOL)
            try:
                if not parsers or parsers[0][0] != question.settings:
                    parsers[:] = [(question.settings, Geoparser(question.settings))]
                _write(_parsed(question, parsers[0][1]), pickler)
            except DatelineError as error:
                pickler.dump(error)
            except Exception as error:  # noqa: BLE001 - one answer, whatever parsing it does
                name, kind = called(question.article), type(error).__name__
                pickler.dump(InputError(f"{name} could not be read ({kind}); leave it out."))
            out.flush()


def _write(parsed: ParsedArticle, pickler: pickle.Pickler) -> None:
    pickler.dump((len(parsed.mentions), parsed.focus))
    for start in range(0, len(parsed.mentions), CHUNK):
        part = slice(start, start + CHUNK)
        pickler.dump((parsed.mentions[part], parsed.resolutions[part]))


def _parsed(question: Question, parser: Geoparser) -> ParsedArticle:
    (mentions,) = parser.recogniser.recognise([question.article])
    most = question.settings.max_mentions
    if len(mentions) > most:
        raise TooLarge(
            f"{called(question.article)} names {len(mentions):,} places, "
            f"more than the {most:,} that are looked up at once; give a part of it or raise "
            "DATELINE_MAX_MENTIONS."
        )
    return parser.correct(ParsedArticle(question.article, mentions, (), ()), ())


if __name__ == "__main__":
    main()
