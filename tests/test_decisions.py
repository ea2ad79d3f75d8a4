"""Each decision of docs/decisions says why it was taken, what it costs, and which test holds it."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parent.parent
INDEX = ROOT / "docs" / "decisions" / "README.md"
PAGES = sorted(set(INDEX.parent.glob("*.md")) - {INDEX})
PARTS = ("Decided", "Because", "Costs", "Held by")


def decisions() -> list[SimpleNamespace]:
    section = re.compile(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    return [
        SimpleNamespace(page=page, title=title, parts=parts_of(body))
        for page in PAGES
        for title, body in section.findall(page.read_text(encoding="utf-8"))
    ]


def parts_of(body: str) -> dict[str, str]:
    part = re.compile(r"^- \*\*([A-Z][a-z ]+)\*\*:(.*?)(?=^- \*\*|\Z)", re.MULTILINE | re.DOTALL)
    return {name: text.strip() for name, text in part.findall(body)}


def test_every_room_has_decisions_and_is_in_the_index() -> None:
    assert len(PAGES) == 13
    assert {decision.page for decision in decisions()} == set(PAGES)
    index = INDEX.read_text(encoding="utf-8")
    assert [page.name for page in PAGES if f"({page.name})" not in index] == []


@pytest.mark.parametrize(
    "decision", decisions(), ids=lambda decision: f"{decision.page.stem}: {decision.title}"
)
def test_a_decision_says_why_and_names_tests_that_exist(decision: SimpleNamespace) -> None:
    assert tuple(decision.parts) == PARTS
    assert all(decision.parts.values())
    held = decision.parts["Held by"]
    tests = re.findall(r"`([^`]+)`", held)
    assert tests or held == "no test."
    for name in tests:
        assert re.fullmatch(r"tests/.+\.(py|js)", name), name
        assert (ROOT / name).is_file(), name
