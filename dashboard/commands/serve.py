"""`dateline serve`: the dashboard's server, once it is known that it can start."""

from argparse import Namespace

from dashboard.commands.terminal.plain_text import say
from dashboard.hosting import server
from geo.gazetteer import Gazetteer
from geo.geocoding import services_from
from geo.settings import Settings


def run(options: Namespace, settings: Settings) -> int:
    """Serve until it is stopped."""
    services_from(settings)  # says now, not to a reader, what is wrong with them
    server.check_free(options.host, options.port)
    Gazetteer.open(settings)
    say(f"Dateline is at {server.address(options.host, options.port)} (Ctrl-C stops it)")
    server.serve(options.host, options.port, open_browser=options.open)
    return 0
