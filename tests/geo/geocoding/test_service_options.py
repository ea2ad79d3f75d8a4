"""What the settings may say of a geocoder, and what is said where they make no sense."""

import subprocess
import sys
from pathlib import Path

import pytest
from geopy.geocoders import SERVICE_TO_GEOCODER

from geo.errors import ServiceUnavailable, SettingsError
from geo.geocoding import services_from
from geo.geocoding.service_options import key_of
from geo.settings import GeocoderOptions, Settings


def chain(
    folder: Path, *names: str, contact: str = "me@example.org", **options: object
) -> Settings:
    made = {name: GeocoderOptions(**given) for name, given in options.items()}
    return Settings(cache_dir=folder, geocoders=names, geocoder=made, contact=contact)


def test_only_the_gazetteer_needs_no_service(tmp_path: Path) -> None:
    assert services_from(Settings(cache_dir=tmp_path)) == ()
    assert services_from(chain(tmp_path, "gazetteer")) == ()


def test_services_stand_in_the_order_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_GEOCODERS", "gazetteer, Photon,nominatim ,photon")
    made = services_from(Settings(cache_dir=tmp_path, contact="me@example.org"))
    assert [service.name for service in made] == ["photon", "nominatim"]


@pytest.mark.filterwarnings("ignore:IGNFrance no longer")
def test_every_geocoder_of_geopy_can_be_named(tmp_path: Path) -> None:
    for name, geocoder in SERVICE_TO_GEOCODER.items():
        given = {"key": "a-long-key"} if key_of(geocoder) else {}
        more = {"pelias": {"domain": "geo.example.org"}, "liveaddress": {"auth_id": "another-key"}}
        options = {name: given | more.get(name, {})}
        (service,) = services_from(chain(tmp_path, name, **options))
        assert service.name == name


@pytest.mark.parametrize(
    ("names", "options", "said"),
    [
        (["gazeteer"], {},
         "names 'gazeteer', which is not a geocoder: choose from gazetteer, arcgis"),
        (["nominatim", "gazetteer"], {}, "must name gazetteer first"),
        (["nominatim"], {"nominatim": {"domian": "x"}},
         ("__NOMINATIM__DOMIAN is not an option of nominatim: "
         "choose from country, domain, language")),
        (["nominatim"], {"nominatim": {"key": "x"}}, "__NOMINATIM__KEY is not an option"),
        (["nominatim"], {"nominatim": {"rate": 2}}, "allows one question a second"),
        (["pelias"], {}, "pelias in DATELINE_GEOCODERS cannot be used .*domain"),
        (["opencage"], {}, "opencage in DATELINE_GEOCODERS cannot be used .*api_key"),
        (["arcgis"], {"arcgis": {"username": "somebody"}}, "arcgis .* cannot be used"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_in_one_sentence(
    tmp_path: Path, names: list[str], options: dict[str, dict[str, object]], said: str
) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        services_from(chain(tmp_path, *names, **options))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("contact", ["", "nobody", "  "])
@pytest.mark.parametrize("name", ["nominatim", "photon", "arcgis"])
def test_a_public_service_is_told_who_asks(tmp_path: Path, contact: str, name: str) -> None:
    with pytest.raises(SettingsError, match="DATELINE_CONTACT"):
        services_from(chain(tmp_path, name, contact=contact))


@pytest.mark.parametrize(
    "options",
    [
        {"domain": "localhost:8080"}, {"domain": "127.0.0.1:80/nominatim"},
        {"domain": "geo.internal"}, {"domain": "10.0.0.7"},
        {"user_agent": "us (https://example.org/about)"},
    ],
)  # fmt: skip
def test_a_server_of_ones_own_needs_no_contact(tmp_path: Path, options: dict[str, object]) -> None:
    assert services_from(chain(tmp_path, "nominatim", contact="", nominatim=options))


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "requests_cache", None)
    for module in ("service_factory", "transport", "cache.answer_cache", "cache.redis_answers"):
        monkeypatch.delitem(sys.modules, f"geo.geocoding.{module}", raising=False)
    with pytest.raises(ServiceUnavailable, match=r"dateline\[online\]"):
        services_from(chain(tmp_path, "nominatim"))


def test_a_cache_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ServiceUnavailable, match=r"geocoding\.sqlite"):
        services_from(chain(tmp_path / "file", "nominatim"))


def test_a_broken_cache_file_is_said_and_made_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "geocoding.sqlite").write_bytes(b"no database at all " * 100)
    assert services_from(chain(tmp_path, "nominatim"))
    assert "geocoding.sqlite is damaged" in caplog.text


def test_the_gazetteer_alone_imports_nothing_of_the_network() -> None:
    # spaCy imports requests by itself
    code = (
        "import sys; from geo import Geoparser; from geo.geocoding import services_from, complete;"
        "from geo.settings import Settings; assert services_from(Settings()) == ();"
        "print(sorted({'requests_cache', 'redis', 'pyrate_limiter', 'geopy'} "
        "& set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
