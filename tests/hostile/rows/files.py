# ruff: noqa: E501 - a row is easier to read in one piece
"""Files, by name and bytes: each type with what its format makes possible."""

import io
import zipfile
import zlib

from hostile.corpus import LAST, PWNED, RUN, TEMPLATE
from hostile.rows import Row
from support.documents import column, encrypted_pdf, pdf, word_of

PAGE = column(["The delegation saw Harbin and the river for two days.", "", LAST])
_PARAGRAPH = (
    f"<w:p><w:r><w:t>In Harbin it rained.</w:t></w:r></w:p><w:p><w:r><w:t>{LAST}</w:t></w:r></w:p>"
)
_BROKEN_PDF = "is broken or no PDF"
_DAMAGED = "is damaged or no Word file"


def objects(*bodies: bytes) -> bytes:
    """A PDF of these objects without a table of them; readers build it anew."""
    parts = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, b) for n, b in enumerate(bodies, 1))
    return b"%PDF-1.7\n" + parts + b"trailer << /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF"


def with_catalog(more: bytes) -> bytes:
    return pdf([PAGE]).replace(b"/Type /Catalog", b"/Type /Catalog " + more, 1)


def stream(content: bytes) -> bytes:
    return pdf([PAGE], stream=content)


def deflated(content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    return objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(data), data),
    )


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """The same zip, each of its members said to be encrypted."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + b"\x01\x00" + data[at + 2 :]


def lying(data: bytes) -> bytes:
    """The same zip; its directory says that the first member unpacks to nine bytes."""
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + b"\x09\0\0\0" + data[at + 4 :]


_LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip
_EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'
_PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x02\0\0\0"
_HTML = f"<article><h1>Rain</h1><p>In Harbin it rained for two days.</p>%s<p>{LAST}</p></article>"
_GROW = b"9" * 40 + b" 0 0 " + b"9" * 40 + b" 1 1 cm "

PDFS = [
    Row("cut in half", pdf([PAGE])[: len(pdf([PAGE])) // 2], _BROKEN_PDF),
    Row("a picture called PDF", _PICTURE, _BROKEN_PDF),
    Row("a page called PDF", (_HTML % "").encode(), _BROKEN_PDF),
    Row("a Word file called PDF", word_of(_PARAGRAPH), _BROKEN_PDF),
    Row("a page before the PDF", f"<script>{RUN}</script>".encode() + pdf([PAGE]), holds=LAST),
    Row("a zip after the PDF", pdf([PAGE]) + word_of(_PARAGRAPH), holds=LAST),
    Row("behind a password", encrypted_pdf(pdf([PAGE]), user="x"), "protected by a password"),
    Row(
        "script on opening",
        with_catalog(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        holds=LAST,
    ),
    Row(
        "program on opening",
        with_catalog(b"/OpenAction << /S /Launch /F (touch %s) >>" % PWNED.encode()),
        holds=LAST,
    ),
    Row(
        "link to another host", with_catalog(b"/URI << /Base (http://127.0.0.1:9/) >>"), holds=LAST
    ),
    Row("form of XML", with_catalog(b"/AcroForm << /XFA (<!DOCTYPE x>) >>"), holds=LAST),
    Row(
        "pages in a circle",
        objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        "a.pdf",
    ),
    Row("more pages than are read", pdf([PAGE[:1]] * 301), "more than 300 pages"),
    Row(
        "says it has a billion pages",
        objects(
            b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 1000000000 >>"
        ),
        "a.pdf",
    ),
    Row("compression bomb", deflated(b"(Harbin) Tj " * 9_000_000), "a.pdf"),
    Row("brackets", stream(b"[" * 100_000), "a.pdf"),
    Row("dictionaries", objects(b"<< /a " * 20_000), _BROKEN_PDF),
    Row(
        "letters of endless size",
        stream(_GROW * 9 + b"BT /F1 9 Tf 1 0 0 1 9 9 Tm (In Harbin it rained.) Tj ET"),
        holds="In Harbin it rained.",
    ),
    Row(
        "a number of 400 digits",
        stream(b"BT /F1 %s Tf (In Harbin it rained.) Tj ET" % (b"9" * 400)),
        _BROKEN_PDF,
    ),
    Row("no letters", stream(b""), "holds no text"),
    Row("a title that runs", pdf([PAGE], title=f"{TEMPLATE}<script>{RUN}</script>"), holds=LAST),
    Row("an object that is itself", objects(b"1 0 R"), _BROKEN_PDF),
]
WORD_FILES = [
    Row("cut in half", word_of(_PARAGRAPH)[:200], _DAMAGED),
    Row("a page called Word file", (_HTML % "").encode(), _DAMAGED),
    Row("a PDF called Word file", pdf([PAGE]), _DAMAGED),
    Row("a zip of something else", zipped({"a.txt": b"Harbin"}), _DAMAGED),
    Row("entities", word_of(_PARAGRAPH, head=_LAUGHS), "defines its own XML"),
    Row("a file as entity", word_of(_PARAGRAPH, head=_EXTERNAL), "defines its own XML"),
    Row("an address as entity", word_of(_PARAGRAPH, head=_PARAMETER), "defines its own XML"),
    Row(
        "entities in its styles",
        word_of(_PARAGRAPH, parts={"word/styles.xml": f"{_LAUGHS}<x/>".encode()}),
        "defines its own XML",
    ),
    Row(
        "entities in its properties",
        word_of(_PARAGRAPH, parts={"docProps/core.xml": f"{_EXTERNAL}<x>&e;</x>".encode()}),
        "defines its own XML",
    ),
    Row("compression bomb", word_of(" " * 21_000_000), "unpacks to more than"),
    Row(
        "bomb beside the text",
        word_of(_PARAGRAPH, parts={"word/media/a.png": bytes(30_000_000)}),
        holds=LAST,
    ),
    Row(
        "picture of 16 exapixels",
        word_of(_PARAGRAPH, parts={"word/media/a.png": _PICTURE}),
        holds=LAST,
    ),
    Row(
        "macros",
        word_of(_PARAGRAPH, parts={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
        holds=LAST,
    ),
    Row(
        "a template elsewhere",
        word_of(
            _PARAGRAPH,
            parts={
                "word/_rels/settings.xml.rels": b'<Relationship Target="http://127.0.0.1:9/a.dotm"/>'
            },
        ),
        holds=LAST,
    ),
    Row("a part outside", word_of(_PARAGRAPH, parts={f"../../{PWNED}": b"x"}), holds=LAST),
    Row("more parts than are read", zipped({f"{n}": b"" for n in range(5_001)}), "more than 5,000"),
    Row("behind a password", locked(word_of(_PARAGRAPH)), "protected by a password"),
    Row(
        "packed in another way", zipped({"word/document.xml": b"<x/>"}, zipfile.ZIP_LZMA), _DAMAGED
    ),
    Row("a size that is a lie", lying(word_of(_PARAGRAPH)), _DAMAGED),
    Row("paragraphs in paragraphs", word_of("<w:p>" * 50_000 + "</w:p>" * 50_000), "is empty"),
    Row("open elements", word_of("<w:p>" * 50_000), _DAMAGED),
    Row(
        "an encoding of its own",
        word_of(_PARAGRAPH, head=("<?xml version='1.0' encoding='utf-7'?>")),
        _DAMAGED,
    ),
    Row(
        "markup as text",
        word_of(
            f"<w:p><w:r><w:t>&lt;script&gt;{RUN}&lt;/script&gt; {TEMPLATE}</w:t></w:r></w:p>{_PARAGRAPH}"
        ),
        holds=f"<script>{RUN}</script> {TEMPLATE}",
    ),
    Row(
        "instructions to programs",
        word_of(
            f'<w:p><w:r><w:instrText>DDEAUTO c:\\cmd "{PWNED}"</w:instrText></w:r></w:p>{_PARAGRAPH}'
        ),
        holds=LAST,
    ),
    Row("two documents in one zip", word_of(_PARAGRAPH) + word_of(_PARAGRAPH), holds=LAST),
]
PAGES = [
    Row(name, (_HTML % inside).encode(), holds=LAST)
    for name, inside in {
        "template element": f"<template><script>{RUN}</script></template>",
        "without scripts": f"<noscript><img src=x onerror={RUN}></noscript>",
        "object and embed": "<object data='file:///etc/passwd'></object><embed src='data:text/html,x'>",
        "a base elsewhere": "<base href='http://127.0.0.1:9/'><a href=x>Beijing</a>",
        "an import": "<link rel=import href='http://127.0.0.1:9/'><link rel=stylesheet href=//x>",
        "structured data": '<script type="application/ld+json">{"@type":"NewsArticle","headline":'
        + "[" * 500 + "</script>",
        "a title that runs": f"<meta property='og:title' content='{TEMPLATE}<script>{RUN}'>",
        "a date that is none": "<meta property='article:published_time' content='9999-99-99'>",
        "comments in comments": "<!-- <!-- --> --> <!--" + "-" * 5_000 + "-->",
        "ten thousand links": "<a href=x>y</a>" * 10_000,
        "tables in tables": "<table><tr><td>" * 9 + "</td></tr></table>" * 9,
        "sections of XML": f"<![CDATA[<script>{RUN}</script>]]>",
        "numbers of no character": "&#x110000; &#-1; &#99999999999; &#xDFFF;",
        "an attribute of 100,000 letters": f"<p title='{'x' * 100_000}'>a</p>",
        "server side": "<!--#exec cmd='touch " + PWNED + "'--><?php system('x') ?><%= 7 %>",
        "a picture in letters": "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    }.items()
] + [
    Row("a doctype with entities", (_LAUGHS + _HTML % "&i;").encode(), holds=LAST),
    Row("a doctype with a file", (_EXTERNAL + _HTML % "&e;").encode(), holds=LAST),
    Row("a PDF called page", pdf([PAGE]), holds="%PDF"),
    Row("a charset that is a lie", b"<meta charset=utf-8>" + (_HTML % "\xe9").encode("latin-1"),
        "neither UTF-8"),
    Row("a charset that is a program", b"<meta charset=zlib>\xff" + (_HTML % "").encode(),
        "neither UTF-8"),
]  # fmt: skip
MARKDOWN = [
    Row(name, f"# Rain\n\n{body}\n\n{LAST}\n".encode(), holds=LAST)
    for name, body in {
        "raw HTML": f"<div onclick={RUN}>\n\n<script>{RUN}</script>\n\n</div>",
        "link with a script": f"[Harbin](<javascript:{RUN}>) [x]: javascript:{RUN}",
        "reference with a script": f"[Harbin]\n\n[Harbin]: javascript:{RUN}",
        "pictures in links": "[" * 50 + "![a](b)" + "](c)" * 50,
        "references to themselves": "[a]: <b>\n" * 2_000,
        "entities of control characters": "a &#27;[2J b &#155; c &#x0c; d &#x2028; e",
        "ten thousand entities": "&amp;" * 10_000,
        "table with a script": f"| a | b |\n|---|---|\n| <script>{RUN}</script> | {TEMPLATE} |",
    }.items()
] + [
    Row("YAML time of nothing", b"---\ntitle: !!timestamp x\n---\nx", "uses YAML tags"),
    Row("YAML truth of nothing", b"---\nx: !!bool x\n---\nx", "uses YAML tags"),
    Row("YAML of Python", b"---\nx: !!python/name:os.system\n---\nx", "uses YAML tags"),
    Row("YAML merge", b"---\n<<: x\n---\nx", "not valid YAML"),
    Row("YAML number too large", b"---\nx: 1" + b":1" * 400 + b".5\n---\nx", "not valid YAML"),
    Row("YAML number too long", b"---\nx: " + b"9" * 9_000 + b"\n---\nx", "not valid YAML"),
    Row("YAML half of a character", b'---\ntitle: "\\ud800"\n---\nIn Harbin.\n', holds="In Harbin."),
    Row("YAML terminal codes", b'---\ntitle: "\\e[2J"\n---\nIn Harbin.\n', holds="In Harbin."),
    Row("YAML NUL", b'---\ntitle: "a\\0b"\n---\nIn Harbin.\n', holds="In Harbin."),
]  # fmt: skip
TEXTS = [
    Row("a PDF called text", pdf([PAGE]), holds="%PDF"),
    Row("a Word file called text", word_of(_PARAGRAPH), "binary"),
    Row("a program's first line", f"#!/bin/sh\ntouch {PWNED}\n\n{LAST}".encode(), holds=LAST),
    Row("a path", b"../../../../etc/passwd\n\n" + LAST.encode(), holds=LAST),
    Row("UTF-32", LAST.encode("utf-32"), "binary"),
    Row("EBCDIC", LAST.encode("cp500"), "not UTF-8"),
]
BY_FILE: dict[str, list[Row]] = {
    "a.pdf": PDFS, "a.docx": WORD_FILES, "a.html": PAGES, "a.md": MARKDOWN, "a.txt": TEXTS,
}  # fmt: skip
NAMES = [
    Row(name, name, refused)
    for name, refused in {
        "a.docm": ".docm files are not read", "a.svg": ".svg files are not read",
        "a.html.exe": ".exe files are not read", "a.pdf\u202etxt": "files are not read",
        "a." + "x" * 5_000: "files are not read", "a.{{7*7}}": "files are not read",
        "a.xhtml": ".xhtml files are not read", "a.rtf": ".rtf files are not read",
    }.items()
]  # fmt: skip
