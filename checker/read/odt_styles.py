"""The styles of an ODT file."""

from checker.read.package import Element, child, local, value
from checker.read.styles import Style, Styles

LEVELS = set("123456")


def add_style(styles: Styles, element: Element) -> None:
    """Take the style that an element declares, if it is one of text."""
    if local(element) != "style" or value(element, "family") not in {"paragraph", "text"}:
        return
    key = value(element, "name")
    level = value(element, "default-outline-level")
    styles.add(
        key,
        Style(
            value(element, "display-name") or key,
            value(element, "parent-style-name"),
            int(level) if level in LEVELS else 0,
            _property(element, "display", "none"),
            _property(element, "font-weight", "bold"),
            _property(element, "text-position", "super"),
        ),
    )


def _property(element: Element, name: str, told: str) -> bool | None:
    """Whether a property of its text is this one, None where the style leaves it open."""
    found = child(element, "text-properties")
    given = value(found, name) if found is not None else ""
    return given.startswith(told) if given else None
