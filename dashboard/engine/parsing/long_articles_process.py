"""Parses long articles one after the other, for `long_articles`: see `geo.system.processes`.

What is asked is a length in a line and so many bytes of pickles; the answer is pickles too, each
small enough that whoever reads or writes it stops nobody else for long.
"""

import pickle
import sys
from io import BytesIO

from dashboard.engine.parsing.long_articles_pickles import Question, called, put, taken
from dashboard.server_settings import ServerSettings
from geo import Geoparser, ParsedArticle
from geo.errors import DatelineError, InputError, TooLarge
from geo.model.mentions import Mention
from geo.system.processes import begin, waited_for

MEMORY = 4_000_000_000
"""Bytes of address space; half a gigabyte of it is used by articles as they are."""


def main() -> None:
    """Answer until nothing more is asked."""
    parsers: list[tuple[ServerSettings, Geoparser]] = []
    with begin(MEMORY) as out:
        while line := waited_for(sys.stdin.buffer):
            asked = BytesIO(sys.stdin.buffer.read(int(line)))
            unpickler = pickle.Unpickler(asked)  # noqa: S301 - our own process
            question = unpickler.load()
            pickler = pickle.Pickler(out, protocol=pickle.HIGHEST_PROTOCOL)
            try:
                if not parsers or parsers[0][0] != question.settings:
                    parsers[:] = [(question.settings, Geoparser(question.settings))]
                _write(_answered(question, unpickler, parsers[0][1]), pickler)
            except DatelineError as error:
                pickler.dump(error)
            except Exception as error:  # noqa: BLE001 - one answer, whatever parsing it does
                name, kind = called(question.article), type(error).__name__
                pickler.dump(InputError(f"{name} could not be read ({kind}); leave it out."))
            out.flush()


def _write(parsed: ParsedArticle, pickler: pickle.Pickler) -> None:
    pickler.dump(parsed.focus)
    put(parsed.mentions, pickler)
    put(parsed.resolutions, pickler)


def _answered(question: Question, unpickler: pickle.Unpickler, parser: Geoparser) -> ParsedArticle:
    if question.corrections is None:
        return _parsed(question, parser)
    known = ParsedArticle(question.article, taken(unpickler), ())
    return parser.correct(known, question.corrections)


def _parsed(question: Question, parser: Geoparser) -> ParsedArticle:
    mentions: list[Mention] = []
    most = question.settings.max_mentions
    for _, some in parser.recogniser.recognise_by_piece([question.article]):
        mentions += some
        if len(mentions) > most:
            raise TooLarge(
                f"{called(question.article)} names more than the {most:,} places that are looked "
                "up at once; give a part of it or raise DATELINE_MAX_MENTIONS."
            )
    return parser.correct(ParsedArticle(question.article, tuple(mentions), (), ()), ())


if __name__ == "__main__":
    main()
