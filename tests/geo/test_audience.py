"""Who may do something, as a setting says it."""

import pytest

from dashboard.server_settings import ServerSettings
from geo.audience import Audience, Person

ANA = Person("Ana", "ana@example.org", "X-1")
BO = Person("Bo", "bo@example.org", "x-2")
NAMELESS = Person("ana@example.org")


@pytest.mark.parametrize(
    ("said", "stranger", "ana", "bo"),
    [
        ("public", True, True, True),
        ("TRUE", True, True, True),
        ("nobody", False, False, False),
        ("false", False, False, False),
        (" Signed-In ", False, True, True),
        ("ana@example.org", False, True, False),
        ("ANA@Example.org , someone@example.org", False, True, False),
        ("sub:X-1", False, True, False),
        ("sub:x-1", False, False, False),
        ("someone@example.org,sub:x-2", False, False, True),
    ],
)
def test_who_belongs(said: str, stranger: bool, ana: bool, bo: bool) -> None:
    audience = Audience.of(said)
    assert audience.has(None) is stranger
    assert audience.has(ANA) is ana
    assert audience.has(BO) is bo


def test_a_shown_name_gives_no_rights() -> None:
    assert not Audience.of("ana@example.org").has(NAMELESS)
    assert not Audience.of("sub:X").has(NAMELESS)
    assert Audience.of("signed-in").has(NAMELESS)


@pytest.mark.parametrize(
    "said", ["", " ", "everyone", "ana@example.org,", "sub:", "@", "a,b@c.org"]
)
def test_what_names_nobody_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="public, signed-in, nobody"):
        Audience.of(said)


def test_settings_say_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ServerSettings().editing is None
    assert ServerSettings().importing.has(None)
    monkeypatch.setenv("DATELINE_EDITING", "ana@example.org")
    monkeypatch.setenv("DATELINE_IMPORTING", "signed-in")
    monkeypatch.setenv("DATELINE_DELETING", "nobody")
    settings = ServerSettings()
    assert settings.editing is not None
    assert settings.editing.has(ANA)
    assert not settings.editing.has(BO)
    assert not settings.importing.has(None)
    assert settings.deleting == Audience()
