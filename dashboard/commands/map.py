"""`dateline map`: the map of articles as one page or one picture."""

from argparse import Namespace

from dashboard.commands.inputs.parsed_inputs import parsed_inputs, write
from dashboard.map import html_map, png_map
from geo.model.atlas import gather
from geo.settings import Settings


def run(options: Namespace, settings: Settings) -> int:
    """Write the map of the inputs as a page or a picture; the number that failed."""
    inputs = parsed_inputs(options, settings)
    if inputs.parsed:
        make = png_map if options.output.lower().endswith(".png") else html_map
        title = inputs.parsed[0].article.title if len(inputs.parsed) == 1 else ""
        write(make(gather(inputs.parsed), title=title or "Dateline", dark=False), options.output)
    return inputs.failed
