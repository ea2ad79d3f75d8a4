"""The settings of a server: those of `geo`, and the dashboard's own."""

from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_settings import NoDecode

from geo.audience import Audience
from geo.settings import Settings


def _audience(said: object) -> object:
    return Audience.of(str(said)) if isinstance(said, str | bool) else said


Who = Annotated[Audience, NoDecode, BeforeValidator(_audience)]

_SOURCE = r"('self'|\*|https?://(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?)"
_FRAME_ANCESTORS = rf"^('none'|{_SOURCE}( {_SOURCE})*)$"
"""What Content-Security-Policy's frame-ancestors takes; nothing that would end the directive."""


class ServerSettings(Settings):
    """All settings of `geo`, and who may do what, limits and addresses of the server.

    Read once, when the process begins, and handed on.
    """

    editing: Annotated[Who | None, NoDecode] = Field(
        default=None,
        description="Who may correct places. Defaults to local users (requests from the server's "
        "own machine).",
    )
    importing: Who = Field(
        default=Audience(everybody=True), description="Who may add and share articles."
    )
    deleting: Annotated[Who | None, NoDecode] = Field(
        default=None,
        description="Who may delete articles that others shared. Defaults to the value of "
        "`DATELINE_EDITING`.",
    )
    listing: Annotated[Who | None, NoDecode] = Field(
        default=None,
        description="Who may see all stored articles. Defaults to local users (requests from the "
        "server's own machine).",
    )
    max_files: int = Field(default=20, gt=0, description="Most files or addresses added at once.")
    parses_at_once: int = Field(
        default=2, gt=0, description="Most articles parsed at a time; others wait in a fair queue."
    )
    parse_seconds: int = Field(
        default=900,
        gt=0,
        description="Most seconds for parsing one article of over 100,000 characters.",
    )
    max_mentions: int = Field(
        default=100_000,
        gt=0,
        description="Most names in one article of over 100,000 characters.",
    )
    articles_per_hour: int = Field(
        default=200, gt=0, description="Most articles that one session may add within an hour."
    )
    articles_per_hour_address: int = Field(
        default=1_000,
        gt=0,
        description="Most articles that all sessions of one address may add within an hour.",
    )
    max_message_bytes: int = Field(
        default=1_000_000,
        gt=0,
        description="Largest message of a page, in bytes, beyond what a pasted article may take; "
        "a larger one ends its connection.",
    )
    online_tiles: bool = Field(
        default=False,
        description="Let readers choose OpenStreetMap's street map; their browsers then ask its "
        "servers.",
    )
    reconnecting: bool = Field(
        default=True,
        description="Let pages that lost their session, for example at a restart, continue by "
        "themselves.",
    )
    frame_ancestors: str = Field(
        default="'self'",
        pattern=_FRAME_ANCESTORS,
        description="Sites that may show the dashboard in a frame: 'self', 'none', or https:// "
        "addresses.",
    )
    metrics_port: int | None = Field(
        default=None,
        ge=1,
        le=65_535,
        description="Local port that serves figures for Prometheus. Unset: no figures.",
    )
