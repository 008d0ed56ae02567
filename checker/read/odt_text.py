"""The text of a paragraph of an ODT file: without what was deleted or is hidden."""

from typing import NamedTuple

from checker.read.blocks import raised
from checker.read.package import Element, child, local, value
from checker.read.styles import Look, Styles

SKIPPED = frozenset({
    "annotation", "annotation-end", "change", "change-start", "change-end", "title", "desc", "image", "note-citation",
    "hidden-text", "hidden-paragraph", "script", "meta-field", "object", "object-ole", "ruby-text", "tracked-changes",
    "event-listeners", "math",
})  # fmt: skip
PLAIN = {"tab": "\t", "line-break": "\n", "s": " "}


class Paragraph(NamedTuple):
    """A paragraph's text, and the elements of its frames and notes."""

    text: str
    strong: bool
    boxes: tuple[Element, ...]
    notes: tuple[Element, ...]


class _Spans:
    """Collects what stands in a paragraph."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.pieces: list[str] = []
        self.boxes: list[Element] = []
        self.notes: list[Element] = []
        self.strong: set[bool] = set()

    def walk(self, element: Element, look: Look) -> None:
        """An element's text and that of all below it."""
        self._take(element.text, look)
        for each in element:
            self._one(each, look)
            self._take(each.tail, look)

    def _one(self, element: Element, look: Look) -> None:
        name = local(element)
        if name in PLAIN:
            self.pieces.append(PLAIN[name])
        elif name == "note":
            body = child(element, "note-body")
            self.notes += [] if body is None else [body]
        elif name == "text-box":
            self.boxes.append(element)
        elif name == "span":
            self._span(element, look)
        elif name not in SKIPPED:
            self.walk(element, look)

    def _span(self, element: Element, look: Look) -> None:
        own = self._styles.look(value(element, "style-name"))
        told = Look(
            hidden=own.hidden or look.hidden, strong=own.strong or look.strong, raised=own.raised or look.raised
        )
        self.walk(element, told)

    def _take(self, text: str | None, look: Look) -> None:
        if not text or look.hidden:
            return
        if text.strip():
            self.strong.add(look.strong)
        self.pieces.append(raised("".join(self.pieces[-3:]), text) if look.raised else text)


def read_paragraph(paragraph: Element, styles: Styles) -> Paragraph:
    """What a paragraph says."""
    spans = _Spans(styles)
    spans.walk(paragraph, styles.look(value(paragraph, "style-name")))
    return Paragraph("".join(spans.pieces), spans.strong == {True}, tuple(spans.boxes), tuple(spans.notes))
