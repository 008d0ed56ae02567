"""Bytes to documents: what a file holds, and what the archives among them hold, each under a path of its own.

A document that cannot be read is still a document: its status and reason say why. What is no report at all gets a
notice where nobody asked for it by name.
"""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from checker.errors import DocumentError
from checker.model import Columns, Document, FileKind, Limits, Status
from checker.model.mark import MARK, marked_bytes
from checker.read.envelope import under
from checker.read.file import unchanged
from checker.read.formats import READERS, known_kinds
from checker.read.jail import Jail
from checker.read.kinds import foreign, kind_of
from checker.read.parts import Member, Parts, Source, Told
from checker.read.suppressions import take_suppressions

WITHIN = "!"  # between an archive and what it holds: news.zip!a.html


class Notice(NamedTuple):
    """Something that was passed over, and why."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


Outcome = Document | Notice


class Given(NamedTuple):
    """What is to be read: its path as shown, its bytes, or where it lies; `named` if somebody asked for it by name.

    `charset`, `media` and `front` are what an envelope declares, `depth` in how many archives it lies.
    """

    shown: str
    data: bytes
    path: str = ""
    named: bool = False
    charset: str = ""
    media: str = ""
    depth: int = 0
    front: Told = ()


class Documents:
    """Reads what it is given, within limits."""

    def __init__(self, jail: Jail, limits: Limits, columns: Columns) -> None:
        self._jail = jail
        self._limits = limits
        self._columns = columns

    def read(self, given: Given) -> Iterator[Outcome]:
        """The documents that something holds, in its own order."""
        if marked_bytes(given.data):
            yield Notice(given.shown, f"{MARK}, no news")
            return
        kind = kind_of(given.shown, given.data, given.media)
        if kind not in READERS:
            yield self._unread(given, kind)
            return
        yield from self._opened(given, kind)

    def _opened(self, given: Given, kind: FileKind) -> Iterator[Outcome]:
        source = Source(
            given.shown.rpartition("/")[2].rpartition(WITHIN)[2],
            b"" if given.path else given.data,
            self._limits,
            self._columns,
            *(given.path, given.charset, given.media),
        )
        found = 0
        try:
            with unchanged(given.path):
                for content in self._jail.read(kind, source):
                    found += 1
                    if isinstance(content, Member):
                        yield from self._member(given, content)
                    else:
                        yield document(given, kind, under(given.front, content))
        except DocumentError as error:
            if error.status == Status.SKIPPED and not given.named:
                yield Notice(given.shown, str(error))
            else:
                yield failed(given.shown, given.data, Status(error.status), str(error), kind)
            return
        if not found:
            yield failed(given.shown, given.data, Status.NO_TEXT, "there is no report in it", kind)

    def _member(self, given: Given, member: Member) -> Iterator[Outcome]:
        """What a file within an archive holds."""
        shown = f"{given.shown}{WITHIN}{member.name.replace(chr(92), '/')}" if member.name else given.shown
        if member.problem:
            yield failed(shown, member.data, Status.FAILED, member.problem)
        elif member.name and given.depth >= self._limits.depth:
            yield failed(shown, member.data, Status.TOO_LARGE, f"lies in more than {self._limits.depth} archives")
        else:
            told = Given(shown, member.data, charset=member.charset, media=member.media, front=member.front)
            yield from self.read(
                told._replace(depth=given.depth + bool(member.name), named=given.named and not member.name)
            )

    def _unread(self, given: Given, kind: FileKind | None) -> Outcome:
        """What becomes of a kind that has no reader."""
        what = foreign(given.data)
        reason = f"is {what}, no report" if what else "this kind of file is not read"
        if not given.named:
            return Notice(given.shown, reason)
        told = reason if what else f"{reason}; known are {known_kinds()}"
        return failed(given.shown, given.data, Status.SKIPPED, told, kind or FileKind.TEXT)


def document(given: Given, kind: FileKind, parts: Parts) -> Document:
    """The document that a reader made of what was given."""
    shown = f"{given.shown}{WITHIN}{parts.entry}" if parts.entry else given.shown
    data = parts.text.encode("utf-8") if parts.entry else given.data
    if not parts.text[parts.body :].strip():
        empty = "the file is empty" if not given.data else "there is no text in it"
        return failed(shown, data, Status.NO_TEXT, parts.reason or empty, kind)
    told = take_suppressions(parts.text, parts.body, kind)
    return Document(
        id=identify(shown, data),
        path=shown,
        text=told.text,
        suppressions=told.suppressions,
        sha256=hashlib.sha256(data).hexdigest(),
        kind=kind,
        front=parts.front,
        body=parts.body,
        status=Status.PARTIAL if parts.reason else Status.OK,
        reason=parts.reason,
        marks=parts.marks,
        passages=parts.passages,
    )


def identify(shown: str, data: bytes) -> str:
    """The id of a document: a hash of its path as given and of its bytes."""
    digest = hashlib.sha256(shown.encode("utf-8", errors="surrogatepass") + b"\0" + data)
    return f"d-{digest.hexdigest()[:16]}"


def failed(shown: str, data: bytes, status: Status, reason: str, kind: FileKind = FileKind.TEXT) -> Document:
    """A document that could not be read."""
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        id=identify(shown, data), path=shown, text="", sha256=digest, kind=kind, status=status, reason=reason
    )
