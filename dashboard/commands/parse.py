"""`dateline parse`: what articles mention, as a table, in a format, or a line a document."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from dashboard.commands.inputs import parsers
from dashboard.commands.inputs.jsonl import stream
from dashboard.commands.inputs.parsed_inputs import parsed_inputs, write
from dashboard.commands.terminal.mention_table import table
from geo import exports
from geo.exports.json_encoding import dumps
from geo.model.atlas import Atlas, gather
from geo.model.parsed_article import ParsedArticle
from geo.settings import Settings

_OF_ATLAS: dict[str, Callable[[Atlas], str | bytes]] = {
    "geojson": exports.to_geojson,
    "csv": exports.to_csv,
    "kml": exports.to_kml,
    "jsonld": exports.to_jsonld,
    "spacy": exports.to_docbin,
}


def run(options: Namespace, settings: Settings) -> int:
    """Write what the inputs mention in the format asked for; the number that failed.

    With `--jsonl` a line that fails says so itself and does not count.
    """
    if options.jsonl:
        parser, completed = parsers.geoparser(settings), parsers.completer(settings)
        stream(sys.stdin.buffer, sys.stdout, parser, settings, completed)
        return 0
    inputs = parsed_inputs(options, settings)
    if inputs.parsed:
        form = options.format or "table"
        write(_written(inputs.parsed, form, several=inputs.number > 1), options.output)
    return inputs.failed


def _written(parsed: Sequence[ParsedArticle], form: str, *, several: bool) -> str | bytes:
    if form == "table":
        return "\n".join(table(one) for one in parsed)
    if form != "json":
        return _OF_ATLAS[form](gather(parsed))
    if not several:
        return exports.to_json(parsed[0])
    return dumps([exports.result_record(one) for one in parsed], indent=2) + "\n"
