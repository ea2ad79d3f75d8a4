"""What search engines may keep."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse

# Pages of stored articles are not listed here: a crawler must ask for one to read that it is
# not to be kept (see `headers`).
TEXT = "User-agent: *\nDisallow: /api/\nDisallow: /healthz\nDisallow: /media/\n"


async def answer(_: Request) -> PlainTextResponse:
    """robots.txt; it counts where the dashboard has a host of its own."""
    return PlainTextResponse(TEXT)
