"""JSON that survives terminals and line-splitting readers."""

import json

from geo.text.cleaning import LINE_SEPARATORS, replace_invisible


def dumps(value: object, *, indent: int | None = None) -> str:
    """JSON as one line (or indented), always valid UTF-8. Raises ValueError on NaN."""
    separators = (",", ": ") if indent else (", ", ": ")
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    # Legal inside JSON strings, but some readers split lines at separators, terminals obey control
    # characters, and lone surrogates are not UTF-8.
    for separator in LINE_SEPARATORS:
        text = text.replace(separator, _escaped(separator))
    return replace_invisible(text, _escaped)


def _escaped(character: str) -> str:
    """JSON's escape of a character: two of them beyond the basic plane."""
    units = character.encode("utf-16-be", "surrogatepass")
    pairs = (units[i : i + 2] for i in range(0, len(units), 2))
    return "".join(f"\\u{pair.hex()}" for pair in pairs)
