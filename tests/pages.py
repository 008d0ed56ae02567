"""Documents that are no plain text, made without a file: what readers of formats hand on."""

from collections.abc import Callable

from checker.model import Document, FileKind
from checker.read.documents import Given, document
from checker.read.page import Page
from checker.rulebook.limits import limits


def paged(name: str, kind: FileKind, build: Callable[[Page], object]) -> Document:
    """A document of that kind, of which a page was built."""
    page = Page(limits())
    build(page)
    return document(Given(name, name.encode()), kind, page.parts())
