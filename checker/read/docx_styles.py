"""The styles of a DOCX file."""

from collections.abc import Iterable

from checker.read.docx_text import OFF
from checker.read.package import Element, Package, child, local, value
from checker.read.styles import Style, Styles

LEVELS = set("012345")  # of the outline, as they are written


def read_styles(opened: Package, names: Iterable[str]) -> Styles:
    """The styles that the parts of these names declare."""
    styles = Styles()
    for name in names:
        for _, element in opened.elements(name, "styles"):
            if local(element) == "style":
                styles.add(value(element, "styleId"), _style(element))
    return styles


def _style(element: Element) -> Style:
    name, base = child(element, "name"), child(element, "basedOn")
    outline = child(element, "pPr", "outlineLvl")
    told = value(outline, "val") if outline is not None else ""
    position = child(element, "rPr", "vertAlign")
    return Style(
        value(name, "val") if name is not None else value(element, "styleId"),
        value(base, "val") if base is not None else "",
        int(told) + 1 if told in LEVELS else 0,
        _set(element, "vanish"),
        _set(element, "b"),
        value(position, "val") == "superscript" if position is not None else None,
    )


def _set(element: Element, name: str) -> bool | None:
    """Whether a property is on or off, None where the style leaves it open."""
    found = child(element, "rPr", name)
    return None if found is None else value(found, "val") not in OFF
