"""Who may do something, as a setting says it."""

from dataclasses import dataclass, field
from typing import Self

_EVERYBODY = frozenset({"public", "true", "1", "yes", "on"})
_NOBODY = frozenset({"nobody", "false", "0", "no", "off"})
_SIGNED_IN = "signed-in"
_SUBJECT = "sub:"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is signed in.

    `name` is for showing only. `email` is one that the sign-in service has verified, "" where
    it has none; `subject` is the service's own lasting name for this person.
    """

    name: str
    email: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Audience:
    """Everybody, whoever is signed in, or some people; nobody where it is none of them.

    `people`: verified e-mail addresses without capitals, or subjects after `sub:`.
    """

    everybody: bool = False
    signed_in: bool = False
    people: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, said: str) -> Self:
        """The audience that a setting names. Raises ValueError where it names none."""
        word = said.strip().casefold()
        if word in _EVERYBODY:
            return cls(everybody=True)
        if word in _NOBODY:
            return cls()
        if word == _SIGNED_IN:
            return cls(signed_in=True)
        return cls(people=frozenset(_person(part) for part in said.split(",")))

    def has(self, person: Person | None) -> bool:
        """Whether somebody belongs to it; None is somebody who is not signed in."""
        if self.everybody or person is None:
            return self.everybody
        names = {person.email.casefold(), f"{_SUBJECT}{person.subject}"} - {"", _SUBJECT}
        return self.signed_in or not self.people.isdisjoint(names)


def _person(said: str) -> str:
    name = said.strip()
    if name.startswith(_SUBJECT) and name != _SUBJECT:
        return name
    if "@" not in name.strip("@"):
        raise ValueError(
            "give public, signed-in, nobody, or people by e-mail address or sub:SUBJECT, "
            "with commas between them"
        )
    return name.casefold()
