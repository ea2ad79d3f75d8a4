"""Word files (.docx) to paragraphs.

A .docx is a zip of XML. Only the parts with the text, the names of the styles and the title
are unpacked, as a stream that stops at a limit and refuses any DTD, so that neither a zip bomb
nor an entity bomb unfolds. (python-docx unpacks every part and builds trees of them.)
"""

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from xml.parsers import expat

from geo.documents.contents import Contents
from geo.errors import InputError, TooLarge, Unsupported
from geo.text.cleaning import for_message, strip_controls

MOST_PARTS = 5_000
"""Files in the zip; a document has some dozens and one a picture."""

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_MAIN_PARTS = ("word/document.xml", "word/document2.xml")
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_TITLE = "http://purl.org/dc/elements/1.1/ title"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 16
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_HEADINGS = frozenset({"title", "heading 1"})


def read_docx(data: bytes, name: str, *, limit: int) -> Contents:
    """The paragraphs of a Word file, tables and text boxes included, in their order in it.

    Text that is marked as deleted, notes, headers and footers are left out. `limit` is the
    most bytes of a part when unpacked. Raises Unsupported (protected, or an old .doc),
    TooLarge, or InputError where it is damaged.
    """
    if data.startswith(_OLE):
        raise Unsupported(
            f"{for_message(name)} is protected by a password or an old .doc file; save it as .docx "
            "without one."
        )
    try:
        return _contents(data, name, limit)
    except InputError:
        raise
    except Exception:  # noqa: BLE001 - a broken zip raises whatever it meets
        raise _damaged(name) from None


def _damaged(name: str) -> InputError:
    return InputError(f"{for_message(name)} is damaged or no Word file; save it again as .docx.")


def _contents(data: bytes, name: str, limit: int) -> Contents:
    if data.count(b"PK\x01\x02") > MOST_PARTS:
        raise TooLarge(
            f"{for_message(name)} holds more than {MOST_PARTS:,} parts; copy its text out."
        )
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = set(parts.namelist())
        styles = _Styles()
        if "word/styles.xml" in names:
            _parse(_unpacked(parts, "word/styles.xml", name, limit), styles, name)
        main = next(part for part in _MAIN_PARTS if part in names)
        body = _Body(styles.headings)
        _parse(_unpacked(parts, main, name, limit), body, name)
        properties = _Properties()
        if "docProps/core.xml" in names:
            _parse(_unpacked(parts, "docProps/core.xml", name, limit), properties, name)
    return Contents(tuple(body.paragraphs), strip_controls(properties.title), body.heading)


def _unpacked(parts: zipfile.ZipFile, part: str, name: str, limit: int) -> Iterator[bytes]:
    info = parts.getinfo(part)
    if info.flag_bits & 1:
        raise Unsupported(f"{for_message(name)} is protected by a password; save it without one.")
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise _damaged(name)
    if info.file_size > limit:
        raise TooLarge(
            f"{for_message(name)} unpacks to more than {limit:,} bytes of text; give a shorter one "
            "or raise DATELINE_MAX_DOCUMENT_BYTES."
        )
    # zipfile reads no more than the size that is said, and finds the sum wrong where it lies.
    with parts.open(info) as file:
        while chunk := file.read(_CHUNK):
            yield chunk


class _Handler:
    """Told of each element and stretch of text, with namespaced names."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text within the element begun last."""


def _parse(chunks: Iterator[bytes], handler: _Handler, name: str) -> None:
    def refuse(*_: object) -> None:
        raise InputError(
            f"{for_message(name)} defines its own XML, which is not read; save it again."
        )

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.data
    for chunk in chunks:
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


@lru_cache(maxsize=512)
def _word(name: str) -> str:
    """The name of one of Word's own elements or attributes, else ""."""
    space, _, local = name.rpartition(" ")
    return local if f"{space} " in _MAIN else ""


def _value(attributes: dict[str, str], wanted: str) -> str:
    return next((v for key, v in attributes.items() if _word(key) == wanted), "")


class _Styles(_Handler):
    """The ids of the styles of titles and first headings: their names are always English."""

    def __init__(self) -> None:
        self.headings: set[str] = set()
        self._style = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        word = _word(tag)
        if word == "style":
            self._style = _value(attributes, "styleId")
        elif word == "name" and _value(attributes, "val").lower() in _HEADINGS:
            self.headings.add(self._style)


class _Properties(_Handler):
    """The title among the file's properties."""

    def __init__(self) -> None:
        self.title = ""
        self._is_inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - expat's
        self._is_inside = tag == _TITLE

    def end(self, tag: str) -> None:  # noqa: ARG002 - expat's signature
        self._is_inside = False

    def data(self, text: str) -> None:
        if self._is_inside:
            self.title += text


class _Body(_Handler):
    """The paragraphs. One in a text box ends before the one that the box is anchored in."""

    def __init__(self, headings: set[str]) -> None:
        self.paragraphs: list[str] = []
        self.heading: int | None = None
        self._headings = headings
        self._open: list[list[str]] = []
        self._styles: list[str] = []
        self._skipped = 0
        self._is_text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        word = _word(tag)
        # A fallback repeats what stands before it; moved text stands where it went.
        if self._skipped or tag == _FALLBACK or word == "moveFrom":
            self._skipped += 1
        elif word == "p":
            self._open.append([])
            self._styles.append("")
        elif word == "pStyle" and self._styles:
            self._styles[-1] = _value(attributes, "val")
        elif word in _SPACES and self._open:
            self._open[-1].append(_SPACES[word])
        self._is_text = word == "t" and not self._skipped

    def end(self, tag: str) -> None:
        self._is_text = False
        if self._skipped:
            self._skipped -= 1
        elif _word(tag) == "p" and self._open:
            self._close()

    def data(self, text: str) -> None:
        if self._is_text and self._open:
            self._open[-1].append(text)

    def _close(self) -> None:
        text = strip_controls("".join(self._open.pop())).strip()
        style = self._styles.pop()
        if not text:
            return
        if style in self._headings and self.heading is None:
            self.heading = len(self.paragraphs)
        self.paragraphs.append(text)
