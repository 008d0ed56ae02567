"""PDF files: the text of every page, put together from where its letters stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from checker.errors import DocumentError
from checker.model import Status
from checker.read.blocks import Properties
from checker.read.parts import Alive, Parts, Source
from checker.read.pdf_furniture import PageParts
from checker.read.pdf_letters import letters
from checker.read.pdf_report import compose
from checker.read.pdf_rows import rows
from checker.read.pdf_segments import segments
from checker.read.pdf_tables import lines_and_tables

END, TAIL = b"%%EOF", 4_096  # the mark of the end, and the last bytes in which it stands
LOST = 25  # pages one after the other that cannot be read, behind which no more are tried
BREATH = 25  # pages between two signs of life
GARBLED = 0.2  # share of a page's letters without a meaning, from which on the page counts as not read
DRAWN = 2_000  # objects of a page that are looked at
OUTLINES = 200  # shapes on a page without text, from which on they may be letters
OCR = "scanned? Run OCR over it (ocrmypdf IN.pdf OUT.pdf) and check the result"
_DATE = re.compile(r"D?:?((?:19|20)\d\d)(\d\d)(\d\d)")


class _Pages(NamedTuple):
    """The pages with text, and the numbers of those that could not be read, by what is wrong with them."""

    read: list[PageParts]
    broken: list[int]
    wordless: list[int]
    garbled: list[int]
    cut: list[int]


def read_pdf(source: Source) -> Iterator[Parts | Alive]:
    """The report that a PDF file is, after a sign of life for every so many pages.

    Raises:
        DocumentError: encrypted, damaged, or without text.
    """
    document = _opened(source.data)
    pages = _Pages([], [], [], [], [])
    askew: list[str] = []
    count = len(document)
    for number in range(1, min(count, source.limits.pages) + 1):
        if pages.broken[-LOST:] == list(range(number - LOST, number)):
            pages.broken.append(count)
            break
        _read(document, number, pages, askew)
        if number % BREATH == 0:
            yield Alive()
    reasons = _reasons(source, count, pages)
    if not pages.read:
        raise _nothing(pages, reasons)
    yield compose(pages.read, askew, _properties(document), source.limits, reasons)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise DocumentError("is encrypted: save a copy without a password", Status.ENCRYPTED) from error
        raise DocumentError("is damaged or cut off: no program could show it") from error


def _read(document: pypdfium2.PdfDocument, number: int, pages: _Pages, askew: list[str]) -> None:
    """One page."""
    try:
        page = document[number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        pages.broken.append(number)
        return
    found = letters(text.raw)
    drawn = _is_drawn(page.raw) if not found.upright else False
    _, bottom, _, top = page.get_mediabox()
    text.close()
    page.close()
    if not found.whole:
        pages.cut.append(number)
    if found.askew:
        askew.append(found.askew)
    if found.unknown > GARBLED * len(found.upright):
        pages.garbled.append(number)
    elif found.upright:
        parts = tuple(lines_and_tables(rows(segments(found.upright))))
        pages.read.append(PageParts(number, parts, bottom, top))
    elif drawn:
        pages.wordless.append(number)


def _is_drawn(page: object) -> bool:
    """Whether a page without text shows something that may be text: a picture, or many shapes."""
    shapes = 0
    for index in range(min(raw.FPDFPage_CountObjects(page), DRAWN)):
        kind = raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index))
        if kind in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}:
            return True
        shapes += kind == raw.FPDF_PAGEOBJ_PATH
    return shapes >= OUTLINES


def _reasons(source: Source, count: int, pages: _Pages) -> list[str]:
    """What could not be read of it."""
    found = []
    if count > source.limits.pages:
        found.append(f"has {count:,} pages; {source.limits.pages:,} were read")
    if pages.broken:
        found.append(f"{_named(pages.broken)} cannot be read: damaged")
    if pages.wordless:
        found.append(f"no text layer on {_named(pages.wordless)}: {OCR}")
    if pages.garbled:
        found.append(
            f"the letters on {_named(pages.garbled)} have no meaning for a program (fonts without Unicode): {OCR}"
        )
    if pages.cut:
        found.append(f"{_named(pages.cut)} cannot be meant to be read: too many letters")
    if END not in source.data[-TAIL:]:
        found.append("ends without the mark of its end: cut off while it was copied?")
    return found


def _nothing(pages: _Pages, reasons: list[str]) -> DocumentError:
    """Why there is no text at all."""
    if pages.wordless and not pages.broken and not pages.garbled:
        return DocumentError(f"no text layer: {OCR}", Status.NO_TEXT)
    if pages.broken:
        return DocumentError("; ".join(reasons))
    return DocumentError("; ".join(reasons) or "its pages are empty", Status.NO_TEXT)


def _named(numbers: list[int]) -> str:
    """Page 3; pages 3, 5 to 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    told = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(told)}"


def _properties(document: pypdfium2.PdfDocument) -> Properties:
    told = document.get_metadata_dict()
    made = _DATE.match(told.get("CreationDate", "").strip())
    saved = "-".join(made.groups()) if made else ""
    return Properties(told["Title"], told["Author"], saved, f"{told['Creator']} {told['Producer']}")
