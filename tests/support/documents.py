"""PDF and Word files for tests: PDFs written by hand, Word files by python-docx."""

import io
import zipfile
from collections.abc import Iterable, Sequence

import docx
from pypdf import PdfReader, PdfWriter

Row = tuple[float, float, float, str]
"""x, y, size, text, in points from the lower left corner of the page."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(pages: Sequence[Sequence[Row]], *, title: str = "", stream: bytes | None = None) -> bytes:
    """A PDF that draws rows of text in Helvetica, in the order given, or a `stream` as it is."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects += [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    ]
    kids = []
    for rows in pages:
        drawn = b"".join(_drawn(*row) for row in rows) if stream is None else stream
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (len(objects))
        )
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (refs, len(kids))
    objects.append(b"<< /Title (%s) >>" % _escaped(title))
    return _file(objects)


def column(lines: Iterable[str], *, x: float = 72, y: float = 700, gap: float = 14) -> list[Row]:
    """Lines of 11 points under each other; an empty one leaves a gap."""
    return [(x, y - gap * n, 11, line) for n, line in enumerate(lines) if line]


def encrypted_pdf(data: bytes, *, user: str, owner: str = "owner") -> bytes:
    """The same PDF behind passwords; an empty `user` password locks only its owner's rights."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(*paragraphs: str | tuple[str, str], title: str = "") -> bytes:
    """A Word file of paragraphs, each plain or with the name of its style."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        text, style = (paragraph, "Normal") if isinstance(paragraph, str) else paragraph
        document.add_paragraph(text, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_of(body: str, *, head: str = "", parts: dict[str, bytes] | None = None) -> bytes:
    """A bare Word file whose document.xml holds `body`, after `head` (a DTD)."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    xml = f'<?xml version="1.0"?>{head}{document}'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in {"word/document.xml": xml.encode(), **(parts or {})}.items():
            file.writestr(name, data)
    return out.getvalue()


def _drawn(x: float, y: float, size: float, text: str) -> bytes:
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (size, x, y, _escaped(text))


def _escaped(text: str) -> bytes:
    data = text.encode("cp1252", "replace")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    info = len(objects)
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, info)
    return out + b"startxref\n%d\n%%%%EOF\n" % start
