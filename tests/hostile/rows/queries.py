"""Query strings: each key of a view, with what it cannot mean."""

from hostile.corpus import RUN, TEMPLATE
from hostile.rows import Row

_BAD: dict[str, tuple[str, ...]] = {
    "types": ("all", "literal,<b>", TEMPLATE, "LITERAL", "literal;metonymic"),
    "kinds": ("planet", f"<script>{RUN}</script>", "city\0"),
    "since": ("yesterday", "0000-00-00", "2024-02-30", "99999-01-01", "2024-05-17T00:00", "١٩"),
    "until": ("-1", "2024-13-01", "NaN", "'; drop table article; --"),
    "words": ("x" * 201, "\u202e" * 300),
    "sure": ("2", "-0.1", "NaN", "inf", "1e999", "0x1", "", "0,5"),
    "place": ("x" * 201, "a\0b", "\u202egn-1", "gn-1\n", "\x1b[2J"),
    "mention": ("-1", "1.0", "1e3", "9" * 5_000, "", "0x1", "NaN", "1000000"),
    "reading": ("x" * 201, "\u200b", "a\rb"),
    "articles": ("x" * 201, "a,\0", "\u202e"),
    "tab": ("", "admin", TEMPLATE, "article,places"),
    "center": ("", "1", "1,2,3", "NaN,NaN", "inf,0", "91,0", "0,541", "a,b", "0x1,0x1", ","),
    "zoom": ("-1", "21", "NaN", "1e400", "", "five"),
}
BAD = [
    Row(f"{key}={value[:20]!r}", {key: value}, f"“{key}”")
    for key, values in _BAD.items()
    for value in values
]
"""One bad value: it is dropped, said, and everything else of the link stays."""
SHOWN = [
    Row(f"{key}={value[:20]!r}", {key: value})
    for key, value in {
        "words": f"<img src=x onerror={RUN}> {TEMPLATE}",
        "place": f"'\"><svg onload={RUN}>",
        "articles": "../../etc/passwd," + TEMPLATE,
        "reading": f"${{{RUN}}}",
        "__proto__": "1",
        "__class__": "x",
        "filter": "x",
        "sure": "1_0e-1",
        "center": "45,-539",
        "mention": "٣",
    }.items()
]
"""Odd but possible: read as it is, or of no meaning."""
