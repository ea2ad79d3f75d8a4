"""Who may do what."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.engine.permissions import is_own_machine
from dashboard.engine.process import replaced
from dashboard.page.session import visitor
from dashboard.page.session.visitor import (
    is_deleting,
    is_editing,
    is_importing,
    may_list,
    person,
    who,
)
from geo.audience import Person

HERE = {"Host": "127.0.0.1:8501"}
AWAY = {"Host": "news.example.org", "Forwarded": "for=192.0.2.1"}
ANA = {"is_logged_in": True, "sub": "1", "email": "ana@example.org", "email_verified": True}
BO = {"is_logged_in": True, "sub": "2", "email": "bo@example.org", "email_verified": True}
Session = Callable[..., None]


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    """Makes this a session of somebody who asked for the page in some way."""

    def made(
        user: dict[str, Any],
        headers: dict[str, str] = HERE,
        address: str | None = "127.0.0.1",
        *,
        is_embedded: bool = False,
    ) -> None:
        context = SimpleNamespace(headers=headers, is_embedded=is_embedded)
        fake = SimpleNamespace(get_option=lambda _: address, context=context, user=user)
        monkeypatch.setattr(visitor, "st", fake)

    return made


@pytest.mark.parametrize("address", ["127.0.0.1", "127.5.5.5", "::1", "localhost", "LOCALHOST"])
@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501", "localhost"])
def test_this_machine_itself(address: str, host: str) -> None:
    assert is_own_machine(address, {"host": host})


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_where_others_can_reach_it_a_server_is_not_this_machine_itself(address: str | None) -> None:
    assert not is_own_machine(address, HERE)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Host": ""},
        {"Host": "news.example.org"},
        {"Host": "127.0.0.1.example.org"},
        {"Host": "192.0.2.1:8501"},
        {"Host": "[::1"} | {"X-Forwarded-For": "192.0.2.1"},
        HERE | {"x-forwarded-for": "192.0.2.1"},
        HERE | {"Forwarded": "for=192.0.2.1"},
        HERE | {"X-Forwarded-Host": "news.example.org"},
    ],
)
def test_neither_is_one_behind_a_proxy_or_under_another_name(headers: dict[str, str]) -> None:
    assert not is_own_machine("127.0.0.1", headers)


@pytest.mark.parametrize(
    ("variable", "may"),
    [
        ("DATELINE_EDITING", is_editing),
        ("DATELINE_IMPORTING", is_importing),
        ("DATELINE_DELETING", is_deleting),
        ("DATELINE_LISTING", may_list),
    ],
)
def test_the_owner_says_who(
    variable: str, may: Callable[[], bool], session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for said, nobody, ana, bo in [
        ("public", True, True, True),
        ("signed-in", False, True, True),
        ("ana@example.org", False, True, False),
        ("nobody", False, False, False),
    ]:
        monkeypatch.setenv(variable, said)
        for user, expected in (({}, nobody), (ANA, ana), (BO, bo)):
            for headers in (HERE, AWAY):
                session(user, headers)
                with replaced():
                    assert may() is expected, (said, user, headers)


def test_unless_it_is_said_only_this_machine_corrects_deletes_and_lists(session: Session) -> None:
    session({})
    assert (is_editing(), is_deleting(), may_list(), is_importing()) == (True, True, True, True)
    session(ANA, AWAY)
    assert (is_editing(), is_deleting(), may_list(), is_importing()) == (False, False, False, True)


def test_who_may_correct_says_nothing_of_who_may_list(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_EDITING", "public")
    session({}, AWAY)
    assert is_editing()
    assert is_deleting()
    assert not may_list()


def test_nobody_corrects_in_a_frame_of_another_page(session: Session) -> None:
    session({}, is_embedded=True)
    assert not is_editing()


@pytest.mark.parametrize(
    ("said", "email"), [(True, "a@b.org"), (False, ""), ("true", ""), (None, "")]
)
def test_an_address_counts_where_it_is_verified(said: object, email: str, session: Session) -> None:
    session({"is_logged_in": True, "sub": "7", "email": "a@b.org", "email_verified": said})
    assert person() == Person("a@b.org", email, "7")


@pytest.mark.parametrize(
    ("user", "expected"),
    [
        ({}, ""),
        ({"is_logged_in": False, "name": "Ana"}, ""),
        ({"is_logged_in": True, "name": " Ana\n\u202eBo ", "email": "a@example.org"}, "Ana Bo"),
        ({"is_logged_in": True, "email": "a@example.org"}, "a@example.org"),
        ({"is_logged_in": True, "name": "x" * 999}, "x" * 100),
    ],
)
def test_who_is_signed_in(user: dict[str, object], expected: str, session: Session) -> None:
    session(user)
    assert who() == expected
