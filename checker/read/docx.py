"""DOCX files, read in the order in which they print; text boxes and notes stand behind their paragraph.

An own walk over the XML: what reads the file as a whole keeps no bounds, and knows neither tracked changes nor notes.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.errors import DocumentError
from checker.model import Status
from checker.read.blocks import Block, Properties, Report, Role
from checker.read.docx_styles import read_styles
from checker.read.docx_tables import Table, read_table
from checker.read.docx_text import read_paragraph
from checker.read.package import Element, Package, child, local, package, resolved, value
from checker.read.parts import Parts, Source
from checker.read.styles import Look

OLE = b"\xd0\xcf\x11\xe0"  # how Office wraps an encrypted file
MAIN = "word/document.xml"
WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
NOTES = ("footnotes", "endnotes")
SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}

Notes = Mapping[tuple[str, str], tuple[str, ...]]


class Parted(NamedTuple):
    """The names of the parts beside the text, by the last word of their relation's type."""

    main: str
    parts: Mapping[str, tuple[str, ...]]


def read_docx(source: Source) -> Iterator[Parts]:
    """The report that a DOCX file is.

    Raises:
        DocumentError: encrypted, damaged, hostile, or no such file.
    """
    if source.data.startswith(OLE):
        raise DocumentError("is encrypted: save a copy without a password", Status.ENCRYPTED)
    opened = package(source)
    named = _parts(opened)
    if not opened.has(named.main):
        raise DocumentError("holds no text of a word processor: no DOCX file, or a damaged one")
    yield _Reader(opened, named, Report(source.limits)).read()


class _Reader:
    def __init__(self, opened: Package, named: Parted, report: Report) -> None:
        self._package = opened
        self._named = named
        self._report = report
        self._styles = read_styles(opened, named.parts.get("styles", ()))
        self._carried = ""  # of a paragraph whose end was deleted: the next goes on with it
        self._notes: dict[tuple[str, str], tuple[str, ...]] = {}

    def read(self) -> Parts:
        self._furnish("header")
        for kind in NOTES:
            for name in self._named.parts.get(kind, ()):
                self._notes.update(self._read_notes(name, kind))
        for _, element in self._package.elements(self._named.main, "body"):
            self._block(element)
        self._furnish("footer")
        return self._report.parts(_properties(self._package))

    def _block(self, element: Element) -> None:
        name = local(element)
        if name == "p":
            self._paragraph(element)
        elif name == "tbl":
            self._table(read_table(element, self._styles))
        elif name == "altChunk":
            self._report.page.reason("holds a part in another format, which was not read")
        elif name in WRAPPERS:
            for each in element:
                self._block(each)

    def _paragraph(self, element: Element) -> None:
        look = self._styles.look(_style(element))
        found = read_paragraph(element, self._styles, look)
        text = self._carried + found.text
        self._carried = text if _goes_on(element) else ""
        if not self._carried:
            role, level = _role(element, look)
            self._report.put(Block(text, role, level, found.strong))
        for box in found.boxes:
            for each in box:
                self._block(each)
        self._append(found.notes)

    def _append(self, notes: tuple[tuple[str, str], ...]) -> None:
        for note in notes:
            for text in self._notes.get(note, ()):
                self._report.put(Block(text))

    def _table(self, table: Table) -> None:
        if table.laid_out:
            for cell in table.cells:
                for each in cell:
                    self._block(each)
            return
        self._report.table(table.rows)
        for inner in table.inner:
            self._table(inner)
        self._append(table.notes)

    def _read_notes(self, name: str, kind: str) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
        for _, note in self._package.elements(name, kind):
            if value(note, "type") not in SEPARATORS:
                texts = (read_paragraph(each, self._styles, Look()).text for each in note.iter("{*}p"))
                yield (kind.removesuffix("s"), value(note, "id")), tuple(texts)

    def _furnish(self, kind: str) -> None:
        """Headers and footers, which repeat on pages."""
        root = {"header": "hdr", "footer": "ftr"}[kind]
        for name in sorted(self._named.parts.get(kind, ())):
            for _, element in self._package.elements(name, root):
                for paragraph in element.iter("{*}p"):
                    found = read_paragraph(paragraph, self._styles, Look())
                    self._report.furnish(found.text)


def _role(element: Element, look: Look) -> tuple[Role, int]:
    """The part of a paragraph by its own properties, else by its style."""
    outline = child(element, "pPr", "outlineLvl")
    if look.role is Role.BODY and outline is not None and value(outline, "val") in set("012345"):
        return Role.HEADING, int(value(outline, "val")) + 1
    numbered = child(element, "pPr", "numPr", "numId")
    if look.role is Role.BODY and numbered is not None and value(numbered, "val") != "0":
        return Role.ITEM, 1
    return look.role, look.level


def _style(element: Element) -> str:
    named = child(element, "pPr", "pStyle")
    return value(named, "val") if named is not None else ""


def _goes_on(element: Element) -> bool:
    """Whether the end of the paragraph was deleted, so that the next one goes on with it."""
    mark = child(element, "pPr", "rPr")
    return mark is not None and any(local(each) in {"del", "moveFrom"} for each in mark)


def _parts(opened: Package) -> Parted:
    """Where the text of the package is, and what belongs to it; nothing outside is ever looked for."""
    main = next(iter(_related(opened, "").get("officeDocument", ())), MAIN)
    return Parted(main, _related(opened, main))


def _related(opened: Package, name: str) -> dict[str, tuple[str, ...]]:
    folder, _, file = name.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
    found: dict[str, tuple[str, ...]] = {}
    for _, each in opened.elements(relations, "Relationships"):
        kind = value(each, "Type").rpartition("/")[2]
        if value(each, "TargetMode") != "External":
            found[kind] = (*found.get(kind, ()), resolved(name, value(each, "Target")))
    return found


def _properties(opened: Package) -> Properties:
    core = next(iter(_related(opened, "").get("core-properties", ())), "docProps/core.xml")
    told = {local(each): (each.text or "").strip() for _, each in opened.elements(core, "coreProperties")}
    return Properties(told.get("title", ""), told.get("creator", ""), told.get("modified") or told.get("created", ""))
