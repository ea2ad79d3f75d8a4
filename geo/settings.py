"""Every setting, in one typed object; each can be set as DATELINE_<NAME> in the environment."""

from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_SOURCE = r"('self'|\*|https?://(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?)"
_FRAME_ANCESTORS = rf"^('none'|{_SOURCE}( {_SOURCE})*)$"
"""What Content-Security-Policy's frame-ancestors takes; nothing that would end the directive."""


class Settings(BaseSettings):
    """Dateline's settings; tests/test_settings.py holds the README's table against this."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", frozen=True)

    seeds: Path | None = Field(default=None, description="Folder of the articles shown first.")
    cache_dir: Path = Field(
        default_factory=lambda: user_cache_path("dateline", appauthor=False),
        description="Where the compiled gazetteer and the geocoding cache are kept.",
    )
    data_dir: Path = Field(
        default_factory=lambda: user_data_path("dateline", appauthor=False),
        description="Where shared articles and corrections are kept, unless a database is named.",
    )
    database_url: str = Field(
        default="",
        repr=False,  # it may hold a password
        description="Another database for them: a postgresql:// or sqlite:/// address.",
    )
    retention_days: int | None = Field(
        default=None,
        gt=0,
        le=36_500,
        description="Days after which a shared article is deleted; none keeps it.",
    )
    max_shared_articles: int = Field(
        default=10_000, ge=0, description="Most shared articles kept at once; none more is taken."
    )
    editing: bool | None = Field(
        default=None,
        description="Whether readers may correct places; none: only on this machine itself.",
    )
    model: str = Field(
        default="", description="Another spaCy pipeline, by path or package name, for recognition."
    )
    max_article_bytes: int = Field(
        default=5_000_000, gt=0, description="Largest article, pasted, uploaded or read, in bytes."
    )
    max_document_bytes: int = Field(
        default=20_000_000,
        gt=0,
        description="Largest PDF or Word file, and the text part of the latter unpacked, in bytes.",
    )
    max_pdf_pages: int = Field(default=300, gt=0, description="Most pages of a PDF.")
    pdf_seconds: int = Field(default=30, gt=0, description="Most seconds spent on reading one PDF.")
    max_files: int = Field(
        default=20, gt=0, description="Most files or addresses brought in at once."
    )
    feed_articles: int = Field(
        default=10, gt=0, le=100, description="Most articles taken from a feed at once."
    )
    online_tiles: bool = Field(
        default=False,
        description="Let readers choose OpenStreetMap's street map, for which their browsers ask "
        "its servers.",
    )
    frame_ancestors: str = Field(
        default="'self'",
        pattern=_FRAME_ANCESTORS,
        description="Who may show the dashboard in a frame: 'self', 'none', or https:// addresses.",
    )
    metrics_port: int | None = Field(
        default=None,
        ge=1,
        le=65_535,
        description="Port of this machine that serves figures for Prometheus; none: no figures.",
    )
    geocoding: bool = Field(
        default=False, description="Ask an online geocoder about names the gazetteer does not know."
    )
    nominatim_domain: str = Field(
        default="nominatim.openstreetmap.org", description="The Nominatim server to ask."
    )
    nominatim_scheme: str = Field(
        default="https", pattern="^https?$", description="How to reach it: https or http."
    )
    nominatim_user_agent: str = Field(
        default="",
        description="Who is asking, with an address to write to; the service requires it.",
    )
    geocoding_timeout: float = Field(
        default=10.0, gt=0, description="Seconds to wait for one answer of the geocoder."
    )
    geocoding_rate: float = Field(
        default=1.0,
        gt=0,
        le=1000,
        description="Most questions a second to the geocoder, for all users.",
    )
