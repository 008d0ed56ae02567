"""The text of a paragraph of a DOCX file: as it reads when all changes are accepted, without what is hidden."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.read.blocks import raised
from checker.read.package import Element, child, local, value
from checker.read.styles import Look, Styles

OFF = {"0", "false", "off", "none"}
SKIPPED = frozenset({
    "pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "object", "rt",
    "txbxContent", "fldData", "ffData", "annotationRef", "footnoteRef", "endnoteRef",
})  # fmt: skip
PLAIN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


class Paragraph(NamedTuple):
    """A paragraph's text; the elements of its text boxes; its notes, as pairs of their kind and number."""

    text: str
    strong: bool
    boxes: tuple[Element, ...]
    notes: tuple[tuple[str, str], ...]


class _Runs:
    """Collects what stands in a paragraph."""

    def __init__(self, styles: Styles, look: Look) -> None:
        self._styles = styles
        self._look = look
        self.pieces: list[str] = []
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []
        self.strong: set[bool] = set()

    def walk(self, element: Element) -> None:
        """All runs below an element, in order."""
        for each in element:
            name = local(each)
            if name == "r":
                self._run(each)
            elif name == "AlternateContent":
                self._alternate(each)
            elif name not in SKIPPED:
                self.walk(each)

    def _run(self, run: Element) -> None:
        looks = child(run, "rPr")
        named = _sub(looks, "rStyle")
        style = Look() if named is None else self._styles.look(value(named, "val"))
        if _set(looks, "vanish", default=style.hidden or self._look.hidden):
            return
        text = "".join(self._told(run))
        position = _sub(looks, "vertAlign")
        up = value(position, "val") == "superscript" if position is not None else style.raised
        if up:
            text = raised("".join(self.pieces[-3:]), text)
        if text.strip():
            self.strong.add(_set(looks, "b", default=style.strong or self._look.strong))
        self.pieces.append(text)

    def _told(self, run: Element) -> Iterator[str]:
        for each in run:
            name = local(each)
            if name == "t":
                yield each.text or ""
            elif name in PLAIN:
                yield PLAIN[name]
            elif name in {"footnoteReference", "endnoteReference"}:
                self.notes.append((name.removesuffix("Reference"), value(each, "id")))
            elif name in {"drawing", "pict"}:
                self._boxes(each)
            elif name == "AlternateContent":
                self._alternate(each)
            elif name == "ruby":
                base = child(each, "rubyBase")
                yield "" if base is None else "".join(text.text or "" for text in base.iter("{*}t"))

    def _alternate(self, element: Element) -> None:
        """One of several forms of the same thing: the first, and never two of them."""
        chosen = child(element, "Choice")
        if chosen is None:
            chosen = child(element, "Fallback")
        if chosen is not None:
            self._boxes(chosen)

    def _boxes(self, element: Element) -> None:
        """The text boxes below an element, those of a drawing in two forms once."""
        for each in element:
            name = local(each)
            if name == "txbxContent":
                self.boxes.append(each)
            elif name == "AlternateContent":
                self._alternate(each)
            else:
                self._boxes(each)


def read_paragraph(paragraph: Element, styles: Styles, look: Look) -> Paragraph:
    """What a paragraph says."""
    runs = _Runs(styles, look)
    runs.walk(paragraph)
    return Paragraph("".join(runs.pieces), runs.strong == {True}, tuple(runs.boxes), tuple(runs.notes))


def _sub(element: Element | None, name: str) -> Element | None:
    return child(element, name) if element is not None else None


def _set(looks: Element | None, name: str, *, default: bool) -> bool:
    """Whether a property that is on or off is on."""
    found = _sub(looks, name)
    return default if found is None else value(found, "val") not in OFF
