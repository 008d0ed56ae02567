"""ODT files, read in the order in which they print; frames and notes stand behind their paragraph."""

from collections.abc import Iterator

from checker.errors import DocumentError
from checker.model import Status
from checker.read.blocks import Block, Properties, Report, Role
from checker.read.odt_styles import add_style
from checker.read.odt_tables import Table, read_table
from checker.read.odt_text import Paragraph, read_paragraph
from checker.read.package import Element, Package, local, package, value
from checker.read.parts import Parts, Source
from checker.read.styles import Look, Styles

CONTENT, STYLES, META, MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
# Lists of contents and the like repeat what the text says, or only lead to it.
INDEXES = frozenset({
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
})  # fmt: skip
SKIPPED = frozenset(
    {"tracked-changes", "forms", "variable-decls", "sequence-decls", "user-field-decls", "dde-connection-decls"}
)
DEEPEST_LEVEL = 6  # of headings


def read_odt(source: Source) -> Iterator[Parts]:
    """The report that an ODT file is.

    Raises:
        DocumentError: encrypted, damaged, hostile, or no such file.
    """
    opened = package(source)
    if b"encryption-data" in opened.part(MANIFEST):
        raise DocumentError("is encrypted: save a copy without a password", Status.ENCRYPTED)
    if not opened.has(CONTENT):
        raise DocumentError("holds no text of a word processor: no ODT file, or a damaged one")
    yield _Reader(opened, Report(source.limits)).read()


class _Reader:
    def __init__(self, opened: Package, report: Report) -> None:
        self._package = opened
        self._report = report
        self._styles = Styles()
        self._headers: list[str] = []
        self._footers: list[str] = []

    def read(self) -> Parts:
        for within, element in self._package.elements(STYLES, "styles", "automatic-styles", "master-styles"):
            if within == "master-styles":
                self._page(element)
            else:
                add_style(self._styles, element)
        for text in self._headers:
            self._report.furnish(text)
        for within, element in self._package.elements(CONTENT, "automatic-styles", "text"):
            if within == "text":
                self._block(element)
            else:
                add_style(self._styles, element)
        for text in self._footers:
            self._report.furnish(text)
        return self._report.parts(_properties(self._package))

    def _page(self, element: Element) -> None:
        """What the pages of a master bear above and below the text."""
        for part in element:
            found = {"header": self._headers, "footer": self._footers}.get(local(part)[:6])
            if found is not None and value(part, "display") != "false":
                found += [read_paragraph(each, self._styles).text for each in part.iter("{*}p", "{*}h")]

    def _block(self, element: Element, role: Role = Role.BODY) -> None:
        name = local(element)
        if name in {"p", "h"}:
            self._paragraph(element, role)
        elif name == "list":
            for item in element:
                for each in item:
                    self._block(each, Role.ITEM)
        elif name == "table":
            self._table(read_table(element, self._styles))
        elif name in INDEXES:
            for each in element.iter("{*}p"):
                self._report.furnish(read_paragraph(each, self._styles).text)
        elif name not in SKIPPED and value(element, "display") != "none":
            for each in element:
                self._block(each, role)

    def _paragraph(self, element: Element, role: Role) -> None:
        found = read_paragraph(element, self._styles)
        role, level = _role(element, self._styles.look(value(element, "style-name")), role)
        self._report.put(Block(found.text, role, level, found.strong))
        self._append(found)

    def _append(self, found: Paragraph) -> None:
        """The frames and notes of a paragraph, behind it."""
        for box in found.boxes:
            for each in box:
                self._block(each)
        for note in found.notes:
            for each in note.iter("{*}p"):
                self._report.put(Block(read_paragraph(each, self._styles).text))

    def _table(self, table: Table) -> None:
        if table.laid_out:
            for cell in table.cells:
                for each in cell:
                    self._block(each)
            return
        self._report.table(table.rows)
        for paragraph in table.paragraphs:
            self._append(paragraph)
        for inner in table.inner:
            self._table(inner)


def _role(element: Element, look: Look, role: Role) -> tuple[Role, int]:
    """The part of a paragraph by its style, else by what it stands in."""
    if look.role is Role.TITLE:
        return look.role, 1
    if local(element) == "h":
        level = value(element, "outline-level")
        return Role.HEADING, min(int(level), DEEPEST_LEVEL) if level.isascii() and level.isdigit() else 1
    return (look.role, look.level) if look.role not in {Role.BODY, Role.ITEM} else (role, 1)


def _properties(opened: Package) -> Properties:
    told = {local(each): (each.text or "").strip() for _, each in opened.elements(META, "meta")}
    author = told.get("creator") or told.get("initial-creator", "")
    saved = told.get("date") or told.get("creation-date", "")
    return Properties(told.get("title", ""), author, saved)
