"""Every setting, in one typed object; each can be set as DATELINE_<NAME> in the environment."""

import os
import tomllib
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_cache_path, user_data_path
from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from geo.errors import SettingsError


class GeocoderOptions(BaseModel):
    """How one geocoder is asked; further options are those of geopy's class, never shown.

    `rate`: most questions a second, for all users. `timeout`: seconds for one answer.
    `language`: ISO 639-1. `country`: preferred, ISO 3166-1 alpha-2. `key`: whatever the service
    calls its key, token or user name.
    """

    model_config = ConfigDict(extra="allow", frozen=True, hide_input_in_errors=True)
    __pydantic_extra__: dict[str, SecretStr] = Field(init=False)

    domain: str = ""
    scheme: str = Field(default="", pattern="^(https?)?$")
    rate: float = Field(default=1.0, gt=0, le=1000)
    timeout: float = Field(default=10.0, gt=0)
    user_agent: str = ""
    language: str = Field(default="en", pattern="^[a-z]{2}$")
    country: str = Field(default="", pattern="^([A-Z]{2})?$")
    key: SecretStr | None = None


class Settings(BaseSettings):
    """What recognition, resolution, the library and geocoding go by.

    A server has more: `dashboard.server_settings`. docs/settings.md is generated from
    both, and a test compares them.
    """

    model_config = SettingsConfigDict(
        env_prefix="DATELINE_", env_nested_delimiter="__", frozen=True, hide_input_in_errors=True
    )

    seeds: Path | None = Field(default=None, description="Folder of the articles shown first.")
    cache_dir: Path = Field(
        default_factory=lambda: user_cache_path("dateline", appauthor=False),
        description="Folder of the compiled gazetteer and the geocoding cache.",
    )
    data_dir: Path = Field(
        default_factory=lambda: user_data_path("dateline", appauthor=False),
        description="Folder of stored articles and corrections, unless `DATELINE_DATABASE_URL` "
        "names a database.",
    )
    database_url: str = Field(
        default="",
        repr=False,  # it may hold a password
        description="Database of stored articles and corrections: a postgresql:// or sqlite:/// "
        "address.",
    )
    retention_days: int | None = Field(
        default=None,
        gt=0,
        le=36_500,
        description="Days after which a stored article is deleted. Unset: articles are kept.",
    )
    max_shared_articles: int = Field(
        default=100_000,
        ge=0,
        description="Most stored articles; a full library refuses further ones.",
    )
    model: str = Field(
        default="", description="spaCy pipeline for recognition, by path or package name."
    )
    max_article_bytes: int = Field(
        default=5_000_000,
        gt=0,
        description="Largest pasted, uploaded or fetched article, in bytes.",
    )
    max_document_bytes: int = Field(
        default=20_000_000,
        gt=0,
        description="Largest PDF or Word file, in bytes; also the largest unpacked text of a Word "
        "file.",
    )
    max_pdf_pages: int = Field(default=300, gt=0, description="Most pages of a PDF.")
    pdf_seconds: int = Field(default=30, gt=0, description="Most seconds for reading one PDF.")
    reading_seconds: int = Field(
        default=30,
        gt=0,
        description="Most seconds for reading one Markdown, HTML or Word file, or one feed.",
    )
    feed_articles: int = Field(
        default=10, gt=0, le=100, description="Most articles taken from a feed at once."
    )
    geocoders: Annotated[tuple[str, ...], NoDecode] = Field(
        default=("gazetteer",),
        description="Geocoders in the order they are asked: gazetteer, then geopy's names.",
    )
    geocoder: dict[str, GeocoderOptions] = Field(
        default_factory=dict,
        description="Options of each geocoder, such as `DATELINE_GEOCODER__NOMINATIM__DOMAIN`.",
    )
    contact: str = Field(
        default="",
        description="E-mail or web address sent to geocoding services; public ones require it.",
    )
    geocoding_found_days: float = Field(
        default=30,
        gt=0,
        le=36_500,
        description="Days for which a geocoding service's answer is kept.",
    )
    geocoding_not_found_days: float = Field(
        default=7,
        gt=0,
        le=36_500,
        description="Days for which a service's answer that it knows no such place is kept.",
    )
    geocoding_cache_mb: int = Field(
        default=500,
        gt=0,
        description="Largest cache of answers, in MB; the oldest are deleted first.",
    )
    redis_url: str = Field(
        default="",
        repr=False,  # it may hold a password
        description="Redis server through which several replicas share answers and limits.",
    )
    secrets: Path | None = Field(
        default=None,
        description="TOML file with settings in [dateline]. Defaults to Streamlit's secrets.toml.",
    )

    @field_validator("geocoders", mode="before")
    @classmethod
    def _split(cls, named: object) -> object:
        if not isinstance(named, str):
            return named
        return tuple(name.strip().lower() for name in named.split(",") if name.strip())

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is said in Python, then the environment, then the file of secrets."""
        in_file = InitSettingsSource(settings_cls, init_kwargs=_secrets())
        return init_settings, _Environment(settings_cls), in_file


class _Environment(EnvSettingsSource):
    """The environment; a key is text, even one that looks like a number in JSON."""

    def decode_complex_value(self, field_name: str, field: FieldInfo, value: Any) -> Any:
        if field is None and not value.startswith("{"):
            return value
        return super().decode_complex_value(field_name, field, value)


def _secrets() -> dict[str, object]:
    """The table [dateline] of the file of secrets; SettingsError where it cannot be read."""
    named = os.environ.get("DATELINE_SECRETS")
    path = Path(named) if named else next((p for p in _streamlits() if p.is_file()), None)
    if path is None:
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("dateline", {})
    except (OSError, ValueError) as error:
        # what the file says must not be told: it holds keys
        raise SettingsError(
            f"The file of secrets {path} cannot be read ({type(error).__name__}): correct it, or "
            "name another in DATELINE_SECRETS."
        ) from None
    if not isinstance(table, dict):
        raise SettingsError(
            f"[dateline] in {path} is not a table: write [dateline] above the settings."
        )
    return table


def _streamlits() -> tuple[Path, Path]:
    """Where Streamlit looks for secrets: the user's file, and that of the folder it runs in."""
    inside = Path(".streamlit") / "secrets.toml"
    return inside, Path.home() / inside
