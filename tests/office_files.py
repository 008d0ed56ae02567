"""Writes the files of word processors: small packages of XML, each part as a test wants it."""

import atexit
import io
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache

from checker.model import Document
from checker.read.documents import Documents, Given
from checker.read.jail import Jail
from checker.read.paths import usual_columns
from checker.rulebook.limits import limits

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "meta": "meta",
    }.items()
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
MIMETYPE = "application/vnd.oasis.opendocument.text"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of parts."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return whole.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX file with this body; parts are named as `styles`, `footnotes`, `header1`, `core`."""
    held: dict[str, str | bytes] = {
        "_rels/.rels": _relations("", {"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    related = {name.rstrip("0123456789"): f"{name}.xml" for name in parts if name != "core"}
    held["word/_rels/document.xml.rels"] = _relations("", related)
    for name, content in parts.items():
        held["docProps/core.xml" if name == "core" else f"word/{name}.xml"] = content
    return packed(held)


def _relations(before: str, parts: Mapping[str, str]) -> str:
    told = "".join(f'<Relationship Type="{TYPES}/{kind}" Target="{before}{name}"/>' for kind, name in parts.items())
    return f"<Relationships>{told}</Relationships>"


def odt(text: str, *, automatic: str = "", styles: str = "", meta: str = "", **parts: str) -> bytes:
    """An ODT file with this text."""
    held: dict[str, str | bytes] = {
        "mimetype": MIMETYPE,
        "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {ODF}>{styles}</office:document-styles>",
        "meta.xml": f"<office:document-meta {ODF} {DC}><office:meta>{meta}</office:meta></office:document-meta>",
    }
    return packed({**held, **{f"META-INF/{name}.xml": content for name, content in parts.items()}})


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of a DOCX file."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"


def read_one(name: str, data: bytes) -> Document:
    """The one document that some bytes are."""
    (found,) = read_each(name, [data])
    return found


def read_each(name: str, data: Iterable[bytes]) -> list[Document]:
    """The documents that some bytes are, read one after the other."""
    found = [outcome for each in data for outcome in _documents().read(Given(name, each, named=True))]
    return [each for each in found if isinstance(each, Document)]


@cache
def _documents() -> Documents:
    """What reads them all, so that not every test waits for a process to start."""
    opened = Jail(limits())
    atexit.register(opened.close)
    return Documents(opened, limits(), usual_columns())


def body(document: Document) -> list[str]:
    """The blocks of a document behind its front matter."""
    return [block for block in document.text[document.body :].split("\n\n") if block]
