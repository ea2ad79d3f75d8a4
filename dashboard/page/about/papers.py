"""The papers that go with Dateline: model card, notices, licences; the checkout's or the copies
that an installed package carries."""

from pathlib import Path

_INSTALLED = Path(__file__).parents[2] / "papers"
_CHECKOUT = Path(__file__).parents[3]


def model_card() -> str:
    """The model card, Markdown."""
    return _text("MODEL_CARD.md", "training/MODEL_CARD.md")


def model_figures() -> str:
    """What was measured of the model, JSON."""
    return _text("figures.json", "training/figures.json")


def notices() -> str:
    """Whose data and files Dateline carries."""
    return _text("NOTICE", "NOTICE")


def licences() -> dict[str, str]:
    """The licences' texts by name: Dateline's own first."""
    folder = _INSTALLED / "licenses" if _INSTALLED.exists() else _CHECKOUT / "licenses"
    others = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    return {"MIT (Dateline)": _text("LICENSE", "LICENSE"), **others}


def _text(installed: str, checkout: str) -> str:
    path = _INSTALLED / installed if _INSTALLED.exists() else _CHECKOUT / checkout
    return path.read_text(encoding="utf-8")
