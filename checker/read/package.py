"""Documents that are ZIP archives of XML: nothing is unpacked but the parts that are asked for, within the limits."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO
from zlib import error as DeflateError  # noqa: N812 the module's own name says nothing

from lxml import etree

from checker.errors import DocumentError
from checker.model import Limits, Status
from checker.read.parts import Source
from checker.read.unpacking import Unpacking, unsafe

ENCRYPTED = 0x1  # bit of an entry's flags
Element = Any  # of lxml, which comes without types


class Package:
    """The parts of one document by name."""

    def __init__(self, file: BinaryIO, limits: Limits) -> None:
        """Open it and vet its table of contents.

        Raises:
            DocumentError: no archive, or one that no word processor writes.
        """
        try:
            self._archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise DocumentError(f"is damaged or cut off: {error}") from error
        self._unpacking = Unpacking(limits)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._archive.infolist():
            self._unpacking.count()
            if problem := unsafe(entry.filename):
                raise DocumentError(f"holds a part that cannot be meant: {problem}")
            name = entry.filename.casefold()
            if name in self._entries:
                raise DocumentError(f"holds the part {entry.filename} twice")
            self._entries[name] = entry

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.casefold() in self._entries

    def part(self, name: str) -> bytes:
        """The bytes of a part, none where it is missing.

        Raises:
            DocumentError: it is encrypted, damaged or too large.
        """
        entry = self._entries.get(name.casefold())
        if entry is None:
            return b""
        if entry.flag_bits & ENCRYPTED:
            raise DocumentError("is encrypted: save a copy without a password", Status.ENCRYPTED)
        try:
            with self._archive.open(entry) as stream:
                found = self._unpacking.read(name, stream, entry.compress_size)
        except (zipfile.BadZipFile, DeflateError, NotImplementedError, EOFError, OSError) as error:
            raise DocumentError(f"is damaged: its part {name} cannot be unpacked ({error})") from error
        if found.problem:
            raise DocumentError(f"its part {name} is {found.problem}", Status.TOO_LARGE)
        return found.data

    def elements(self, name: str, *containers: str) -> Iterator[tuple[str, Element]]:
        """What stands in the containers of a part, one after the other, each with its container's name.

        Each is emptied when the next is asked for. Neither a part that is missing nor an empty one has any.

        Raises:
            DocumentError: no XML, or such as no word processor writes.
        """
        data = self.part(name)
        if not data:
            return
        try:
            yield from _elements(name, data, frozenset(containers))
        except etree.XMLSyntaxError as error:
            raise DocumentError(f"its part {name} is no sound XML: {error.msg}") from error


def package(source: Source) -> Package:
    """The package that a source is."""
    return Package(source.file(), source.limits)


def _elements(name: str, data: bytes, containers: frozenset[str]) -> Iterator[tuple[str, Element]]:
    """The children of containers as they are parsed: no DTD, no entities, nothing fetched, 256 levels at the most."""
    events = etree.iterparse(
        _Stream(data),
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth, inside, within = 0, 0, ""
    for event, element in events:
        if event == "start":
            depth += 1
            if depth == 1:
                _vet(name, element)
            if not inside and local(element) in containers:
                inside, within = depth, local(element)
            continue
        if inside and depth == inside + 1:
            yield within, element
            _empty(element)
        elif depth == inside:
            inside = 0
        depth -= 1


def _vet(name: str, root: Element) -> None:
    """Refuse a document type: no word processor writes one, and entities only serve attacks.

    Raises:
        DocumentError: there is one.
    """
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError(f"its part {name} declares a document type (DTD), which no word processor does: refused")


def _empty(element: Element) -> None:
    """Free what was read; the element itself stays until the next is done, since its parser still needs it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


class _Stream:
    """Bytes in pieces, so that what is wrong with the head is found before the rest is parsed."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def read(self, size: int) -> bytes:
        """The next bytes."""
        piece = self._data[self._at : self._at + size]
        self._at += len(piece)
        return piece


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return str(tag.rpartition("}")[2]) if isinstance(tag, str) else ""


def value(element: Element, name: str) -> str:
    """An attribute by its name without namespace, "" where it is missing."""
    found = element.get(name)
    if found is not None:
        return str(found)
    return next((str(told) for key, told in element.attrib.items() if key.endswith("}" + name)), "")


def child(element: Element, *path: str) -> Element | None:
    """The first child of that name, of that the first of the next, and so on."""
    found: Element | None = element
    for name in path:
        found = next((each for each in found if local(each) == name), None) if found is not None else None
    return found


def resolved(base: str, target: str) -> str:
    """The name of the part that another part points to; no scheme and no way out of the package leads anywhere."""
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), target))
